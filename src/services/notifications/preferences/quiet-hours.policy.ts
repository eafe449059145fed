import type { Priority } from '../../../entities/notifications/notification.entity.ts';

/** The hours of a week in which a person gets no mail that can wait, on the clock of their zone. */
export interface QuietWindow {
  /** `22:00`. */
  readonly from: string;
  /** `07:00`; the next day when it is not later than `from`. */
  readonly to: string;
  /** The days on which they begin, 1 for Monday to 7. */
  readonly weekdays: readonly number[];
  readonly timeZone: string;
}

/** A mail of HIGH priority waits until then at most. */
const highUntil = '08:00';

/**
 * Until when a mail waits that is ready now; null when it does not. The hours are those of the wall clock: a night in which clocks
 * change is an hour shorter or longer, and ends when the clock says so.
 */
export function heldUntil(now: Date, priority: Priority, window: QuietWindow | null): Date | null {
  if (window === null || priority === 'URGENT') return null;
  const end = quietUntil(now, window);
  if (end === null || priority !== 'HIGH') return end;
  const morning = nextOn(now, highUntil, window.timeZone);
  return morning < end ? morning : end;
}

/** Was a mail held for the morning only, within hours that go on? It is pressing, and waits no longer. */
export const isHeldForMorning = (until: Date, window: QuietWindow): boolean =>
  quietUntil(until, window) !== null && zoned(until, window.timeZone).toPlainTime().equals(highUntil);

function quietUntil(now: Date, { from, to, weekdays, timeZone }: QuietWindow): Date | null {
  const today = zoned(now, timeZone).toPlainDate();
  // They began today, or last evening.
  for (const day of [today, today.subtract({ days: 1 })]) {
    const start = instantAt(day, from, timeZone);
    const end = instantAt(to > from ? day : day.add({ days: 1 }), to, timeZone);
    if (weekdays.includes(day.dayOfWeek) && start <= now && now < end) return end;
  }
  return null;
}

/** The next instant after `now` at which the clock shows this time. */
export function nextOn(now: Date, time: string, timeZone: string): Date {
  const today = zoned(now, timeZone).toPlainDate();
  const at = instantAt(today, time, timeZone);
  return at > now ? at : instantAt(today.add({ days: 1 }), time, timeZone);
}

/** The date on the clock of a zone: `2026-12-01`. */
export const dateIn = (now: Date, timeZone: string): string => zoned(now, timeZone).toPlainDate().toString();

const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

/** A time that the clock skips is an hour later, one that it shows twice is the first of the two. */
const instantAt = (day: Temporal.PlainDate, plainTime: string, timeZone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds);
