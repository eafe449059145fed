import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { billableInvoice } from './billable-invoice.ts';
import { billingMetrics } from './payment-figures.ts';
import { billingPersonalData } from './personal-data.ts';
import {
  isInvoicePdf,
  isLogo,
  isRefundProof,
  mayReadInvoicePdf,
  mayReadLogo,
  mayReadRefundProof,
} from './queries/file-questions.ts';
import { quoteSchedules, quoteSubscriptions, quoteTasks } from './quotes/index.ts';
import { isQuoteFile, isQuotePdf, mayReadQuoteFile } from './quotes/queries/file-questions.ts';
import { quoteRetention } from './quotes/retention.ts';
import { billingRetention } from './retention.ts';
import { billingSubscriptions } from './subscriptions.ts';
import { billingTasks } from './tasks/index.ts';
import { reconcilePushesTask } from './tasks/mobile-money-jobs.ts';
import { markOverdueTask } from './tasks/mark-overdue.ts';
import { reconcileTask } from './tasks/reconcile.task.ts';
import { watchCardPaymentsTask } from './tasks/watch-card-payments.ts';
import { notifyEndingCardsTask } from './tasks/card-jobs.ts';
import { checkVatNumbersTask } from './tasks/vat-number-jobs.ts';
import { endLateHoldsTask } from './tasks/intent-jobs.ts';
import { seedReminderSteps } from './reminders/first-steps.ts';
import { remindOverdueTask } from './reminders/remind-overdue.ts';
import { alertUntransmittedTask } from './transmission/alert-untransmitted.ts';
import { seedMentions } from './mention-catalogue.ts';
import { seedSeller } from './seller-in-force.ts';
import { billingMails } from './emails/index.ts';
import { billablePlanPeriod, entitlementOf, seedPlans } from './plans/index.ts';
import { sellablePlans } from './plans/sellable-plans.ts';
import { renewPlansTask } from './plans/tasks/plan-jobs.ts';

/** Payments, webhooks of the payment providers, invoices, and plans. */
export const billingModule = defineModule({
  name: 'billing',
  billable: { INVOICE: billableInvoice, PLAN_PERIOD: billablePlanPeriod },
  tasks: [...billingTasks, ...quoteTasks],
  subscriptions: [...billingSubscriptions, ...quoteSubscriptions],
  schedules: [
    schedule({ name: 'billing.renew-plans', cron: '5 * * * *', task: renewPlansTask }),
    schedule({ name: 'billing.overdue', cron: '10 0 * * *', task: markOverdueTask }),
    schedule({ name: 'billing.reconcile-payments', cron: '40 2 * * *', task: reconcileTask, payload: { days: 4 } }),
    schedule({ name: 'billing.watch-card-payments', cron: '*/10 * * * *', task: watchCardPaymentsTask }),
    schedule({ name: 'billing.reconcile-pushes', cron: '45 2 * * *', task: reconcilePushesTask }),
    ...quoteSchedules,
    schedule({ name: 'billing.end-late-holds', cron: '5 * * * *', task: endLateHoldsTask }),
    schedule({ name: 'billing.notify-ending-cards', cron: '0 9 1 * *', task: notifyEndingCardsTask }),
    schedule({ name: 'billing.check-vat-numbers', cron: '50 3 * * *', task: checkVatNumbersTask }),
    schedule({ name: 'billing.untransmitted', cron: '20 8 * * *', task: alertUntransmittedTask }),
    schedule({ name: 'billing.reminders', cron: '0 9 * * *', task: remindOverdueTask }),
  ],
  metrics: billingMetrics,
  seed: async (ctx) => {
    await seedSeller(ctx, undefined);
    await seedMentions(ctx, undefined);
    await seedPlans(ctx, undefined);
    await seedReminderSteps(ctx, undefined);
  },
  mails: billingMails,
  sellables: sellablePlans,
  // A suspended plan does not fill up further.
  storageAllowance: (db, personId) => entitlementOf(db, { personId, feature: 'STORAGE', isWriting: true }),
  personalData: billingPersonalData,
  retention: [...quoteRetention, ...billingRetention],
  fileAccess: {
    mayRead: async (ctx, fileId) =>
      (await mayReadInvoicePdf(ctx, fileId)) ||
      (await mayReadRefundProof(ctx, fileId)) ||
      (await mayReadLogo(ctx, fileId)) ||
      (await mayReadQuoteFile(ctx, fileId)),
    isHeld: async (ctx, fileId) =>
      (await isInvoicePdf(ctx, fileId)) ||
      (await isRefundProof(ctx, fileId)) ||
      (await isLogo(ctx, fileId)) ||
      (await isQuoteFile(ctx, fileId)),
    downloadActions: [
      { action: 'INVOICE_DOWNLOADED', concerns: isInvoicePdf },
      { action: 'QUOTE_DOWNLOADED', concerns: isQuotePdf },
    ],
  },
});
