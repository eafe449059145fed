import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Artisan } from './artisan.entity.ts';
import { Offering } from './offering.entity.ts';

export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof weekdays)[number];

/** A local date, `2026-12-24`. */
const localDate = () => p.string().length(10);

const weekly = () => ({
  ...base(),
  artisan: () => p.manyToOne(Artisan).lazyRef().deleteRule('cascade'),
  weekday: p.enum(weekdays),
  /** Minutes of the local day: 540 is 9:00. */
  startMinute: p.integer(),
  endMinute: p.integer(),
  /** 1: every week; 2: every other week, that of `anchorOn` among them. */
  everyWeeks: p.integer().default(1),
  anchorOn: localDate().strictNullable().default(null),
  validFrom: localDate().strictNullable().default(null),
  validTo: localDate().strictNullable().default(null),
  /** Null: for all offerings. */
  offering: () => p.manyToOne(Offering).lazyRef().strictNullable().deleteRule('cascade').default(null),
});

const weeklyChecks = (table: string) => [
  { name: `${table}_check_1`, expression: 'start_minute >= 0 and end_minute > start_minute and end_minute <= 1440' },
  { name: `${table}_check_2`, expression: 'every_weeks in (1, 2) and (every_weeks = 1 or anchor_on is not null)' },
];

/** When an artisan is open, week by week. Owned by the artisan, and public as availability. */
export const OpeningRule = defineEntity({
  name: 'OpeningRule',
  tableName: 'opening_rule',
  properties: weekly(),
  checks: weeklyChecks('opening_rule'),
  indexes: [{ properties: ['artisan', 'weekday'] }],
});
export type OpeningRule = InferEntity<typeof OpeningRule>;

/** What is cut out of the opening, week by week. */
export const BreakRule = defineEntity({
  name: 'BreakRule',
  tableName: 'break_rule',
  properties: weekly(),
  checks: weeklyChecks('break_rule'),
  indexes: [{ properties: ['artisan', 'weekday'] }],
});
export type BreakRule = InferEntity<typeof BreakRule>;

/** A window of one day, in minutes of the local day. */
export interface DayWindow {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Replaces the windows of one local date: none closes it, a holiday included. */
export const OpeningException = defineEntity({
  name: 'OpeningException',
  tableName: 'opening_exception',
  properties: {
    ...base(),
    artisan: () => p.manyToOne(Artisan).lazyRef().deleteRule('cascade'),
    localDate: localDate(),
    windows: p.json<readonly DayWindow[]>(),
  },
  uniques: [{ properties: ['artisan', 'localDate'] }],
});
export type OpeningException = InferEntity<typeof OpeningException>;

/** A time without appointments: whole local dates, the last one with it, or instants. */
export const Closure = defineEntity({
  name: 'Closure',
  tableName: 'closure',
  properties: {
    ...base(),
    artisan: () => p.manyToOne(Artisan).lazyRef().deleteRule('cascade'),
    fromOn: localDate().strictNullable().default(null),
    untilOn: localDate().strictNullable().default(null),
    fromAt: instant().strictNullable().default(null),
    untilAt: instant().strictNullable().default(null),
    reason: p.string().length(255).strictNullable().default(null),
    /** Comes back on the same dates every year; only of dates. */
    isYearly: p.boolean().default(false),
  },
  checks: [
    {
      name: 'closure_check',
      expression:
        '(from_on is not null and until_on is not null and until_on >= from_on and from_at is null and until_at is null) or (from_on is null and until_on is null and from_at is not null and until_at > from_at and is_yearly = 0)',
    },
  ],
  indexes: [{ properties: ['artisan', 'fromOn'] }],
});
export type Closure = InferEntity<typeof Closure>;
