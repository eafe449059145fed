import { Stripe } from 'stripe';
import { newId } from '../../../kernel/ids.ts';

/** A webhook call as the provider would make it. */
export interface SignedEvent {
  readonly body: string;
  readonly signature: string;
}

/** An event in Stripe's shape and with Stripe's signature. */
export function signed(type: string, object: object, { secret, now }: { secret: string; now: Date }): SignedEvent {
  const created = Math.floor(now.getTime() / 1_000);
  const body = JSON.stringify({
    id: `evt_sandbox_${newId()}`,
    object: 'event',
    type,
    created,
    livemode: false,
    data: { object },
  });
  return { body, signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: created }) };
}
