import { planSubscriptions } from './plans/subscriptions.ts';
import { subscribe, type Subscription } from '../platform/context.ts';
import {
  disputeLost,
  disputeWon,
  invoiceIssued,
  invoiceReady,
  paymentDisputed,
  paymentDoubtful,
  paymentFailed,
  paymentMismatched,
  paymentProcessing,
  paymentRefundDue,
  refundFailed,
  refundRequested,
  refundSucceeded,
} from './events.ts';
import { alertMismatchTask, alertRefundDueTask } from './tasks/alert-admins.ts';
import { alertDisputeLostTask, alertDisputeTask, alertDisputeWonTask } from './tasks/alert-dispute.ts';
import { printInvoiceTask, notifyInvoiceReadyTask } from './tasks/invoice-jobs.ts';
import {
  alertManualRefundTask,
  alertRefundFailedTask,
  notifyRefundMadeTask,
  requestRefundTask,
} from './tasks/refund-jobs.ts';
import { notifyMobileMoneyWaitingTask, notifyPaymentDoubtfulTask } from './tasks/mobile-money-jobs.ts';
import { notifyPaymentFailedTask } from './tasks/notify-payment-failed.ts';

/**
 * What billing does about its own events. `payment.completed` and `payment.refunded` have no task here: the module that
 * owns the subject notifies its people, and the payer hears of each refund.
 */
export const billingSubscriptions: readonly Subscription[] = [
  ...planSubscriptions,
  subscribe(invoiceIssued, printInvoiceTask),
  subscribe(invoiceReady, notifyInvoiceReadyTask),
  subscribe(paymentProcessing, notifyMobileMoneyWaitingTask),
  subscribe(paymentDoubtful, notifyPaymentDoubtfulTask),
  subscribe(paymentFailed, notifyPaymentFailedTask),
  subscribe(paymentRefundDue, alertRefundDueTask),
  subscribe(paymentMismatched, alertMismatchTask),
  subscribe(paymentDisputed, alertDisputeTask),
  subscribe(disputeLost, alertDisputeLostTask),
  subscribe(disputeWon, alertDisputeWonTask),
  subscribe(refundRequested, requestRefundTask),
  subscribe(refundRequested, alertManualRefundTask),
  subscribe(refundSucceeded, notifyRefundMadeTask),
  subscribe(refundFailed, alertRefundFailedTask),
];
