/**
 * Payments without a provider, for development, tests and the demo: sessions like Stripe's, a page of our own in the place
 * of theirs, and events signed as theirs are, so that every line behind the webhook is the line that runs in production.
 */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.ts';
import {
  PaymentFailure,
  type Able,
  type PaymentProviders,
  type ProviderAmount,
  type ReadingStatus,
  type SessionState,
  type WebhookRoute,
} from '../port.ts';
import { sandboxDisputes, type SandboxDisputes } from './sandbox-disputes.ts';
import { sandboxEvents } from './sandbox-events.ts';
import { intentOf, sandboxRefunds, type SandboxRefunds } from './sandbox-refunds.ts';
import { sandboxSessions, type SandboxOutcome, type SandboxSession, type SandboxSessions } from './sandbox-sessions.ts';
import { signer, type SignedEvent, type Signer } from './signed-event.ts';
import { readEvent } from '../stripe/stripe-events.ts';
import { stripeWebhook } from '../stripe/stripe-webhook.ts';

export type { SignedEvent };

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

/** What the payment page shows. */
export interface SandboxView {
  readonly description: string;
  readonly amount: ProviderAmount;
  readonly locale: 'fr' | 'en';
  readonly status: ReadingStatus;
  readonly successUrl: string;
  readonly cancelUrl: string;
}

/** The provider's side: what a payer, or a test, does on its pages. Each answers the event to deliver. */
export interface SandboxCheckout {
  /** Where and how its events are delivered. */
  readonly webhook: WebhookRoute;
  view(sessionId: string): Promise<SandboxView | undefined>;
  pay(sessionId: string): Promise<SignedEvent>;
  refuse(sessionId: string): Promise<SignedEvent>;
  /** Nobody paid in time; the session must be past its end. */
  expire(sessionId: string): Promise<SignedEvent>;
  /** Somebody gives the money of a paid session back at the provider, or a part of it. */
  refund(sessionId: string, amount?: number): Promise<SignedEvent>;
  /** A refund that waited reaches the payer. */
  completeRefund(sessionId: string, refundId: string): Promise<SignedEvent>;
  /** The payer's bank sends the money of a refund back, even of one that had succeeded. */
  failRefund(sessionId: string, refundId: string): Promise<SignedEvent>;
  /** The payer's bank claims the money back, or a part of it. */
  dispute(sessionId: string, amount?: number): Promise<SignedEvent>;
  /** The latest dispute ends; one that was lost may be won after all. */
  closeDispute(sessionId: string, outcome: 'WON' | 'LOST'): Promise<SignedEvent>;
}

export type SandboxPayments = Able<'checkout' | 'refunds' | 'disputes' | 'events' | 'eventHistory'> & {
  readonly simulator: SandboxCheckout;
};

export function sandboxPayments(settings: SandboxSettings): SandboxPayments {
  if (settings.isProduction) throw new Error('The payment sandbox refuses to run in production: set STRIPE_SECRET_KEY');
  const { clock, publicUrl } = settings;
  const sessions = sandboxSessions(settings.directory);
  const refunds = sandboxRefunds(settings.directory, async (sessionId) =>
    (await sessions.outcomeOf(sessionId)) === 'PAID' ? (await sessions.sessionOf(sessionId))?.amount : undefined,
  );
  const disputes = sandboxDisputes(settings.directory, clock);
  const events = sandboxEvents(settings.directory);
  const secret = `whsec_${settings.secret.toString('hex')}`;
  const sessionIdOf = (paymentId: string): string =>
    `cs_test_sandbox_${createHmac('sha256', settings.secret).update(paymentId).digest('hex').slice(0, 40)}`;
  return {
    provider: 'SANDBOX',
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
    eventHistory: events.history,
    refunds: refunds.port,
    disputes: disputes.port,
    simulator: checkoutOf({ sessions, refunds, disputes, clock, sign: signer(events, secret, clock) }),
  };
}

interface Known {
  readonly session: SandboxSession;
  readonly sessionId: string;
  readonly now: Date;
}

async function stateOf(sessions: SandboxSessions, { session, sessionId, now }: Known): Promise<SessionState> {
  const outcome = await sessions.outcomeOf(sessionId);
  return {
    sessionId,
    reference: session.paymentId,
    metadata: session.metadata,
    amount: session.amount,
    status: statusOf(outcome, new Date(session.expiresAt) <= now),
    providerPaymentId: outcome === undefined ? null : intentOf(sessionId),
    failureReason: outcome === 'REFUSED' ? 'card_declined' : null,
  };
}

const statuses = { PAID: 'PAID', REFUSED: 'FAILED' } as const satisfies Record<SandboxOutcome, ReadingStatus>;
const statusOf = (outcome: SandboxOutcome | undefined, isLate: boolean): ReadingStatus =>
  outcome === undefined ? (isLate ? 'EXPIRED' : 'OPEN') : statuses[outcome];

