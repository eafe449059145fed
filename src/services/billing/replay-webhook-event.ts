import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { jsonFrom, writing } from '../platform/orm/values.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { eventKeyOf } from './event-name.ts';
import { processPaymentEventTask } from './tasks/process-payment-event.task.ts';

/**
 * Processes an event of the inbox again: one that waits, or one that was ignored though it is about a payment. One that was
 * applied changes nothing, and neither does one of a kind that is never acted upon.
 */
export const replayWebhookEvent: Operation<'run' | 'limits' | 'actor', ReplayWebhookEvent, void> = async (
  { run, limits, actor },
  input,
) => {
  await limits.take('webhook-replay/person', personOf(actor));
  await run(replayStored, input);
};

interface ReplayWebhookEvent {
  readonly id: string;
}

/** QUEUED: its job processes it. UNCHANGED: it was processed before, or is of a kind that is never acted upon. */
export type Replay = 'QUEUED' | 'UNCHANGED';

export const replayStored: UseCase<'em' | 'enqueue' | 'record', ReplayWebhookEvent, Replay> = async (
  { em, enqueue, record },
  { id: name },
) => {
  const { db } = writing(em);
  const key = eventKeyOf(name);
  const event = await db
    .selectFrom('webhook_event')
    .select(['status', 'payload'])
    .where('provider', '=', key.provider)
    .where('id', '=', key.id)
    .executeTakeFirst();
  if (event === undefined) throw new DomainError('NOT_FOUND');
  record({ action: 'WEBHOOK_REPLAYED', targetType: 'system', payload: { provider: key.provider, eventId: key.id } });
  const { kind } = jsonFrom<{ kind: string }>(event.payload);
  if (event.status === 'APPLIED' || kind === 'IGNORED') return 'UNCHANGED';
  await db
    .updateTable('webhook_event')
    .set({ status: 'RECEIVED', applied_at: null })
    .where('provider', '=', key.provider)
    .where('id', '=', key.id)
    .where('status', '!=', 'APPLIED')
    .execute();
  enqueue(processPaymentEventTask, { provider: key.provider, eventId: key.id });
  return 'QUEUED';
};
