/**
 * Payments without a provider, for development, tests and the demo: sessions like Stripe's, a page of our own in the place
 * of theirs, and events signed as theirs are, so that every line behind the webhook is the line that runs in production.
 */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.ts';
import type { PaymentProviders } from '../port.ts';
import { sandboxCards, type CardSimulator } from './sandbox-cards.ts';
import { sandboxIntents, type IntentSimulator } from './sandbox-intents.ts';
import { intentOf, sandboxRefunds } from './sandbox-refunds.ts';
import { sandboxSessions } from './sandbox-sessions.ts';
import { checkoutOf, type SandboxCheckout } from './sandbox-simulator.ts';
import { stateOf } from './session-state.ts';
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
  readonly intents: IntentSimulator;
  readonly cards: CardSimulator;
}

export type SandboxPayments = StripePayments & { readonly simulator: SandboxSimulator };

export function sandboxPayments(settings: SandboxSettings): SandboxPayments {
  if (settings.isProduction) throw new Error('The payment sandbox refuses to run in production: set STRIPE_SECRET_KEY');
  const { clock, publicUrl } = settings;
  const sessions = sandboxSessions(settings.directory);
  const secret = `whsec_${settings.secret.toString('hex')}`;
  const cards = sandboxCards({ ...settings, signingSecret: secret });
  const intents = sandboxIntents({ ...settings, signingSecret: secret, cards });
  const refunds = sandboxRefunds(settings.directory, async (sessionId) =>
    (await sessions.outcomeOf(sessionId)) === 'PAID'
      ? (await sessions.sessionOf(sessionId))?.amount
      : intents.paidAmount(intentOf(sessionId)),
  );
  const sessionIdOf = (paymentId: string): string =>
    `cs_test_sandbox_${createHmac('sha256', settings.secret).update(paymentId).digest('hex').slice(0, 40)}`;
  return {
    provider: 'SANDBOX',
    smallest: smallestCardPayment,
    intents: intents.port,
    cards: cards.port,
    checkout: {
      async openSession({ customerEmail: _, expiresAt, ...request }) {
        const sessionId = sessionIdOf(request.paymentId);
        const successUrl = request.successUrl.replace('{CHECKOUT_SESSION_ID}', sessionId);
        await sessions.open(sessionId, {
          ...request,
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
    },
    events: {
      webhook: stripeWebhook,
      parseEvent: (rawBody, signature) => readEvent(rawBody, signature, { secrets: [secret], isLive: false, clock }),
    },
    refunds: refunds.port,
    simulator: {
      ...checkoutOf({ sessions, refunds, clock, secret }),
      intents: intents.simulator,
      cards: cards.simulator,
    },
  };
}

/** What the sandbox's payment page needs, when it is the provider. */
export const sandboxCheckoutOf = ({ current }: PaymentProviders): SandboxSimulator | undefined =>
  current.provider === 'SANDBOX' ? (current as SandboxPayments).simulator : undefined;
