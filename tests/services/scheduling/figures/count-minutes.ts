import type { BookingStatus } from '../../../../src/entities/scheduling/booking.entity.ts';
import { readClock } from '../availability/brute-force.ts';

/** The figures of an artisan's days as their definitions say them, of every minute and of every booking. */

export interface Fact {
  readonly offering: string;
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly createdAt: Date;
  readonly priceCents: number;
  /** What is left of its deposit. */
  readonly keptCents: number;
  readonly stood: boolean;
}

export interface Days {
  /** The first instant. */
  readonly start: number;
  /** What clocks show in each minute from then on. */
  readonly dates: readonly string[];
  /** Is anything open at this minute of this date? */
  readonly isOpen: (date: string, minute: number) => boolean;
}

const minuteMs = 60_000;
const share = (some: number, all: number): number | null => (all === 0 ? null : some / all);
const euros = (amount: number) => (amount === 0 ? [] : [{ amount, currency: 'EUR' }]);

/** The minutes of some local days. */
export function minutesOf(
  zone: string,
  { from, to }: { readonly from: string; readonly to: string },
): Omit<Days, 'isOpen'> {
  const start = Temporal.PlainDate.from(from).toZonedDateTime(zone).epochMilliseconds;
  const end = Temporal.PlainDate.from(to).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const { shown } = readClock(zone, start, (end - start) / minuteMs);
  return { start, dates: Array.from(shown, (wall) => new Date(wall * minuteMs).toISOString()) };
}

/** Of the days that `isIn` has and the bookings of one offering, or all. */
export function countMinutes(
  facts: readonly Fact[],
  { start, dates, isOpen }: Days,
  { isIn = () => true, offering }: { readonly isIn?: (date: string) => boolean; readonly offering?: string } = {},
) {
  const dateOf = (at: Date): string => dates[(at.getTime() - start) / minuteMs]?.slice(0, 10) ?? '';
  const itsOwn = facts.filter((fact) => fact.stood && (offering === undefined || fact.offering === offering));
  const kept = itsOwn.filter(({ status }) => status !== 'CANCELLED');
  const booked = new Uint8Array(dates.length);
  for (const { startsAt, minutes } of kept) {
    const from = (startsAt.getTime() - start) / minuteMs;
    booked.fill(1, Math.max(0, from), Math.max(0, from + minutes));
  }
  let [openMinutes, bookedMinutes, both] = [0, 0, 0];
  dates.forEach((text, index) => {
    const date = text.slice(0, 10);
    if (!isIn(date)) return;
    const isBooked = booked[index] === 1;
    const open = isOpen(date, Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)));
    openMinutes += Number(open);
    bookedMinutes += Number(isBooked);
    both += Number(open && isBooked);
  });
  const begun = itsOwn.filter(({ startsAt }) => dateOf(startsAt) !== '' && isIn(dateOf(startsAt)));
  const having = (status: BookingStatus) => begun.filter((fact) => fact.status === status);
  const [completed, noShows, cancelled] = [having('COMPLETED'), having('NO_SHOW'), having('CANCELLED')];
  const cents = (some: readonly Fact[], of: 'priceCents' | 'keptCents') => some.reduce((all, one) => all + one[of], 0);
  const leads = begun.map(({ startsAt, createdAt }) => (startsAt.getTime() - createdAt.getTime()) / minuteMs);
  leads.sort((a, b) => a - b);
  const middle = leads.slice(Math.ceil(leads.length / 2) - 1, Math.floor(leads.length / 2) + 1);
  return {
    ...{ bookings: begun.length, completed: completed.length, noShows: noShows.length, cancelled: cancelled.length },
    noShowShare: share(noShows.length, completed.length + noShows.length),
    cancellationShare: share(cancelled.length, begun.length),
    medianLeadMinutes:
      leads.length === 0 ? null : Math.floor(middle.reduce((all, one) => all + one, 0) / middle.length),
    ...{ openMinutes, bookedMinutes, occupancy: share(both, openMinutes) },
    revenue: euros(cents(completed, 'priceCents')),
    depositsKept: euros(cents([...noShows, ...cancelled], 'keptCents')),
  };
}
