import { subscribe, type Subscription } from '../platform/context.ts';
import {
  invoiceIssued,
  invoiceReady,
  paymentDisputed,
  paymentFailed,
  paymentMismatched,
  paymentRefundDue,
} from './events.ts';
import { alertDisputeTask, alertMismatchTask, alertRefundDueTask } from './tasks/alert-admins.ts';
import { printInvoiceTask, notifyInvoiceReadyTask } from './tasks/invoice-jobs.ts';
import { notifyPaymentFailedTask } from './tasks/notify-payment-failed.ts';

/**
 * What billing does about its own events. `payment.completed` and `payment.refunded` have no task here: the module that
 * owns the subject notifies its people, and a refund is made by the admins themselves.
 */
export const billingSubscriptions: readonly Subscription[] = [
  subscribe(invoiceIssued, printInvoiceTask),
  subscribe(invoiceReady, notifyInvoiceReadyTask),
  subscribe(paymentFailed, notifyPaymentFailedTask),
  subscribe(paymentRefundDue, alertRefundDueTask),
  subscribe(paymentMismatched, alertMismatchTask),
  subscribe(paymentDisputed, alertDisputeTask),
];
