import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Asks the vendor what a text cost, a while after it left. */
export const priceTextTask = defineTask('notifications.price-text', z.object({ deliveryId: z.uuid() }), {
  priority: 400,
  maxAttempts: 3,
});
