import { subscribe, type Subscription } from '../platform/context.ts';
import {
  invoiceIssued,
  invoiceReady,
  paymentDisputed,
  paymentFailed,
  paymentMismatched,
  paymentRefundDue,
} from './events.ts';
import { alertDispute, alertMismatch, alertRefundDue } from './tasks/alert-admins.ts';
import { printInvoice, notifyInvoiceReady } from './tasks/invoice-jobs.ts';
import { notifyPaymentFailed } from './tasks/notify-payment-failed.ts';

/**
 * What billing does about its own events. `payment.completed` and `payment.refunded` have nobody here: the order tells its
 * own people that it is paid, and a refund is made by the admins themselves.
 */
export const billingSubscriptions: readonly Subscription[] = [
  subscribe(invoiceIssued, printInvoice),
  subscribe(invoiceReady, notifyInvoiceReady),
  subscribe(paymentFailed, notifyPaymentFailed),
  subscribe(paymentRefundDue, alertRefundDue),
  subscribe(paymentMismatched, alertMismatch),
  subscribe(paymentDisputed, alertDispute),
];
