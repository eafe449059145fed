import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Makes the provider forget a card that its owner removed or replaced, or whose owner is gone. */
export const detachCardTask = defineTask(
  'billing.detach-card',
  z.object({ provider: z.string(), providerMethodId: z.string() }),
  { maxAttempts: 12 },
);

/** Mails the owners of cards that end within 30 days. */
export const notifyEndingCardsTask = defineTask('billing.notify-ending-cards', z.object({}), { priority: 200 });
