import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { WebhookEvent } from '../../entities/billing/webhook-event.entity.ts';
import { PaymentFailure, type VendorEvent } from '../adapters/payments/port.ts';
import { fieldError } from '../kernel/errors.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx, AppContext } from '../platform/context.ts';
import { applyPaymentEvent } from './tasks/apply-payment-event.job.ts';

export interface WebhookDelivery {
  /** The body as it came, byte for byte. */
  readonly rawBody: Uint8Array;
  readonly signature: string | undefined;
}

/** STORED: a job will do the work. DUPLICATE: it came before. IGNORED: remembered, nothing to do. */
export type Receipt = 'STORED' | 'DUPLICATE' | 'IGNORED';

/**
 * Takes a provider's event: signature first, then one row under the provider's own id together with its job. Nothing else
 * happens here, so that the provider is answered at once. `INPUT_INVALID` when it is not the provider's word.
 */
export async function receiveWebhook(
  ctx: Pick<AppContext, 'payments' | 'db' | 'run'>,
  { rawBody, signature }: WebhookDelivery,
): Promise<Receipt> {
  const { payments, db, run } = ctx;
  const event = believed(() => payments.parseEvent(rawBody, signature));
  // Most copies come after the first: they are answered without waiting for the writer.
  const known = await db.selectFrom('webhook_event').select('id').where('id', '=', event.id).executeTakeFirst();
  if (known !== undefined) return 'DUPLICATE';
  try {
    await run(storeEvent, { provider: payments.provider, event });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) return 'DUPLICATE';
    throw error;
  }
  crashPoint('after-receipt');
  return event.subject.kind === 'IGNORED' ? 'IGNORED' : 'STORED';
}

function believed(parse: () => VendorEvent): VendorEvent {
  try {
    return parse();
  } catch (error) {
    if (error instanceof PaymentFailure && error.kind === 'refused') throw fieldError('stripe-signature', error.reason);
    throw error;
  }
}

interface Told {
  readonly provider: string;
  readonly event: VendorEvent;
}

/** Only what we act upon is kept: the provider's payload holds names and addresses that are not needed. */
async function storeEvent(
  { em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>,
  { provider, event }: Told,
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
  if (!isIgnored) enqueue(applyPaymentEvent, { eventId: event.id });
  await em.flush();
  crashPoint('after-event');
}
