import { paymentFailed } from '../../billing/index.ts';
import {
  bookingCancelled,
  bookingConfirmed,
  bookingDeclined,
  bookingExpired,
  bookingHeld,
  bookingPaidLate,
  bookingRequested,
  bookingRescheduled,
} from '../events.ts';
import { defineTask } from '../../platform/task.ts';

/** Each writes to the people of a booking what has happened to it. */
export const notifyRequestedTask = defineTask('scheduling.notify-requested', bookingRequested.payload);
export const notifyDeclinedTask = defineTask('scheduling.notify-declined', bookingDeclined.payload);
export const notifyHeldTask = defineTask('scheduling.notify-held', bookingHeld.payload, { priority: 50 });
export const notifyConfirmedTask = defineTask('scheduling.notify-confirmed', bookingConfirmed.payload, {
  priority: 50,
});
export const notifyRescheduledTask = defineTask('scheduling.notify-rescheduled', bookingRescheduled.payload);
export const notifyCancelledTask = defineTask('scheduling.notify-cancelled', bookingCancelled.payload);
export const notifyExpiredTask = defineTask('scheduling.notify-expired', bookingExpired.payload);
export const notifyPaidLateTask = defineTask('scheduling.notify-paid-late', bookingPaidLate.payload);
/** Of any payment: that of a deposit is the artisan’s to know of. */
export const notifyDepositFailedTask = defineTask('scheduling.notify-deposit-failed', paymentFailed.payload);
