import { implementTask, type Task } from '../../platform/task.ts';
import {
  alertDispute,
  alertDisputeNow,
  alertMismatch,
  alertMismatchNow,
  alertRefundDue,
  alertRefundDueNow,
} from './alert-admins.ts';
import { applyPaymentEvent } from './apply-payment-event.job.ts';
import { applyPaymentEventNow } from './apply-payment-event.ts';
import { issueLaterJob } from './issue-later.job.ts';
import { issueLaterNow } from './issue-later.ts';
import { printInvoice, tellInvoiceReady } from './invoice-jobs.ts';
import { printInvoiceNow } from './print-invoice.ts';
import { reconcilePayments, reconcilePaymentsNow } from './reconcile-payments.ts';
import { tellInvoiceReadyNow } from './tell-invoice-ready.ts';
import { tellPaymentFailed, tellPaymentFailedNow } from './tell-payment-failed.ts';

/** What billing does after commit and every night. */
export const billingTasks: readonly Task[] = [
  implementTask(applyPaymentEvent, (ctx, payload) => applyPaymentEventNow(ctx.billables)(ctx, payload)),
  implementTask(reconcilePayments, (ctx, _) => reconcilePaymentsNow(ctx.billables)(ctx)),
  implementTask(issueLaterJob, issueLaterNow),
  implementTask(printInvoice, printInvoiceNow),
  implementTask(tellInvoiceReady, tellInvoiceReadyNow),
  implementTask(tellPaymentFailed, tellPaymentFailedNow),
  implementTask(alertRefundDue, alertRefundDueNow),
  implementTask(alertMismatch, alertMismatchNow),
  implementTask(alertDispute, alertDisputeNow),
];
