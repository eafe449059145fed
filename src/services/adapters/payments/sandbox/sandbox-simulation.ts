import { PaymentFailure, type Simulated, type SimulatedEvent, type SimulationPort } from '../port.ts';
import type { CardSimulator } from './sandbox-cards.ts';
import type { IntentSimulator } from './sandbox-intents.ts';
import type { SandboxCheckout } from './sandbox-simulator.ts';
import type { SubscriptionSimulator } from './sandbox-subscriptions.ts';
import type { SignedEvent } from './signed-event.ts';
import { testCards } from './test-cards.ts';

interface SimulationParts {
  readonly checkout: SandboxCheckout;
  readonly intents: IntentSimulator;
  readonly cards: CardSimulator;
  readonly subscriptions: SubscriptionSimulator;
  /** Ids that the sandbox gives to the objects of a payment. */
  readonly sessionIdOf: (paymentId: string) => string;
  readonly intentSecretOf: (paymentId: string) => string;
  /** To the real route of the webhook; undefined in a process that has none. */
  readonly delivery: () => ((event: SignedEvent) => Promise<void>) | undefined;
}

type Act = (parts: SimulationParts, what: Simulated) => Promise<SignedEvent | readonly SignedEvent[]>;

const required = (value: string | null): string => {
  if (value === null) throw new PaymentFailure('refused', 'resource_missing');
  return value;
};
const session = ({ sessionIdOf }: SimulationParts, { paymentId }: Simulated): string =>
  sessionIdOf(required(paymentId));
const form = ({ intentSecretOf }: SimulationParts, { paymentId }: Simulated): string =>
  intentSecretOf(required(paymentId));
const card = ({ cardNumber }: Simulated, usual: string): { number: string } => ({ number: cardNumber ?? usual });

const acts: Readonly<Record<SimulatedEvent, Act>> = {
  CHECKOUT_SESSION_COMPLETED: (parts, what) => parts.checkout.pay(session(parts, what)),
  CHECKOUT_SESSION_ASYNC_PAYMENT_FAILED: (parts, what) => parts.checkout.refuse(session(parts, what)),
  CHECKOUT_SESSION_EXPIRED: (parts, what) => parts.checkout.expire(session(parts, what)),
  PAYMENT_INTENT_SUCCEEDED: (parts, what) =>
    parts.intents.confirm(form(parts, what), card(what, testCards.visa.number)),
  PAYMENT_INTENT_REQUIRES_ACTION: (parts, what) =>
    parts.intents.confirm(form(parts, what), card(what, testCards.asksAlways.number)),
  PAYMENT_INTENT_PAYMENT_FAILED: (parts, what) =>
    parts.intents.confirm(form(parts, what), card(what, testCards.declined.number)),
  PAYMENT_INTENT_CANCELED: (parts, what) => parts.intents.lapse(form(parts, what)),
  SETUP_INTENT_SUCCEEDED: (parts, what) =>
    parts.cards.completeSetup(required(what.clientSecret), card(what, testCards.visa.number)),
  SETUP_INTENT_SETUP_FAILED: (parts, what) => parts.cards.failSetup(required(what.clientSecret)),
  CHARGE_REFUNDED: (parts, what) => parts.checkout.refund(session(parts, what)),
  CHARGE_DISPUTE_CREATED: (parts, what) => parts.checkout.dispute(session(parts, what)),
  TEST_CLOCK_READY: ({ subscriptions }) => subscriptions.advance(),
};

/** What happens at the sandbox when somebody asks for it, with its events as the provider would send them. */
export const sandboxSimulation = (parts: SimulationParts): SimulationPort => ({
  async simulate(what) {
    const deliver = parts.delivery();
    if (deliver === undefined) throw new PaymentFailure('unavailable', 'no_route');
    for (const event of [await acts[what.type](parts, what)].flat()) await deliver(event);
  },
});
