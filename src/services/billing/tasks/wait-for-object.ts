import { DomainError } from '../../kernel/errors.ts';
import { RetryLater } from '../../platform/jobs/index.ts';
import type { AppContext } from '../../platform/context.ts';
import type { ProcessingResult } from '../process-reading.ts';
import type { Billables } from '../billable.ts';
import { processPaymentEvent, type ProcessEventContext, type StoredEvent } from './process-payment-event.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Before each further attempt: twelve in all, over a day. */
const waits = [5_000, 30_000, 2 * minute, 10 * minute, 30 * minute, ...[1, 2, 3, 4, 6, 7].map((hours) => hours * hour)];

/** Milliseconds to wait after so many attempts. */
export const waitForObjectMs = (attempts: number): number =>
  waits[Math.min(Math.max(attempts, 1), waits.length) - 1] as number;

/**
 * Processes an event; one about an object that is not known here waits for it for a day, and is then a dead letter, which
 * somebody sees. Everything else is tried again as any job is.
 */
export const processOrWait =
  (billables: Billables) =>
  async (ctx: ProcessEventContext & Pick<AppContext, 'db'>, event: StoredEvent): Promise<ProcessingResult> => {
    try {
      return await processPaymentEvent(billables)(ctx, event);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
      throw new RetryLater(waitForObjectMs(await attemptsOf(ctx, event)), error.code, { cause: error });
    }
  };

async function attemptsOf({ db }: Pick<AppContext, 'db'>, { provider, eventId }: StoredEvent): Promise<number> {
  const row = await db
    .selectFrom('webhook_event')
    .select('attempts')
    .where('provider', '=', provider)
    .where('id', '=', eventId)
    .executeTakeFirst();
  return row?.attempts ?? 1;
}
