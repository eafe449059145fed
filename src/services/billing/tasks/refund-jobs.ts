import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const refund = z.object({ refundId: z.uuid(), paymentId: z.uuid(), subjectId: z.uuid(), attempt: z.int() });

/** Asks the provider for a refund, until it is known what became of it. */
export const requestRefundTask = defineTask('billing.request-refund', refund, { priority: 50, maxAttempts: 12 });

/** Sends the payer an e-mail and an in-app notification: their money is back. */
export const notifyRefundMadeTask = defineTask('billing.notify-refund-made', refund);

/** Alarms about refunds that a person must look at. */
export const alertManualRefundTask = defineTask(
  'billing.alert-manual-refund',
  refund.extend({ isManual: z.boolean() }),
  { priority: 50 },
);
export const alertRefundFailedTask = defineTask('billing.alert-refund-failed', refund, { priority: 50 });
export const alertOutsideRefundTask = defineTask('billing.alert-outside-refund', refund, { priority: 50 });
