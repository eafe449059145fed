import { leftOfSubjects } from '../../billing/index.ts';
import type { Db } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { dayMs, localDayOf } from '../availability/local-days.ts';
import type { Span } from '../availability/spans.ts';
import { bookingSubjectType } from '../booking-subject.ts';
import type { BookedPart, StoodBooking } from './artisan-figures.ts';

/** A local day, and when it is open. */
export interface OpenDay {
  readonly day: number;
  readonly span: Span;
  readonly open: readonly Span[];
}

/** The time of an appointment that stands, and the local days on which it begins and ends. */
export interface TakenSpan extends Span {
  readonly offeringId: string;
  readonly firstDay: number;
  readonly lastDay: number;
}

export interface PeriodBookings {
  /** Those that begin within the period. */
  readonly bookings: readonly StoodBooking[];
  /** What stands of the period, also of those that began the day before. */
  readonly taken: readonly TakenSpan[];
  /** The offerings of both by their id, by name. */
  readonly names: ReadonlyMap<string, string>;
}

/** Nothing lasts longer: what begins earlier is over. */
const longestMs = 2 * dayMs;

/** The appointments of an artisan on these days that stood, whatever became of them; in two statements and one of their deposits. */
export async function readBookings(
  db: Db,
  { id: artisanId, timeZone }: { readonly id: string; readonly timeZone: string },
  days: readonly OpenDay[],
): Promise<PeriodBookings> {
  const period = { from: days[0]?.span.from ?? 0, to: days.at(-1)?.span.to ?? 0 };
  const rows = (await stoodRows(db, artisanId, period)).map((row) => {
    const [from, to] = [instantFrom(row.startsAt).getTime(), instantFrom(row.endsAt).getTime()];
    return { ...row, from, to, firstDay: localDayOf(timeZone, from), lastDay: localDayOf(timeZone, to - 1) };
  });
  const begun = rows.filter(({ from }) => from >= period.from);
  const kept = await leftOfSubjects(db, {
    type: bookingSubjectType,
    ids: begun.filter(({ status, depositCents }) => isForfeit(status) && Number(depositCents) > 0).map(({ id }) => id),
  });
  return {
    bookings: begun.map((row) => ({
      ...{ status: row.status as StoodBooking['status'], offeringId: row.offeringId, currency: row.currency },
      day: row.firstDay,
      leadMs: row.from - instantFrom(row.createdAt).getTime(),
      priceCents: Number(row.priceCents),
      keptCents: kept.get(row.id) ?? 0,
    })),
    taken: rows.filter(({ status }) => status !== 'CANCELLED'),
    names: new Map(
      rows.map(({ offeringId, name }) => [offeringId, name] as const).toSorted(([, a], [, b]) => (a < b ? -1 : 1)),
    ),
  };
}

const isForfeit = (status: string): boolean => status === 'NO_SHOW' || status === 'CANCELLED';

const stoodRows = (db: Db, artisanId: string, { from, to }: Span) =>
  db
    .selectFrom('booking')
    .innerJoin('offering', 'offering.id', 'booking.offering_id')
    .select(['booking.id', 'booking.status', 'booking.offering_id as offeringId', 'offering.name'])
    .select(['booking.starts_at as startsAt', 'booking.ends_at as endsAt', 'booking.created_at as createdAt'])
    .select(['booking.price_cents as priceCents', 'booking.deposit_cents as depositCents', 'booking.currency'])
    .where('booking.artisan_id', '=', artisanId)
    .where('booking.starts_at', '>', new Date(from - longestMs))
    .where('booking.starts_at', '<', new Date(to))
    .where('booking.ends_at', '>', new Date(from))
    .where((eb) =>
      eb.or([
        eb('booking.status', 'in', ['CONFIRMED', 'COMPLETED', 'NO_SHOW']),
        eb.and([eb('booking.status', '=', 'CANCELLED'), eb('booking.confirmed_at', 'is not', null)]),
      ]),
    )
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
    .execute();

/** What an appointment takes of each day of the period that it is on. */
export function partsOf(
  days: ReadonlyMap<number, OpenDay>,
  { offeringId, firstDay, lastDay, ...time }: TakenSpan,
): BookedPart[] {
  return [...new Set([firstDay, lastDay])].map((day) => {
    const { span, open } = days.get(day) ?? nothing;
    const inOpeningMs = open.reduce((ms, window) => ms + commonMs(window, time), 0);
    return { day, offeringId, bookedMs: commonMs(span, time), inOpeningMs };
  });
}

const nothing = { span: { from: 0, to: 0 }, open: [] };

const commonMs = (a: Span, b: Span): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
