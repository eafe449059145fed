import { DomainError } from '../../kernel/errors.ts';
import { RetryLater } from '../../platform/jobs/index.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { Billables } from '../billable.ts';
import { processPaymentEvent, type ProcessEventContext } from './process-payment-event.ts';
import type { processPaymentEventTask } from './process-payment-event.task.ts';

const minute = 60_000;
/** Between the twelve attempts of an event about an object that we do not know: a day in all. */
const waits = [5_000, 30_000, ...[2, 5, 15, 30, 60, 120, 240, 360, 600].map((minutes) => minutes * minute)];

/**
 * Processes an event. One about an object that we do not know waits for it, for a day: the object's own event may come later,
 * or the transaction that makes it is not committed yet. Then it is a dead letter, which admins see.
 */
export const processOrWait =
  (billables: Billables) =>
  async (ctx: ProcessEventContext, stored: PayloadOf<typeof processPaymentEventTask>): Promise<void> => {
    try {
      await processPaymentEvent(billables)(ctx, stored);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND') throw error;
      const attempts = await attemptsOf(ctx, stored);
      if (attempts === undefined) throw error;
      const wait = waits[(attempts - 1) % (waits.length + 1)] ?? minute;
      throw new RetryLater(wait, 'The object of the event is not known yet', { cause: error });
    }
  };

async function attemptsOf(
  { db }: ProcessEventContext,
  { provider, eventId }: { provider: string; eventId: string },
): Promise<number | undefined> {
  const event = await db
    .selectFrom('webhook_event')
    .select('attempts')
    .where('provider', '=', provider)
    .where('id', '=', eventId)
    .executeTakeFirst();
  return event === undefined ? undefined : Math.max(1, event.attempts);
}
