import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Acts upon one event of the payment provider. First in the queue: money waits for nothing. */
export const applyPaymentEvent = defineTask('billing.apply-payment-event', z.object({ eventId: z.string() }), {
  priority: 10,
  maxAttempts: 12,
});
