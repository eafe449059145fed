import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { currencies } from '../../services/kernel/money.ts';
import { instant, wholeNumber } from '../base.ts';

const localDay = () => p.string().length(10);

/**
 * What one local day that is over adds to the figures; a day without anything has no row. Derived from the rows of others, and worth
 * something only while `FigureHead` says so and no `FigureChange` names the day. Owned by the application; lives as long as it.
 */
export const FigureDay = defineEntity({
  name: 'FigureDay',
  tableName: 'figure_day',
  properties: {
    day: localDay().primary(),
    /** Orders placed on that day, and how those stand now. */
    placed: p.integer(),
    placedActive: p.integer(),
    placedCompleted: p.integer(),
    placedUnassigned: p.integer(),
    placedToReview: p.integer(),
    /** Orders delivered on that day, and their pages. */
    completed: p.integer(),
    pages: p.integer(),
    cancelled: p.integer(),
    /** Orders at work that are due on that day. */
    due: p.integer(),
    newUsers: p.integer(),
    /** Conversations whose last message is of that day, and which wait for the team. */
    pending: p.integer(),
    /** Minutes of business time that customers waited for the answers of that day. */
    responses: p.json<readonly number[]>(),
  },
});
export type FigureDay = InferEntity<typeof FigureDay>;

/** The money of such a day, in each currency. Lives with its day. */
export const FigureDayMoney = defineEntity({
  name: 'FigureDayMoney',
  tableName: 'figure_day_money',
  properties: {
    day: localDay().primary(),
    currency: p.enum(currencies).primary(),
    receivedCents: wholeNumber(),
    returnedCents: wholeNumber(),
    /** Orders paid on that day that are not cancelled, and their prices. */
    baskets: p.integer(),
    basketCents: wholeNumber(),
  },
});
export type FigureDayMoney = InferEntity<typeof FigureDayMoney>;

/** Up to where days are kept: one row, locked by each transaction that keeps some. Lives as long as the application. */
export const FigureHead = defineEntity({
  name: 'FigureHead',
  tableName: 'figure_head',
  properties: {
    id: p.integer().primary().autoincrement(false),
    /** By which definitions and in which time zone the days were computed: others do not count. */
    basis: p.string().length(100),
    /** The last local day that is kept; null while none is. */
    through: localDay().strictNullable().default(null),
  },
});
export type FigureHead = InferEntity<typeof FigureHead>;

/**
 * Something changed that counts on the day of this instant, or on this local day. Written by triggers in the transaction of the change,
 * only ever appended, so that no two of them wait for one another; deleted once the day was computed again.
 */
export const FigureChange = defineEntity({
  name: 'FigureChange',
  tableName: 'figure_change',
  properties: {
    id: p.bigint('number').primary(),
    at: instant().strictNullable().default(null),
    onDay: localDay().strictNullable().default(null),
  },
});
export type FigureChange = InferEntity<typeof FigureChange>;
