/** Stripe through its own SDK, which pins the API version (`2026-10-28.endive`) and repeats the idempotency key. */
import { Stripe } from 'stripe';
import type { Clock } from '../../../kernel/clock.ts';
import {
  PaymentFailure,
  type Able,
  type OpenedSession,
  type SessionRequest,
  type ReadingStatus,
  type SessionState,
} from '../port.ts';
import { stripeCatalogue } from './stripe-catalogue.ts';
import { stripeDisputes } from './stripe-disputes.ts';
import { stripeEventHistory } from './stripe-event-history.ts';
import { readEvent } from './stripe-events.ts';
import { stripeCards } from './stripe-cards.ts';
import { asking, isAboutItem, unlessMissing } from './stripe-failure.ts';
import { reasonOf, stripeIntents } from './stripe-intents.ts';
import { smallestCardPayment } from './smallest-payment.ts';
import { stripeRefunds } from './stripe-refunds.ts';
import { stripeSubscriptions } from './stripe-subscriptions.ts';
import { stripeWebhook } from './stripe-webhook.ts';

export interface StripeSettings {
  readonly secretKey: string;
  /** What the form in the browser begins with; no secret. */
  readonly publishableKey: string;
  /** One signing secret, or two while they are being rotated. */
  readonly webhookSecrets: readonly string[];
  readonly clock: Clock;
  /** Where the API is, when it is not Stripe's (a test server): `http://127.0.0.1:1234`. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds without an answer before one attempt is given up; three attempts in all. */
  readonly timeoutMs?: number | undefined;
}

export type StripePayments = Able<
  'checkout' | 'intents' | 'cards' | 'refunds' | 'disputes' | 'events' | 'eventHistory'
>;

export function stripePayments({
  secretKey,
  publishableKey,
  webhookSecrets,
  clock,
  baseUrl,
  timeoutMs = 8_000,
}: StripeSettings): StripePayments & Able<'catalogue' | 'subscriptions'> {
  const stripe = new Stripe(secretKey, {
    timeout: timeoutMs,
    maxNetworkRetries: 2,
    telemetry: false,
    ...(baseUrl === undefined ? {} : placeOf(baseUrl)),
  });
  const isLive = /^[sr]k_live_/.test(secretKey);
  return {
    provider: 'STRIPE',
    smallest: smallestCardPayment,
    checkout: {
      async openSession(request) {
        return openedOf(await openOn(stripe, request));
      },
      async readSession(sessionId) {
        const session = await unlessMissing(() =>
          stripe.checkout.sessions.retrieve(sessionId, { expand: ['payment_intent'] }),
        );
        return session && stateOf(session);
      },
      async closeSession(sessionId) {
        await asking(() => stripe.checkout.sessions.expire(sessionId));
      },
    },
    intents: stripeIntents(stripe, publishableKey),
    cards: stripeCards(stripe, publishableKey),
    refunds: stripeRefunds(stripe),
    catalogue: stripeCatalogue(stripe),
    subscriptions: stripeSubscriptions(stripe),
    disputes: stripeDisputes(stripe),
    eventHistory: stripeEventHistory(stripe),
    events: {
      webhook: stripeWebhook,
      parseEvent: (rawBody, signature) => readEvent(rawBody, signature, { secrets: webhookSecrets, isLive, clock }),
    },
  };
}

function placeOf(baseUrl: string): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  const { hostname, port, protocol } = new URL(baseUrl);
  return {
    host: hostname,
    port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port),
    protocol: protocol === 'http:' ? 'http' : 'https',
  };
}

/**
 * A product or price that was archived by hand, or is of another account, does not keep anybody from paying: the page then names and
 * prices it by itself. Stripe remembers a refusal with its key, so that this has a key of its own.
 */
async function openOn(stripe: Stripe, { listed, ...request }: SessionRequest): Promise<Stripe.Checkout.Session> {
  const open = (params: SessionRequest, idempotencyKey: string) =>
    asking(() => stripe.checkout.sessions.create(paramsOf(params), { idempotencyKey }));
  if (listed === undefined) return open(request, request.paymentId);
  try {
    return await open({ ...request, listed }, request.paymentId);
  } catch (error) {
    if (!isAboutItem(error)) throw error;
    return open(request, `${request.paymentId}:unlisted`);
  }
}

const paramsOf = (request: SessionRequest): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  locale: request.locale,
  ...(request.isInstant ? { allowed_payment_method_types: ['card' as const] } : {}),
  line_items: [{ quantity: 1, ...itemOf(request) }],
  client_reference_id: request.paymentId,
  customer_email: request.customerEmail,
  success_url: request.successUrl,
  cancel_url: request.cancelUrl,
  expires_at: Math.floor(request.expiresAt.getTime() / 1_000),
  metadata: { ...request.metadata, paymentId: request.paymentId },
  // Events about the payment itself carry these too: they can be distinguished before the session's own event has come.
  payment_intent_data: {
    description: request.description,
    metadata: { ...request.metadata, paymentId: request.paymentId },
  },
});

/** What the payer reads; the invoice has the lines. */
const itemOf = ({ listed, amount, description }: SessionRequest): Stripe.Checkout.SessionCreateParams.LineItem =>
  listed?.priceId
    ? { price: listed.priceId }
    : {
        price_data: {
          currency: amount.currency.toLowerCase(),
          ...(listed === undefined ? { product_data: { name: description } } : { product: listed.productId }),
          unit_amount: amount.amount,
        },
      };

function openedOf({ id, url, expires_at }: Stripe.Checkout.Session): OpenedSession {
  if (url === null) throw new PaymentFailure('refused', 'session_without_page');
  return { sessionId: id, url, expiresAt: new Date(expires_at * 1_000) };
}

function stateOf(session: Stripe.Checkout.Session): SessionState {
  const payment = typeof session.payment_intent === 'object' ? session.payment_intent : null;
  return {
    sessionId: session.id,
    reference: session.client_reference_id,
    metadata: session.metadata ?? {},
    status: statusOf(session, payment),
    amount: amountOf(session),
    providerPaymentId: payment?.id ?? (session.payment_intent as string | null),
    failureReason: reasonOf(payment),
  };
}

const amountOf = ({ amount_total: amount, currency }: Stripe.Checkout.Session): SessionState['amount'] =>
  amount === null || currency === null ? null : { amount, currency: currency.toUpperCase() };

/**
 * A session with nothing to pay counts as paid: its amount will not be ours, and is refused for that. A completed session
 * whose payment went back to wanting a method is a bank debit that failed.
 */
function statusOf(
  { status, payment_status: paid }: Stripe.Checkout.Session,
  payment: Stripe.PaymentIntent | null,
): ReadingStatus {
  if (paid !== 'unpaid') return 'PAID';
  if (status === 'expired') return 'EXPIRED';
  if (status !== 'complete') return 'OPEN';
  return payment?.status === 'requires_payment_method' || payment?.status === 'canceled' ? 'FAILED' : 'PROCESSING';
}
