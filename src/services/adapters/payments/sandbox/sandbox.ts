/**
 * Payments without a provider, for development, tests and the demo: sessions like Stripe's, a page of our own in the place
 * of theirs, and events signed as theirs are, so that every line behind the webhook is the line that runs in production.
 */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.ts';
import type { Able, CataloguePort, CheckoutPort, ListedProduct, PaymentProviders } from '../port.ts';
import { sandboxCatalogue } from './sandbox-catalogue.ts';
import { sandboxCards, sandboxIdOf, secretOf, type CardSimulator } from './sandbox-cards.ts';
import { sandboxIntents, type IntentSimulator } from './sandbox-intents.ts';
import { sandboxDisputes } from './sandbox-disputes.ts';
import { sandboxEvents } from './sandbox-events.ts';
import { intentOf, sandboxRefunds } from './sandbox-refunds.ts';
import { sandboxSubscriptions, type SubscriptionSimulator } from './sandbox-subscriptions.ts';
import { sandboxSessions, type SandboxSessions } from './sandbox-sessions.ts';
import { checkoutOf, type SandboxCheckout } from './sandbox-simulator.ts';
import { sandboxSimulation } from './sandbox-simulation.ts';
import { stateOf } from './session-state.ts';
import { signer, type SignedEvent } from './signed-event.ts';
import { readEvent } from '../stripe/stripe-events.ts';
import { smallestCardPayment } from '../stripe/smallest-payment.ts';
import type { StripePayments } from '../stripe/stripe.ts';
import { stripeWebhook } from '../stripe/stripe-webhook.ts';

export type { SignedEvent } from './signed-event.ts';
export type { SandboxCheckout, SandboxView } from './sandbox-simulator.ts';

export interface SandboxSettings {
  /** Where it remembers its sessions. */
  readonly directory: string;
  /** Signs its events and names its sessions. */
  readonly secret: Buffer;
  /** Where the payment page is: the server's own public address. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly isProduction: boolean;
}

/** The provider's side: what a payer, or a test, does on its pages and in its forms. Each answers the events to deliver. */
export interface SandboxSimulator extends SandboxCheckout {
  /** Where simulated events go: the server's own route. */
  connect(deliver: (event: SignedEvent) => Promise<void>): void;
  readonly intents: IntentSimulator;
  readonly cards: CardSimulator;
  readonly subscriptions: SubscriptionSimulator;
}

export type SandboxPayments = StripePayments &
  Able<'simulation' | 'subscriptions' | 'catalogue'> & { readonly simulator: SandboxSimulator };

export function sandboxPayments(settings: SandboxSettings): SandboxPayments {
  if (settings.isProduction) throw new Error('The payment sandbox refuses to run in production: set STRIPE_SECRET_KEY');
  const { clock, publicUrl } = settings;
  const sessions = sandboxSessions(settings.directory);
  const secret = `whsec_${settings.secret.toString('hex')}`;
  const disputes = sandboxDisputes(settings.directory, clock);
  const events = sandboxEvents(settings.directory);
  const sign = signer(events, secret, clock);
  const cards = sandboxCards({ ...settings, sign });
  const intents = sandboxIntents({ ...settings, sign, cards });
  const subscriptions = sandboxSubscriptions({ ...settings, sign, collect: intents.collect });
  const refunds = sandboxRefunds(settings.directory, async (sessionId) =>
    (await sessions.outcomeOf(sessionId)) === 'PAID'
      ? (await sessions.sessionOf(sessionId))?.amount
      : intents.paidAmount(intentOf(sessionId)),
  );
  const catalogue = sandboxCatalogue(settings);
  const sessionIdOf = (paymentId: string): string =>
    `cs_test_sandbox_${createHmac('sha256', settings.secret).update(paymentId).digest('hex').slice(0, 40)}`;
  const forms = { intents: intents.simulator, cards: cards.simulator };
  let delivery: ((event: SignedEvent) => Promise<void>) | undefined;
  const checkout = checkoutOf({ sessions, refunds, disputes, clock, sign });
  return {
    provider: 'SANDBOX',
    simulation: sandboxSimulation({
      checkout,
      ...{ ...forms, subscriptions: subscriptions.simulator },
      sessionIdOf,
      intentSecretOf: (paymentId) => secretOf(sandboxIdOf(settings.secret, 'pi', paymentId)),
      delivery: () => delivery,
    }),
    smallest: smallestCardPayment,
    intents: intents.port,
    cards: cards.port,
    subscriptions: subscriptions.port,
    catalogue,
    checkout: checkoutPort({ sessions, sessionIdOf, publicUrl, clock, close: checkout.close, catalogue }),
    events: {
      webhook: stripeWebhook,
      parseEvent: (rawBody, signature) => readEvent(rawBody, signature, { secrets: [secret], isLive: false, clock }),
    },
    eventHistory: events.history,
    refunds: refunds.port,
    disputes: disputes.port,
    simulator: {
      ...{ ...checkout, ...forms, subscriptions: subscriptions.simulator },
      connect: (route) => void (delivery = route),
    },
  };
}

interface CheckoutParts {
  readonly sessions: SandboxSessions;
  readonly sessionIdOf: (paymentId: string) => string;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly close: SandboxCheckout['close'];
  readonly catalogue: CataloguePort;
}

const checkoutPort = ({ sessions, sessionIdOf, publicUrl, clock, close, catalogue }: CheckoutParts): CheckoutPort => ({
  async openSession({ customerEmail: _, expiresAt, listed, ...request }) {
    const sessionId = sessionIdOf(request.paymentId);
    const successUrl = request.successUrl.replace('{CHECKOUT_SESSION_ID}', sessionId);
    await sessions.open(sessionId, {
      ...request,
      amount: (await priceOf(catalogue, listed)) ?? request.amount,
      successUrl,
      metadata: { ...request.metadata },
      expiresAt: expiresAt.toISOString(),
    });
    return { sessionId, url: `${publicUrl}/sandbox/checkout/${sessionId}`, expiresAt };
  },
  async readSession(sessionId) {
    const session = await sessions.sessionOf(sessionId);
    return session && stateOf(sessions, { session, sessionId, now: clock.now() });
  },
  closeSession: close,
});

/** A page that sells a price of the list asks for what that costs. */
const priceOf = async (catalogue: CataloguePort, listed: ListedProduct | undefined) =>
  listed?.priceId
    ? (await catalogue.readCatalogue()).prices.find(({ id }) => id === listed.priceId)?.amount
    : undefined;

/** What the sandbox's payment page needs, when it is the provider. */
export const sandboxCheckoutOf = ({ current }: PaymentProviders): SandboxSimulator | undefined =>
  current.provider === 'SANDBOX' ? (current as SandboxPayments).simulator : undefined;
