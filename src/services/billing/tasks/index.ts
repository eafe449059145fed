import type { AppContext } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
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

/** What billing does after commit and every night; the rules of what is paid for come from the composition root. */
export const billingTasks = (billables: Billables) =>
  [
    {
      job: processPaymentEvent,
      handle: async (ctx: AppContext, payload: { provider: string; eventId: string }) =>
        void (await processPaymentEventNow(billables)(ctx, payload)),
    },
    { job: reconcilePayments, handle: reconcilePaymentsNow(billables) },
    { job: issueLaterJob, handle: issueLaterNow },
    { job: printInvoice, handle: printInvoiceNow },
    { job: notifyInvoiceReady, handle: notifyInvoiceReadyNow },
    { job: notifyPaymentFailed, handle: notifyPaymentFailedNow },
    { job: alertRefundDue, handle: alertRefundDueNow },
    { job: alertMismatch, handle: alertMismatchNow },
    { job: alertDispute, handle: alertDisputeNow },
  ] as const;
