import type { KeepingStart } from '../../../entities/archive/document-words.entity.ts';
import { instantAt } from '../../kernel/business-time.ts';
import { localDateOf } from '../../kernel/format.ts';

/** How long a type asks to keep its documents. */
export interface KeepingRule {
  /** Null: for no time. */
  readonly keepMonths: number | null;
  readonly since: KeepingStart;
}

/** What a time of keeping may count from. Never a file's own time, which anybody can set. */
export interface KeepingDates {
  /** Local; empty for none: then the day it was added counts. */
  readonly documentDate: string;
  /** Local: when the event took place; null before. */
  readonly closedOn: string | null;
  readonly createdAt: Date;
}

/** Ahead of any date: until what the time counts from has taken place. */
export const untilItsEvent = new Date('9999-12-31T00:00:00.000Z');

export const awaitsItsEvent = (until: Date | null): boolean => until?.getTime() === untilItsEvent.getTime();

/**
 * Until when a document is kept; null for no time. A term in months ends with the day that has the number of the first one, or with the
 * last day of the month where it has no such day (Code de procédure civile, articles 641 and 642): what began on 29 February ends on 28.
 */
export function keptUntil({ keepMonths, since }: KeepingRule, dates: KeepingDates, zone: string): Date | null {
  if (keepMonths === null) return null;
  const from = firstDay(since, dates, zone);
  if (from === null) return untilItsEvent;
  return endOfDay(Temporal.PlainDate.from(from).add({ months: keepMonths }), zone);
}

/** The end of a local day: nothing is kept beyond what both databases can write. */
export function endOfDay(day: Temporal.PlainDate, zone: string): Date {
  if (day.year > 9_998) return new Date(untilItsEvent.getTime() - 1);
  return instantAt(day.toString(), '24:00', zone);
}

function firstDay(since: KeepingStart, { documentDate, closedOn, createdAt }: KeepingDates, zone: string) {
  if (since === 'EVENT') return closedOn;
  return since === 'DOCUMENT_DATE' && documentDate !== '' ? documentDate : localDateOf(createdAt, zone);
}

/** The later of two ends; null is the earliest. */
export const laterEnd = (one: Date | null, other: Date | null): Date | null =>
  (one?.getTime() ?? 0) >= (other?.getTime() ?? 0) ? one : other;
