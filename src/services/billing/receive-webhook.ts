import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { WebhookEvent } from '../../entities/billing/webhook-event.entity.ts';
import { PaymentFailure, type Able, type EventsPort, type ProviderEvent } from '../adapters/payments/port.ts';
import { fieldError } from '../kernel/errors.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx, AppContext } from '../platform/context.ts';
import { processPaymentEventTask } from './tasks/process-payment-event.task.ts';

export interface WebhookDelivery {
  readonly provider: Able<'events'>;
  /** The body as it came, byte for byte. */
  readonly rawBody: Uint8Array;
  readonly signature: string | undefined;
}

/** STORED: a job will process it. DUPLICATE: it came before. IGNORED: stored, nothing to do. */
export type Receipt = 'STORED' | 'DUPLICATE' | 'IGNORED';

/**
 * Receives a provider's event: checks the signature, then stores one row under the provider's name and event id together
 * with its job. Nothing else happens here, so that the provider is answered at once. `INPUT_INVALID` for a bad signature.
 */
export async function receiveWebhook(
  ctx: Pick<AppContext, 'db' | 'run'>,
  { provider: port, rawBody, signature }: WebhookDelivery,
): Promise<Receipt> {
  const { db, run } = ctx;
  const { provider, events } = port;
  const event = verified(events, () => events.parseEvent(rawBody, signature));
  // Most copies come after the first: they are answered without waiting for the writer.
  const known = await db
    .selectFrom('webhook_event')
    .select('id')
    .where('provider', '=', provider)
    .where('id', '=', event.id)
    .executeTakeFirst();
  if (known !== undefined) return 'DUPLICATE';
  try {
    await run(storeEvent, { provider, event });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return 'DUPLICATE';
    throw error;
  }
  crashPoint('after-receipt');
  return event.subject.kind === 'IGNORED' ? 'IGNORED' : 'STORED';
}

function verified({ webhook }: EventsPort, parse: () => ProviderEvent): ProviderEvent {
  try {
    return parse();
  } catch (error) {
    if (error instanceof PaymentFailure && error.kind === 'refused')
      throw fieldError(webhook.signatureHeader, error.reason);
    throw error;
  }
}

interface ReceivedEvent {
  readonly provider: string;
  readonly event: ProviderEvent;
}

/** Only what is needed to process it is kept: the provider's payload holds names and addresses that are not needed. */
export async function storeEvent(
  { em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>,
  { provider, event }: ReceivedEvent,
): Promise<void> {
  const isIgnored = event.subject.kind === 'IGNORED';
  em.create(WebhookEvent, {
    id: event.id,
    provider,
    type: event.type,
    occurredAt: event.occurredAt,
    payload: { ...event.subject },
    status: isIgnored ? 'IGNORED' : 'RECEIVED',
    appliedAt: isIgnored ? now : null,
  });
  if (!isIgnored) enqueue(processPaymentEventTask, { provider, eventId: event.id });
  await em.flush();
  crashPoint('after-event');
}
