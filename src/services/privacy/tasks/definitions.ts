import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Empties the database's own log after an erasure. */
export const emptyTracesTask = defineTask('privacy.empty-traces', z.object({}), { maxAttempts: 20 });

/** Forgets the mail that carried a receipt, with the address on it. Asked again every hour until the mail has left. */
export const forgetReceiptMailTask = defineTask('privacy.forget-receipt-mail', z.object({ deliveryId: z.uuid() }), {
  maxAttempts: 40,
});

/** Puts a copy of somebody's data together. */
export const buildDataExportTask = defineTask('privacy.build-data-export', z.object({ exportId: z.uuid() }), {
  priority: 200,
  maxAttempts: 3,
  timeoutSeconds: 1_800,
});

/** Destroys copies that were not fetched in time. */
export const expireDataExportsTask = defineTask('privacy.expire-data-exports', z.object({}), {
  priority: 300,
  maxAttempts: 3,
});

/** Notifies the admins of requests that must be answered soon. */
export const warnNearlyDueTask = defineTask('privacy.warn-nearly-due', z.object({}), { maxAttempts: 3 });

/** Begins the retention run of the night. */
export const beginRetentionTask = defineTask('privacy.begin-retention', z.object({}), {
  priority: 900,
  maxAttempts: 3,
});

/** Goes through a retention run, from where it stands. */
export const applyRetentionTask = defineTask('privacy.apply-retention', z.object({ runId: z.uuid() }), {
  priority: 900,
  maxAttempts: 5,
  timeoutSeconds: 3_600,
});
