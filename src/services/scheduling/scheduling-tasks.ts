import { implementTask, type Task } from '../platform/task.ts';
import { schedule } from '../platform/schedules.ts';
import { endBookingHoldTask, expireRequestsTask, sweepHoldsTask, verifyBookingsTask } from './bookings/booking-jobs.ts';
import { endBookingHold, expireRequests, sweepHolds } from './bookings/sweep-holds.ts';
import { alarmOfBookings } from './verify/alarm-of-bookings.ts';

/** What is done about bookings after a commit and at fixed times. */
export const bookingTasks: readonly Task[] = [
  implementTask(sweepHoldsTask, sweepHolds),
  implementTask(endBookingHoldTask, endBookingHold),
  implementTask(expireRequestsTask, expireRequests),
  implementTask(verifyBookingsTask, (ctx, _) => alarmOfBookings(ctx)),
];

export const bookingSchedules = [
  schedule({ name: 'scheduling.sweep-holds', cron: '* * * * *', task: sweepHoldsTask }),
  schedule({ name: 'scheduling.expire-requests', cron: '7 * * * *', task: expireRequestsTask }),
  schedule({ name: 'scheduling.verify-bookings', cron: '40 4 * * *', task: verifyBookingsTask }),
];
