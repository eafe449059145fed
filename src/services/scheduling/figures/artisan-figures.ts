import type { BookingStatus } from '../../../entities/scheduling/booking.entity.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import { medianOf } from '../../kernel/quantiles.ts';
import { minuteMs } from '../availability/local-days.ts';

/** Figures of some appointments of an artisan; each is defined in docs/appointments.md. */
export interface ArtisanFigures {
  readonly bookings: number;
  readonly completed: number;
  readonly noShows: number;
  readonly cancelled: number;
  /** Null where nobody was expected. */
  readonly noShowShare: number | null;
  /** Null where nothing was booked. */
  readonly cancellationShare: number | null;
  readonly medianLeadMinutes: number | null;
  readonly openMinutes: number;
  readonly bookedMinutes: number;
  /** Null where nothing is open. */
  readonly occupancy: number | null;
  readonly revenue: readonly Money[];
  readonly depositsKept: readonly Money[];
}

/** An appointment that stood, for as long as it did: it begins within the period. */
export interface StoodBooking {
  readonly status: Extract<BookingStatus, 'CONFIRMED' | 'COMPLETED' | 'NO_SHOW' | 'CANCELLED'>;
  /** The local day on which it begins. */
  readonly day: number;
  readonly offeringId: string;
  readonly leadMs: number;
  readonly priceCents: number;
  readonly keptCents: number;
  readonly currency: Currency;
}

/** What an appointment takes of a local day. */
export interface BookedPart {
  readonly day: number;
  readonly offeringId: string;
  readonly bookedMs: number;
  /** Of it, what lies in the opening. */
  readonly inOpeningMs: number;
}

export interface Counted {
  readonly bookings: readonly StoodBooking[];
  readonly parts: readonly BookedPart[];
  readonly openMs: number;
}

export function figuresFrom({ bookings, parts, openMs }: Counted): ArtisanFigures {
  const count = (status: BookingStatus): number => bookings.filter((booking) => booking.status === status).length;
  const [completed, noShows, cancelled] = [count('COMPLETED'), count('NO_SHOW'), count('CANCELLED')];
  const leads = bookings.map(({ leadMs }) => leadMs).toSorted((a, b) => a - b);
  const medianMs = medianOf(leads);
  const inOpeningMs = sum(parts, ({ inOpeningMs: ms }) => ms);
  return {
    ...{ bookings: bookings.length, completed, noShows, cancelled },
    noShowShare: shareOf(noShows, completed + noShows),
    cancellationShare: shareOf(cancelled, bookings.length),
    medianLeadMinutes: medianMs === null ? null : Math.floor(medianMs / minuteMs),
    openMinutes: Math.floor(openMs / minuteMs),
    bookedMinutes: Math.floor(sum(parts, ({ bookedMs }) => bookedMs) / minuteMs),
    occupancy: shareOf(inOpeningMs, openMs),
    revenue: byCurrency(bookings, ({ status, priceCents }) => (status === 'COMPLETED' ? priceCents : 0)),
    depositsKept: byCurrency(bookings, ({ keptCents }) => keptCents),
  };
}

const sum = <T>(of: readonly T[], value: (one: T) => number): number => of.reduce((all, one) => all + value(one), 0);

const shareOf = (some: number, all: number): number | null => (all === 0 ? null : some / all);

/** Amounts of several currencies are never added together; one in which nothing is has none. */
function byCurrency(bookings: readonly StoodBooking[], cents: (booking: StoodBooking) => number): Money[] {
  return [...Map.groupBy(bookings, ({ currency }) => currency)]
    .map(([currency, group]) => money(sum(group, cents), currency))
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
