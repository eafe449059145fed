import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Every minute: frees slots whose form was left, and has every booking ended that was not paid in time. */
export const sweepHoldsTask = defineTask('scheduling.sweep-holds', z.object({}), { priority: 50 });

/** Ends a booking that was not paid in time: its payment first, at the provider. */
export const endBookingHoldTask = defineTask('scheduling.end-booking-hold', z.object({ bookingId: z.uuid() }), {
  priority: 50,
});

/** Every hour: ends requests that nobody answered. */
export const expireRequestsTask = defineTask('scheduling.expire-requests', z.object({}));

/** Every night: compares what is taken with the bookings and holds. */
export const verifyBookingsTask = defineTask('scheduling.verify-bookings', z.object({}), { priority: 200 });
