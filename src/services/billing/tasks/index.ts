import { implementTask, type Task } from '../../platform/task.ts';
import {
  alertManualRefund,
  alertOutsideRefund,
  alertDisputeTask,
  alertDispute,
  alertMismatchTask,
  alertMismatch,
  alertRefundDueTask,
  alertRefundDue,
} from './alert-admins.ts';
import { processPaymentEventTask } from './process-payment-event.task.ts';
import { processPaymentEvent } from './process-payment-event.ts';
import { creditLaterTask, issueLaterTask } from './issue-later.task.ts';
import { creditLaterNow, issueLaterNow } from './issue-later.ts';
import { dropPayLinks } from './drop-pay-links.ts';
import { dropPayLinksTask, printInvoiceTask, notifyInvoiceReadyTask } from './invoice-jobs.ts';
import { printInvoice } from './print-invoice.ts';
import { reconcilePaymentsTask, reconcilePayments } from './reconcile-payments.ts';
import { markOverdue, markOverdueTask } from './mark-overdue.ts';
import { alertRefundFailed } from './alert-refund-failed.ts';
import { notifyRefundMade } from './notify-refund-made.ts';
import { reconcileRefunds } from './reconcile-refunds.ts';
import {
  alertManualRefundTask,
  alertOutsideRefundTask,
  alertRefundFailedTask,
  notifyRefundMadeTask,
  reconcileRefundsTask,
  requestRefundTask,
} from './refund-jobs.ts';
import { requestRefund } from './request-refund.ts';
import { notifyInvoiceReady } from './notify-invoice-ready.ts';
import { alertUntransmitted, alertUntransmittedTask } from '../transmission/alert-untransmitted.ts';
import { mailReceipt, mailReceiptTask } from '../sending/mail-receipt.ts';
import { remindOverdue, remindOverdueTask } from '../reminders/remind-overdue.ts';
import { notifyPaymentFailedTask, notifyPaymentFailed } from './notify-payment-failed.ts';

/** What billing does after commit and every night. */
export const billingTasks: readonly Task[] = [
  implementTask(processPaymentEventTask, (ctx, payload) => processPaymentEvent(ctx.billables)(ctx, payload)),
  implementTask(reconcilePaymentsTask, (ctx, _) => reconcilePayments(ctx.billables)(ctx)),
  implementTask(markOverdueTask, (ctx, _) => markOverdue(ctx)),
  implementTask(alertUntransmittedTask, (ctx, _) => alertUntransmitted(ctx)),
  implementTask(mailReceiptTask, mailReceipt),
  implementTask(remindOverdueTask, (ctx, _) => remindOverdue(ctx)),
  implementTask(issueLaterTask, issueLaterNow),
  implementTask(creditLaterTask, creditLaterNow),
  implementTask(printInvoiceTask, printInvoice),
  implementTask(dropPayLinksTask, dropPayLinks),
  implementTask(notifyInvoiceReadyTask, notifyInvoiceReady),
  implementTask(notifyPaymentFailedTask, notifyPaymentFailed),
  implementTask(alertRefundDueTask, alertRefundDue),
  implementTask(alertMismatchTask, alertMismatch),
  implementTask(alertDisputeTask, alertDispute),
  implementTask(requestRefundTask, (ctx, payload) => requestRefund(ctx, payload)),
  implementTask(reconcileRefundsTask, (ctx, _) => reconcileRefunds(ctx)),
  implementTask(notifyRefundMadeTask, notifyRefundMade),
  implementTask(alertManualRefundTask, alertManualRefund),
  implementTask(alertRefundFailedTask, alertRefundFailed),
  implementTask(alertOutsideRefundTask, alertOutsideRefund),
];
