import { z } from 'zod';
import type { JobType } from '../../platform/scope.ts';

/** Empties the database's own log after an erasure. */
export const emptyTracesJob: JobType<Record<string, never>> = { kind: 'privacy.empty-traces', payload: z.object({}), maxAttempts: 20 };

/** Forgets the mail that carried a receipt, with the address on it. Asked again every hour until the mail has left. */
export const forgetReceiptMailJob: JobType<{ deliveryId: string }> = {
  kind: 'privacy.forget-receipt-mail', payload: z.object({ deliveryId: z.uuid() }), maxAttempts: 40,
};

/** Puts a copy of somebody's data together. */
export const buildDataExportJob: JobType<{ exportId: string }> = {
  kind: 'privacy.build-data-export', payload: z.object({ exportId: z.uuid() }), priority: 200, maxAttempts: 3, timeoutSeconds: 1_800,
};

/** Destroys copies that were not fetched in time, and forgets old requests. */
export const expireDataExportsJob: JobType<Record<string, never>> = { kind: 'privacy.expire-data-exports', payload: z.object({}), priority: 300, maxAttempts: 3 };

/** Tells the admins of requests that must be answered soon. */
export const warnNearlyDueJob: JobType<Record<string, never>> = { kind: 'privacy.warn-nearly-due', payload: z.object({}), maxAttempts: 3 };
