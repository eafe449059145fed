import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

/** Acts upon one event of the payment provider. First in the queue: money waits for nothing. */
export const applyPaymentEvent: JobType<{ eventId: string }> = {
  kind: 'billing.apply-payment-event',
  payload: z.object({ eventId: z.string() }),
  priority: 10,
  maxAttempts: 12,
};
