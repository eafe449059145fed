import type { Db } from '../../platform/context.ts';
import { bookingFaults } from './booking-faults.ts';
import { quantumFaults } from './quantum-faults.ts';
import { timeFaults } from './time-faults.ts';

/** What is wrong with a row: a booking or hold and its time, or a time and its quanta. */
export const bookingFaultKinds = [
  'BOOKING_WITHOUT_TIME',
  'HOLD_WITHOUT_TIME',
  'TIME_WITHOUT_OWNER',
  'TIME_DIFFERS',
  'QUANTA_DIFFER',
  'QUANTA_WITHOUT_TIME',
  'QUANTA_OUTSIDE',
  'EXTERNAL_NOT_LAID',
] as const;

export interface BookingFault {
  readonly kind: (typeof bookingFaultKinds)[number];
  /** Of the booking, the hold or the occupancy; of the artisan for quanta. */
  readonly id: string;
}

const keyOf = ({ kind, id }: BookingFault): string => `${kind} ${id}`;

async function lookOnce(db: Db): Promise<BookingFault[]> {
  return [...(await bookingFaults(db)), ...(await timeFaults(db)), ...(await quantumFaults(db))];
}

/**
 * Compares what is taken with the bookings and holds, row by row. Bookings go on meanwhile: what is found wrong is looked at again, and
 * only what is wrong both times is a fault.
 */
export async function verifyBookings(db: Db): Promise<BookingFault[]> {
  const first = await lookOnce(db);
  if (first.length === 0) return [];
  const again = new Set((await lookOnce(db)).map(keyOf));
  return first.filter((fault) => again.has(keyOf(fault)));
}
