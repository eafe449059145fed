import { subscribe, type Subscription } from '../platform/context.ts';
import { implementTask, type Task } from '../platform/task.ts';
import { schedule } from '../platform/schedules.ts';
import { endBookingHoldTask, expireRequestsTask, sweepHoldsTask, verifyBookingsTask } from './bookings/booking-jobs.ts';
import { endBookingHold, expireRequests, sweepHolds } from './bookings/sweep-holds.ts';
import { bookingCompleted } from './events.ts';
import { writeBookingsExportTask } from './export/export-job.ts';
import { writeBookingsExport } from './export/write-export.ts';
import { completeOverdue } from './managing/complete-overdue.ts';
import { invoiceBooking } from './managing/invoice-booking.ts';
import { completeOverdueTask, invoiceBookingTask } from './managing/managing-jobs.ts';
import { alarmOfBookings } from './verify/alarm-of-bookings.ts';

/** What is done about bookings after a commit and at fixed times. */
export const bookingTasks: readonly Task[] = [
  implementTask(sweepHoldsTask, sweepHolds),
  implementTask(endBookingHoldTask, endBookingHold),
  implementTask(expireRequestsTask, expireRequests),
  implementTask(completeOverdueTask, completeOverdue),
  implementTask(invoiceBookingTask, invoiceBooking),
  implementTask(writeBookingsExportTask, writeBookingsExport),
  implementTask(verifyBookingsTask, (ctx, _) => alarmOfBookings(ctx)),
];

export const bookingSubscriptions: readonly Subscription[] = [subscribe(bookingCompleted, invoiceBookingTask)];

export const bookingSchedules = [
  schedule({ name: 'scheduling.sweep-holds', cron: '* * * * *', task: sweepHoldsTask }),
  schedule({ name: 'scheduling.expire-requests', cron: '7 * * * *', task: expireRequestsTask }),
  schedule({ name: 'scheduling.complete-overdue', cron: '17 * * * *', task: completeOverdueTask }),
  schedule({ name: 'scheduling.verify-bookings', cron: '40 4 * * *', task: verifyBookingsTask }),
];
