import { Stripe } from 'stripe';
import type { Clock } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import type { SandboxEvents } from './sandbox-events.ts';

/** A webhook call as the provider would make it. */
export interface SignedEvent {
  readonly body: string;
  readonly signature: string;
}

/** Makes an event in Stripe's shape and with Stripe's signature. */
export type Signer = (type: string, object: object) => Promise<SignedEvent>;

export const signer =
  (events: SandboxEvents, secret: string, clock: Clock): Signer =>
  async (type, object) => {
    const timestamp = Math.floor(clock.now().getTime() / 1_000);
    const event = { id: `evt_sandbox_${newId()}`, type, created: timestamp, data: { object: { ...object } } };
    await events.remember(event);
    const body = JSON.stringify({ ...event, object: 'event', livemode: false });
    return { body, signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp }) };
  };
