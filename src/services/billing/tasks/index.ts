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
import { applyPaymentEvent } from './apply-payment-event.job.ts';
import { applyPaymentEventNow } from './apply-payment-event.ts';
import { issueLaterJob } from './issue-later.job.ts';
import { issueLaterNow } from './issue-later.ts';
import { printInvoice, tellInvoiceReady } from './invoice-jobs.ts';
import { printInvoiceNow } from './print-invoice.ts';
import { reconcilePayments, reconcilePaymentsNow } from './reconcile-payments.ts';
import { tellInvoiceReadyNow } from './tell-invoice-ready.ts';
import { tellPaymentFailed, tellPaymentFailedNow } from './tell-payment-failed.ts';

/** What billing does after commit and every night; the rules of what is paid for come from the composition root. */
export const billingTasks = (billables: Billables) =>
  [
    {
      job: applyPaymentEvent,
      handle: async (ctx: AppContext, payload: { eventId: string }) =>
        void (await applyPaymentEventNow(billables)(ctx, payload)),
    },
    { job: reconcilePayments, handle: reconcilePaymentsNow(billables) },
    { job: issueLaterJob, handle: issueLaterNow },
    { job: printInvoice, handle: printInvoiceNow },
    { job: tellInvoiceReady, handle: tellInvoiceReadyNow },
    { job: tellPaymentFailed, handle: tellPaymentFailedNow },
    { job: alertRefundDue, handle: alertRefundDueNow },
    { job: alertMismatch, handle: alertMismatchNow },
    { job: alertDispute, handle: alertDisputeNow },
  ] as const;
