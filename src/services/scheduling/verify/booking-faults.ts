import type { Db } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { occupyingStatuses } from '../booking.states.ts';
import { paddedInterval } from '../occupancy/occupy.ts';
import { eachPage } from './each-page.ts';
import type { BookingFault } from './verify-bookings.ts';

/** Bookings whose time should be taken and is not, or is taken otherwise than they say; and slots that are kept. */
export async function bookingFaults(db: Db): Promise<BookingFault[]> {
  const faults: BookingFault[] = [];
  await eachPage(
    (after, size) => takenBookings(db).where('booking.id', '>', after).orderBy('booking.id').limit(size).execute(),
    (row) => {
      if (row.time_id === null) faults.push({ kind: 'BOOKING_WITHOUT_TIME', id: row.id });
      else if (!isAsBooked(row)) faults.push({ kind: 'TIME_DIFFERS', id: row.id });
    },
  );
  const holds = await heldSlots(db).where('occupancy.id', 'is', null).execute();
  return [...faults, ...holds.map(({ id }) => ({ kind: 'HOLD_WITHOUT_TIME' as const, id }))];
}

const takenBookings = (db: Db) =>
  db
    .selectFrom('booking')
    .leftJoin('occupancy', (join) =>
      join.onRef('occupancy.reference_id', '=', 'booking.id').on('occupancy.kind', '=', 'BOOKING'),
    )
    .where('booking.status', 'in', occupyingStatuses)
    .select(['booking.id', 'booking.artisan_id', 'booking.starts_at', 'booking.ends_at', 'booking.hold_until'])
    .select(['buffer_before_minutes', 'buffer_after_minutes', 'occupancy.id as time_id'])
    .select(['occupancy.artisan_id as time_artisan_id', 'occupancy.starts_at as time_starts_at'])
    .select(['occupancy.ends_at as time_ends_at', 'occupancy.hold_until as time_hold_until'])
    .select(['occupancy.padded_from', 'occupancy.padded_to']);

type TakenBooking = Awaited<ReturnType<ReturnType<typeof takenBookings>['execute']>>[number];

const same = (a: unknown, b: unknown): boolean =>
  a === null || b === null ? a === b : instantFrom(a).getTime() === instantFrom(b).getTime();

function isAsBooked(row: TakenBooking): boolean {
  const padded = paddedInterval({
    startsAt: instantFrom(row.starts_at),
    endsAt: instantFrom(row.ends_at),
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
  });
  return (
    row.artisan_id === row.time_artisan_id &&
    same(row.starts_at, row.time_starts_at) &&
    same(row.ends_at, row.time_ends_at) &&
    same(row.hold_until, row.time_hold_until) &&
    same(padded.from, row.padded_from) &&
    same(padded.to, row.padded_to)
  );
}

const heldSlots = (db: Db) =>
  db
    .selectFrom('slot_hold')
    .leftJoin('occupancy', (join) =>
      join
        .onRef('occupancy.reference_id', '=', 'slot_hold.id')
        .on('occupancy.kind', '=', 'HOLD')
        .onRef('occupancy.artisan_id', '=', 'slot_hold.artisan_id')
        .onRef('occupancy.starts_at', '=', 'slot_hold.starts_at')
        .onRef('occupancy.hold_until', '=', 'slot_hold.expires_at'),
    )
    .where('slot_hold.status', '=', 'HELD')
    .select('slot_hold.id');
