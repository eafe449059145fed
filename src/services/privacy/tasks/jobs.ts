import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

/** Empties the database's own log after an erasure. */
export const emptyTracesJob: JobType<Record<string, never>> = {
  kind: 'privacy.empty-traces',
  payload: z.object({}),
  maxAttempts: 20,
};

/** Forgets the mail that carried a receipt, with the address on it. Asked again every hour until the mail has left. */
export const forgetReceiptMailJob: JobType<{ deliveryId: string }> = {
  kind: 'privacy.forget-receipt-mail',
  payload: z.object({ deliveryId: z.uuid() }),
  maxAttempts: 40,
};

/** Puts a copy of somebody's data together. */
export const buildDataExportJob: JobType<{ exportId: string }> = {
  kind: 'privacy.build-data-export',
  payload: z.object({ exportId: z.uuid() }),
  priority: 200,
  maxAttempts: 3,
  timeoutSeconds: 1_800,
};

/** Destroys copies that were not fetched in time. */
export const expireDataExportsJob: JobType<Record<string, never>> = {
  kind: 'privacy.expire-data-exports',
  payload: z.object({}),
  priority: 300,
  maxAttempts: 3,
};

/** Notifies the admins of requests that must be answered soon. */
export const warnNearlyDueJob: JobType<Record<string, never>> = {
  kind: 'privacy.warn-nearly-due',
  payload: z.object({}),
  maxAttempts: 3,
};

/** Begins the retention run of the night. */
export const beginRetentionJob: JobType<Record<string, never>> = {
  kind: 'privacy.begin-retention',
  payload: z.object({}),
  priority: 900,
  maxAttempts: 3,
};

/** Goes through a retention run, from where it stands. */
export const applyRetentionJob: JobType<{ runId: string }> = {
  kind: 'privacy.apply-retention',
  payload: z.object({ runId: z.uuid() }),
  priority: 900,
  maxAttempts: 5,
  timeoutSeconds: 3_600,
};
