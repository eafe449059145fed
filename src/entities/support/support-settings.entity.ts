import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { BusinessWindow } from '../../services/kernel/business-time.ts';
import type { HolidayRegion } from '../../services/kernel/holidays.ts';
import { locales } from '../../services/kernel/locale.ts';
import { base } from '../base.ts';
import { ticketPriorities } from './ticket.entity.ts';

/** A local date with windows of its own; none: closed. */
export interface CalendarException {
  readonly date: string;
  readonly windows: readonly BusinessWindow[];
}

/** The hours of the business from a local date on, until the next version. Set by admins; stays, for what was counted by it. */
export const BusinessCalendar = defineEntity({
  name: 'BusinessCalendar',
  tableName: 'business_calendar',
  properties: {
    ...base(),
    validFrom: p.string().columnType('char(10)').unique(),
    zone: p.string().length(64),
    /** Whose public holidays are closed; null for none. */
    region: p.string().length(40).$type<HolidayRegion>().strictNullable().default(null),
    /** Monday first. */
    week: p.json<readonly (readonly BusinessWindow[])[]>(),
    exceptions: p.json<readonly CalendarException[]>(),
  },
});
export type BusinessCalendar = InferEntity<typeof BusinessCalendar>;

/** Within how many minutes of business time tickets of a priority are answered and resolved, where an admin said it. Stays. */
export const TicketTarget = defineEntity({
  name: 'TicketTarget',
  tableName: 'ticket_target',
  properties: {
    ...base(),
    priority: p.enum(ticketPriorities).unique(),
    firstResponseMinutes: p.integer(),
    resolutionMinutes: p.integer(),
  },
});
export type TicketTarget = InferEntity<typeof TicketTarget>;

/** An answer that is kept ready, with places for the names of a ticket. Written and used by the team; says nothing of anybody. */
export const CannedReply = defineEntity({
  name: 'CannedReply',
  tableName: 'canned_reply',
  properties: {
    ...base(),
    name: p.string().length(100),
    locale: p.enum(locales),
    content: p.text(),
  },
  uniques: [{ properties: ['name', 'locale'] }],
});
export type CannedReply = InferEntity<typeof CannedReply>;
