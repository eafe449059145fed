import { subscribe, type Subscription } from '../platform/context.ts';
import {
  invoiceIssued,
  invoicePaid,
  invoiceReady,
  paymentDisputed,
  paymentFailed,
  paymentMismatched,
  paymentRefundDue,
  refundFailed,
  refundRequested,
  refundSucceeded,
} from './events.ts';
import { alertDisputeTask, alertMismatchTask, alertRefundDueTask } from './tasks/alert-admins.ts';
import { dropPayLinksTask, printInvoiceTask, notifyInvoiceReadyTask } from './tasks/invoice-jobs.ts';
import {
  alertManualRefundTask,
  alertRefundFailedTask,
  notifyRefundMadeTask,
  requestRefundTask,
} from './tasks/refund-jobs.ts';
import { notifyPaymentFailedTask } from './tasks/notify-payment-failed.ts';

/**
 * What billing does about its own events. `payment.completed` and `payment.refunded` have no task here: the module that
 * owns the subject notifies its people, and the payer hears of each refund.
 */
export const billingSubscriptions: readonly Subscription[] = [
  subscribe(invoiceIssued, printInvoiceTask),
  subscribe(invoicePaid, dropPayLinksTask),
  subscribe(invoiceReady, notifyInvoiceReadyTask),
  subscribe(paymentFailed, notifyPaymentFailedTask),
  subscribe(paymentRefundDue, alertRefundDueTask),
  subscribe(paymentMismatched, alertMismatchTask),
  subscribe(paymentDisputed, alertDisputeTask),
  subscribe(refundRequested, requestRefundTask),
  subscribe(refundRequested, alertManualRefundTask),
  subscribe(refundSucceeded, notifyRefundMadeTask),
  subscribe(refundFailed, alertRefundFailedTask),
];