/** The sessions as they are now, and how they end. */
function lifeOf(sessions: SandboxSessions, clock: Clock) {
  const known = async (sessionId: string): Promise<SandboxSession> => {
    const session = await sessions.sessionOf(sessionId);
    if (session === undefined) throw new PaymentFailure('refused', 'resource_missing');
    return session;
  };
  const status = async (sessionId: string): Promise<ReadingStatus> =>
    (await stateOf(sessions, { session: await known(sessionId), sessionId, now: clock.now() })).status;
  return {
    status,
    /** Ends a session that is open; one that already ended so sends its event again, any other is refused. */
    async end(sessionId: string, outcome: SandboxOutcome): Promise<void> {
      if ((await status(sessionId)) === 'OPEN') await sessions.end(sessionId, outcome);
      if ((await status(sessionId)) !== statuses[outcome]) throw new PaymentFailure('refused', 'session_ended');
    },
    async requireStatus(sessionId: string, wanted: ReadingStatus): Promise<SandboxSession> {
      if ((await status(sessionId)) !== wanted) throw new PaymentFailure('refused', 'session_state');
      return known(sessionId);
    },
  };
}

interface Machinery {
  readonly sessions: SandboxSessions;
  readonly refunds: SandboxRefunds;
  readonly disputes: SandboxDisputes;
  readonly clock: Clock;
  readonly sign: Signer;
}

function checkoutOf(machinery: Machinery): SandboxCheckout {
  const { sessions, clock, sign } = machinery;
  const { status, end, requireStatus } = lifeOf(sessions, clock);
  const signSession = (type: string, sessionId: string) =>
    sign(`checkout.session.${type}`, { id: sessionId, object: 'checkout.session' });
  return {
    webhook: stripeWebhook,
    async view(sessionId) {
      const session = await sessions.sessionOf(sessionId);
      return session && { ...session, status: await status(sessionId) };
    },
    async pay(sessionId) {
      await end(sessionId, 'PAID');
      return signSession('completed', sessionId);
    },
    async refuse(sessionId) {
      await end(sessionId, 'REFUSED');
      return signSession('async_payment_failed', sessionId);
    },
    async expire(sessionId) {
      await requireStatus(sessionId, 'EXPIRED');
      return signSession('expired', sessionId);
    },
    ...refundingOf(machinery),
    ...disputingOf(machinery),
  };
}

/** What the payer's bank does. */
function disputingOf({
  sessions,
  disputes,
  clock,
  sign,
}: Machinery): Pick<SandboxCheckout, 'dispute' | 'closeDispute'> {
  const { requireStatus } = lifeOf(sessions, clock);
  const signDispute = (type: string, sessionId: string, id: string): Promise<SignedEvent> =>
    sign(`charge.dispute.${type}`, { id, object: 'dispute', payment_intent: intentOf(sessionId) });
  return {
    async dispute(sessionId, amount) {
      const session = await requireStatus(sessionId, 'PAID');
      const id = await disputes.open(sessionId, { ...session.amount, amount: amount ?? session.amount.amount });
      return signDispute('created', sessionId, id);
    },
    closeDispute: async (sessionId, outcome) =>
      signDispute('closed', sessionId, await disputes.close(sessionId, outcome)),
  };
}

/** What somebody, or a bank, does with refunds at the provider. */
function refundingOf({
  sessions,
  refunds,
  clock,
  sign,
}: Machinery): Pick<SandboxCheckout, 'refund' | 'completeRefund' | 'failRefund'> {
  const { requireStatus } = lifeOf(sessions, clock);
  const signRefund = (type: string, sessionId: string, id: string) =>
    sign(`refund.${type}`, { id, object: 'refund', payment_intent: intentOf(sessionId), metadata: {} });
  return {
    async refund(sessionId, amount) {
      const session = await requireStatus(sessionId, 'PAID');
      await refunds.makeOutside(sessionId, { ...session.amount, amount: amount ?? session.amount.amount });
      return sign('charge.refunded', {
        payment_intent: intentOf(sessionId),
        metadata: { paymentId: session.paymentId },
      });
    },
    async completeRefund(sessionId, refundId) {
      await refunds.complete(sessionId, refundId);
      return signRefund('updated', sessionId, refundId);
    },
    async failRefund(sessionId, refundId) {
      await refunds.fail(sessionId, refundId, 'expired_or_canceled_card');
      return signRefund('failed', sessionId, refundId);
    },
  };
}

/** What the sandbox's payment page needs, when it is the provider. */
export const sandboxCheckoutOf = ({ current }: PaymentProviders): SandboxCheckout | undefined =>
  current.provider === 'SANDBOX' ? (current as SandboxPayments).simulator : undefined;
