import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import type { SkipReason } from '../../../entities/scheduling/booking-reminder.entity.ts';
import type { ReminderRule } from '../../../entities/scheduling/offering.entity.ts';

export interface DueReminder {
  readonly kind: string;
  readonly dueAt: Date;
}

/** The day before at 18:00, as the seed's reminder says « demain ». */
const dayBefore: ReminderRule = { daysBefore: 1, atMinute: 18 * 60 };
/** A server that was down sends what is late, within three hours. */
export const latestMs = 3 * 3_600_000;
const minuteMs = 60_000;

interface Occasion {
  readonly startsAt: Date;
  /** The artisan's. */
  readonly timeZone: string;
  readonly rules: readonly ReminderRule[];
  /** When this time was agreed. Reminders that were due before are not planned: who has just booked needs none. */
  readonly since: Date;
}

/** The reminders of one appointment, in order. */
export const dueReminders = ({ startsAt, timeZone, rules, since }: Occasion): DueReminder[] =>
  [
    { kind: 'DAY_BEFORE', dueAt: dueAtOf(dayBefore, startsAt, timeZone) },
    ...rules.map((rule) => ({ kind: kindOf(rule), dueAt: dueAtOf(rule, startsAt, timeZone) })),
  ]
    .filter(({ dueAt }) => dueAt > since && dueAt < startsAt)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());

const kindOf = (rule: ReminderRule): string =>
  'minutesBefore' in rule ? `${rule.minutesBefore}m` : `${rule.daysBefore}d-${rule.atMinute}`;

/** Minutes before are elapsed time; days before are local dates, at a minute of their clocks. */
function dueAtOf(rule: ReminderRule, startsAt: Date, timeZone: string): Date {
  if ('minutesBefore' in rule) return new Date(startsAt.getTime() - rule.minutesBefore * minuteMs);
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timeZone);
  const time = Temporal.PlainTime.from({ hour: Math.floor(rule.atMinute / 60), minute: rule.atMinute % 60 });
  const due = start.toPlainDate().subtract({ days: rule.daysBefore }).toPlainDateTime(time).toZonedDateTime(timeZone);
  return new Date(due.epochMilliseconds);
}

interface Sending {
  readonly booking: Pick<Booking, 'startsAt'>;
  /** Whether this customer wants it this way. */
  readonly isWanted: boolean;
  readonly artisan: Pick<Artisan, 'timeZone' | 'quietFromMinute' | 'quietUntilMinute'>;
  readonly dueAt: Date;
  readonly now: Date;
}

/** Why a reminder that is due is not sent; null when it is. */
export function skipReasonOf({ booking, isWanted, artisan, dueAt, now }: Sending): SkipReason | null {
  if (!isWanted) return 'NOT_WANTED';
  if (now >= booking.startsAt) return 'STARTED';
  if (now.getTime() > dueAt.getTime() + latestMs) return 'TOO_LATE';
  return isQuiet(now, artisan) ? 'QUIET_HOURS' : null;
}

/** The same instant, or the end of the artisan's night that it falls in. */
export function outsideQuietHours(at: Date, artisan: Sending['artisan']): Date {
  if (!isQuiet(at, artisan)) return at;
  const { timeZone, quietUntilMinute: until } = artisan;
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const time = Temporal.PlainTime.from({ hour: Math.floor(until / 60) % 24, minute: until % 60 });
  const isEvening = local.hour * 60 + local.minute >= until;
  const day = local.toPlainDate().add({ days: isEvening ? 1 : 0 });
  return new Date(day.toPlainDateTime(time).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The night may begin before midnight and end after it. */
export function isQuiet(
  at: Date,
  { timeZone, quietFromMinute: from, quietUntilMinute: until }: Sending['artisan'],
): boolean {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const now = hour * 60 + minute;
  return from <= until ? now >= from && now < until : now >= from || now < until;
}
