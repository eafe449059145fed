import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { billableInvoice } from './billable-invoice.ts';
import { billingPersonalData } from './personal-data.ts';
import { isInvoicePdf, isRefundProof, mayReadInvoicePdf, mayReadRefundProof } from './queries/file-questions.ts';
import { billingRetention } from './retention.ts';
import { billingSubscriptions } from './subscriptions.ts';
import { billingTasks } from './tasks/index.ts';
import { markOverdueTask } from './tasks/mark-overdue.ts';
import { reconcileRefundsTask } from './tasks/refund-jobs.ts';
import { reconcilePaymentsTask } from './tasks/reconcile-payments.ts';
import { seedReminderSteps } from './reminders/first-steps.ts';
import { remindOverdueTask } from './reminders/remind-overdue.ts';
import { alertUntransmittedTask } from './transmission/alert-untransmitted.ts';
import { seedMentions } from './mention-catalogue.ts';
import { seedSeller } from './seller-in-force.ts';
import { billingMails } from './emails/index.ts';

/** Payments, webhooks of the payment providers, and invoices. */
export const billingModule = defineModule({
  name: 'billing',
  tasks: billingTasks,
  billable: { INVOICE: billableInvoice },
  subscriptions: billingSubscriptions,
  schedules: [
    schedule({ name: 'billing.overdue', cron: '10 0 * * *', task: markOverdueTask }),
    schedule({ name: 'billing.untransmitted', cron: '20 8 * * *', task: alertUntransmittedTask }),
    schedule({ name: 'billing.reminders', cron: '0 9 * * *', task: remindOverdueTask }),
    schedule({ name: 'billing.reconcile-payments', cron: '40 2 * * *', task: reconcilePaymentsTask }),
    schedule({ name: 'billing.reconcile-refunds', cron: '50 2 * * *', task: reconcileRefundsTask }),
  ],
  seed: async (ctx) => {
    await seedSeller(ctx, undefined);
    await seedMentions(ctx, undefined);
    await seedReminderSteps(ctx, undefined);
  },
  mails: billingMails,
  personalData: billingPersonalData,
  retention: billingRetention,
  fileAccess: {
    mayRead: async (ctx, fileId) => (await mayReadInvoicePdf(ctx, fileId)) || (await mayReadRefundProof(ctx, fileId)),
    isHeld: async (ctx, fileId) => (await isInvoicePdf(ctx, fileId)) || (await isRefundProof(ctx, fileId)),
    downloadAction: { action: 'INVOICE_DOWNLOADED', concerns: isInvoicePdf },
  },
});
