import type { BookingStatus } from '../../entities/scheduling/booking.entity.ts';
import type { BookingVerb } from '../kernel/appointments.ts';
import type { StateTable } from '../kernel/states.ts';

type BookingStates = StateTable<BookingStatus, BookingVerb>;

/**
 * The life of a booking: asked for where the artisan approves, kept for its deposit, confirmed, over. A request with a
 * deposit is held for it when it is approved. One that expired is confirmed when its payment came late and the time is still free.
 */
export const bookingStates: BookingStates = {
  REQUESTED: {
    approve: 'CONFIRMED',
    hold: 'PENDING_PAYMENT',
    decline: 'DECLINED',
    expire: 'EXPIRED',
    cancel: 'CANCELLED',
  },
  PENDING_PAYMENT: { confirm: 'CONFIRMED', expire: 'EXPIRED', cancel: 'CANCELLED' },
  CONFIRMED: { reschedule: 'CONFIRMED', cancel: 'CANCELLED', complete: 'COMPLETED', markNoShow: 'NO_SHOW' },
  EXPIRED: { confirm: 'CONFIRMED' },
  COMPLETED: { correctAttendance: 'NO_SHOW' },
  NO_SHOW: { correctAttendance: 'COMPLETED' },
  DECLINED: {},
  CANCELLED: {},
};

/** The states whose time is taken. */
export const occupyingStatuses: readonly BookingStatus[] = [
  'REQUESTED',
  'PENDING_PAYMENT',
  'CONFIRMED',
  'COMPLETED',
  'NO_SHOW',
];

/** The states of an appointment that is still to come, or waits. */
export const liveStatuses: readonly BookingStatus[] = ['REQUESTED', 'PENDING_PAYMENT', 'CONFIRMED'];
