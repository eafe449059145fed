import type ICAL from 'ical.js';
import { blockingOf, type Blocking } from './blocking.ts';
import { instantOf, isTime, momentOf, tzidOf, type Moment, type Reading } from './moments.ts';
import { Skipped } from './skipped.ts';

/** One VEVENT: an event, a series, or one occurrence of a series that is otherwise. */
export interface Entry {
  readonly component: ICAL.Component;
  readonly start: Moment;
  readonly length: Length;
  readonly blocking: Blocking | null;
  readonly title: string | null;
}

/** Days are nominal (23 to 25 hours), the rest elapses. */
export interface Length {
  readonly days: number;
  readonly ms: number;
}

const dayMs = 86_400_000;
/** Of a length, in elapsed time, whatever clocks do. */
export const mostMs = ({ days, ms }: Length): number => (days * 25 * dayMs) / 24 + ms;

export function entryOf(component: ICAL.Component, reading: Reading, owner: ReadonlySet<string>): Entry {
  const start = timeIn(component, 'dtstart', reading);
  if (start === undefined) throw new Skipped('NO_START');
  const title = component.getFirstPropertyValue('summary');
  return {
    component,
    start,
    length: lengthOf(component, start, reading),
    blocking: blockingOf(component, owner),
    title: typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, 255) : null,
  };
}

/** The time that a property says. */
export function timeIn(component: ICAL.Component, name: string, reading: Reading): Moment | undefined {
  const property = component.getFirstProperty(name);
  const value: unknown = property?.getFirstValue();
  return property && isTime(value) ? momentOf(value, tzidOf(property), reading) : undefined;
}

/**
 * DTEND less DTSTART elapses for every occurrence, DURATION has nominal days (RFC 5545, 3.8.5.3 and 3.3.6). Without both a date is one
 * day, and a time takes none.
 */
function lengthOf(component: ICAL.Component, start: Moment, reading: Reading): Length {
  const end = timeIn(component, 'dtend', reading);
  if (end !== undefined) return lengthUntil(start, end);
  const duration = component.getFirstPropertyValue('duration') as ICAL.Duration | null;
  if (duration === null) return { days: start.isDate ? 1 : 0, ms: 0 };
  if (duration.isNegative) throw new Skipped('END_BEFORE_START');
  const { weeks, days, hours, minutes, seconds } = duration;
  return { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1_000 };
}

/** A date that ends on its own day is written so by some, and means that day. */
export function lengthUntil(start: Moment, end: Moment): Length {
  if (start.isDate && end.isDate) {
    const days = (end.wall - start.wall) / dayMs;
    if (days < 0) throw new Skipped('END_BEFORE_START');
    return { days: Math.max(1, days), ms: 0 };
  }
  const ms = instantOf(end) - instantOf(start);
  if (ms < 0) throw new Skipped('END_BEFORE_START');
  return { days: 0, ms };
}

/** When something ends that begins so. */
export function endOf(start: Moment, { days, ms }: Length): number {
  const last = days === 0 ? start : { ...start, wall: start.wall + days * dayMs };
  return instantOf(last) + ms;
}
