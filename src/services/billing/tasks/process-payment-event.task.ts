import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Processes one event of a payment provider. First in the queue. */
export const processPaymentEventTask = defineTask(
  'billing.apply-payment-event',
  z.object({ provider: z.string(), eventId: z.string() }),
  { priority: 10, maxAttempts: 12 },
);
