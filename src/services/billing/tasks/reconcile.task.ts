import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** The most days back: providers list their events for thirty. */
export const mostDays = 30;

/** Compares our payments with those of the providers: makes up for lost webhooks, closes pages that ran out, reports. */
export const reconcileTask = defineTask(
  'billing.reconcile-payments',
  z.object({ days: z.int().min(1).max(mostDays).default(4) }),
  { priority: 200, maxAttempts: 4, atOnce: 1 },
);

/** Mails the differences of a reconciliation to the admins. */
export const alertDifferencesTask = defineTask('billing.alert-differences', z.object({ reconciliationId: z.uuid() }), {
  priority: 50,
});
