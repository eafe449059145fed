import { implementTask, type Task } from '../../platform/task.ts';
import {
  alertDispute,
  alertDisputeNow,
  alertMismatch,
  alertMismatchNow,
  alertRefundDue,
  alertRefundDueNow,
} from './alert-admins.ts';
import { processPaymentEvent } from './process-payment-event.job.ts';
import { processPaymentEventNow } from './process-payment-event.ts';
import { issueLaterJob } from './issue-later.job.ts';
import { issueLaterNow } from './issue-later.ts';
import { printInvoice, notifyInvoiceReady } from './invoice-jobs.ts';
import { printInvoiceNow } from './print-invoice.ts';
import { reconcilePayments, reconcilePaymentsNow } from './reconcile-payments.ts';
import { notifyInvoiceReadyNow } from './notify-invoice-ready.ts';
import { notifyPaymentFailed, notifyPaymentFailedNow } from './notify-payment-failed.ts';

/** What billing does after commit and every night. */
export const billingTasks: readonly Task[] = [
  implementTask(processPaymentEvent, (ctx, payload) => processPaymentEventNow(ctx.billables)(ctx, payload)),
  implementTask(reconcilePayments, (ctx, _) => reconcilePaymentsNow(ctx.billables)(ctx)),
  implementTask(issueLaterJob, issueLaterNow),
  implementTask(printInvoice, printInvoiceNow),
  implementTask(notifyInvoiceReady, notifyInvoiceReadyNow),
  implementTask(notifyPaymentFailed, notifyPaymentFailedNow),
  implementTask(alertRefundDue, alertRefundDueNow),
  implementTask(alertMismatch, alertMismatchNow),
  implementTask(alertDispute, alertDisputeNow),
];
