import type { AppContext } from '../platform/context.ts';
import type { EventKey } from './claim-event.ts';
import { eventNameOf } from './event-name.ts';
import type { ProcessingResult } from './process-reading.ts';
import { replayStored } from './replay-webhook-event.ts';
import { processPaymentEvent } from './tasks/process-payment-event.ts';

type ReplayContext = Pick<AppContext, 'db' | 'run' | 'payments' | 'billables'>;

/**
 * Processes an event of the inbox again, for an operator who waits for what becomes of it. `name` is that of the API, or the
 * provider's own id where one provider only uses it. `ALREADY` when there is nothing to do, `UNKNOWN` when there is no such
 * event. Throws when it cannot be processed yet: the job that is queued with it tries again.
 */
export async function replayAtOnce(
  ctx: ReplayContext,
  { name }: { readonly name: string },
): Promise<ProcessingResult | 'UNKNOWN'> {
  const key = await keyOf(ctx, name);
  if (key === undefined) return 'UNKNOWN';
  if ((await ctx.run(replayStored, { id: eventNameOf(key) })) === 'UNCHANGED') return 'ALREADY';
  return processPaymentEvent(ctx.billables)(ctx, { provider: key.provider, eventId: key.id });
}

async function keyOf({ db }: Pick<ReplayContext, 'db'>, name: string): Promise<EventKey | undefined> {
  const isWhole = name.includes(':');
  const id = isWhole ? name.slice(name.indexOf(':') + 1) : name;
  const events = await db.selectFrom('webhook_event').select(['provider', 'id']).where('id', '=', id).execute();
  const found = isWhole ? events.filter((event) => eventNameOf(event) === name) : events;
  return found.length === 1 ? found[0] : undefined;
}
