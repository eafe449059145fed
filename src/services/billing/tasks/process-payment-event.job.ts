import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

/** Processes one event of a payment provider. First in the queue. */
export const processPaymentEvent: JobType<{ provider: string; eventId: string }> = {
  kind: 'billing.apply-payment-event',
  payload: z.object({ provider: z.string(), eventId: z.string() }),
  priority: 10,
  maxAttempts: 12,
};
