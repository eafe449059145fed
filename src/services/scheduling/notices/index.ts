import { paymentFailed } from '../../billing/index.ts';
import { subscribe, type Subscription } from '../../platform/context.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import {
  bookingCancelled,
  bookingConfirmationRequested,
  bookingConfirmed,
  bookingDeclined,
  bookingExpired,
  bookingHeld,
  bookingLinkRequested,
  bookingPaidLate,
  bookingRequested,
  bookingRescheduled,
} from '../events.ts';
import * as jobs from './notice-jobs.ts';
import * as links from './mail-links.ts';
import { notifyDepositFailed } from './deposit-failed.ts';
import * as notices from './notify-bookings.ts';

/** Notifies people of their bookings, after each commit. */
export const noticeTasks: readonly Task[] = [
  implementTask(jobs.notifyRequestedTask, ({ run }, about) => run(notices.notifyRequested, about)),
  implementTask(jobs.notifyDeclinedTask, ({ run }, about) => run(notices.notifyDeclined, about)),
  implementTask(jobs.notifyHeldTask, ({ run }, about) => run(notices.notifyHeld, about)),
  implementTask(jobs.notifyConfirmedTask, ({ run }, about) => run(notices.notifyConfirmed, about)),
  implementTask(jobs.notifyRescheduledTask, ({ run }, about) => run(notices.notifyRescheduled, about)),
  implementTask(jobs.notifyCancelledTask, ({ run }, about) => run(notices.notifyCancelled, about)),
  implementTask(jobs.notifyExpiredTask, ({ run }, about) => run(notices.notifyExpired, about)),
  implementTask(jobs.notifyPaidLateTask, ({ run }, about) => run(notices.notifyPaidLate, about)),
  implementTask(jobs.notifyDepositFailedTask, ({ run }, about) => run(notifyDepositFailed, about)),
  implementTask(links.mailBookingLinkTask, ({ run }, asked) => run(links.mailBookingLink, asked)),
  implementTask(links.mailConfirmCancelTask, ({ run }, asked) => run(links.mailConfirmCancel, asked)),
];

export const noticeSubscriptions: readonly Subscription[] = [
  subscribe(bookingRequested, jobs.notifyRequestedTask),
  subscribe(bookingDeclined, jobs.notifyDeclinedTask),
  subscribe(bookingHeld, jobs.notifyHeldTask),
  subscribe(bookingConfirmed, jobs.notifyConfirmedTask),
  subscribe(bookingRescheduled, jobs.notifyRescheduledTask),
  subscribe(bookingCancelled, jobs.notifyCancelledTask),
  subscribe(bookingExpired, jobs.notifyExpiredTask),
  subscribe(bookingPaidLate, jobs.notifyPaidLateTask),
  subscribe(paymentFailed, jobs.notifyDepositFailedTask),
  subscribe(bookingLinkRequested, links.mailBookingLinkTask),
  subscribe(bookingConfirmationRequested, links.mailConfirmCancelTask),
];
