/**
 * Payments without a provider, for development, tests and the demo: sessions like Stripe's, a page of our own in the place
 * of theirs, and events signed as theirs are, so that every line behind the webhook is the line that runs in production.
 */
import { createHmac } from 'node:crypto';
import { Stripe } from 'stripe';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import {
  PaymentFailure,
  type PaymentsPort,
  type ProviderAmount,
  type SessionStatus,
  type SessionState,
} from './port.ts';
import { sandboxSessions, type SandboxOutcome, type SandboxSession, type SandboxSessions } from './sandbox-sessions.ts';
import { readEvent } from './stripe-events.ts';

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

/** A webhook call as the provider would make it. */
export interface SignedEvent {
  readonly body: string;
  readonly signature: string;
}

/** What the payment page shows. */
export interface SandboxView {
  readonly description: string;
  readonly amount: ProviderAmount;
  readonly locale: 'fr' | 'en';
  readonly standing: SessionStatus;
  readonly successUrl: string;
  readonly cancelUrl: string;
}

/** The provider's side of the counter: what a payer, or a test, does there. Each answers the event to deliver. */
export interface SandboxDesk {
  view(sessionId: string): Promise<SandboxView | undefined>;
  pay(sessionId: string): Promise<SignedEvent>;
  refuse(sessionId: string): Promise<SignedEvent>;
  /** Tells that nobody paid in time; the session must be past its end. */
  expire(sessionId: string): Promise<SignedEvent>;
  /** Gives the money of a paid session back, or a part of it; once. */
  refund(sessionId: string, amount?: number): Promise<SignedEvent>;
  dispute(sessionId: string): Promise<SignedEvent>;
}

export type SandboxPayments = PaymentsPort & { readonly desk: SandboxDesk };

export function sandboxPayments(settings: SandboxSettings): SandboxPayments {
  if (settings.isProduction) throw new Error('The payment sandbox refuses to run in production: set STRIPE_SECRET_KEY');
  const { clock, publicUrl } = settings;
  const sessions = sandboxSessions(settings.directory);
  const secret = `whsec_${settings.secret.toString('hex')}`;
  const sessionIdOf = (paymentId: string): string =>
    `cs_test_sandbox_${createHmac('sha256', settings.secret).update(paymentId).digest('hex').slice(0, 40)}`;
  return {
    provider: 'SANDBOX',
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
    parseEvent: (rawBody, signature) => readEvent(rawBody, signature, { secrets: [secret], isLive: false, clock }),
    desk: deskOf(sessions, clock, secret),
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
    standing: standingOf(outcome, new Date(session.expiresAt) <= now),
    providerPaymentId: outcome === undefined ? null : intentOf(sessionId),
    refunded: await sessions.refundedOf(sessionId),
    failureReason: outcome === 'REFUSED' ? 'card_declined' : null,
  };
}

const standings = { PAID: 'PAID', REFUSED: 'FAILED' } as const satisfies Record<SandboxOutcome, SessionStatus>;
const standingOf = (outcome: SandboxOutcome | undefined, isLate: boolean): SessionStatus =>
  outcome === undefined ? (isLate ? 'EXPIRED' : 'OPEN') : standings[outcome];
const intentOf = (sessionId: string): string => sessionId.replace('cs_test', 'pi');

/** An event in Stripe's shape and with Stripe's signature. */
function signed(type: string, object: object, { secret, now }: { secret: string; now: Date }): SignedEvent {
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

function deskOf(sessions: SandboxSessions, clock: Clock, secret: string): SandboxDesk {
  const known = async (sessionId: string): Promise<SandboxSession> => {
    const session = await sessions.sessionOf(sessionId);
    if (session === undefined) throw new PaymentFailure('refused', 'resource_missing');
    return session;
  };
  const standing = async (sessionId: string): Promise<SessionStatus> =>
    (await stateOf(sessions, { session: await known(sessionId), sessionId, now: clock.now() })).standing;
  const sign = (type: string, object: object): SignedEvent => signed(type, object, { secret, now: clock.now() });
  const signSession = (type: string, sessionId: string) =>
    sign(`checkout.session.${type}`, { id: sessionId, object: 'checkout.session' });
  /** Ends a session that is open; one that already ended so is told again, any other is refused. */
  const end = async (sessionId: string, outcome: SandboxOutcome): Promise<void> => {
    if ((await standing(sessionId)) === 'OPEN') await sessions.end(sessionId, outcome);
    if ((await standing(sessionId)) !== standings[outcome]) throw new PaymentFailure('refused', 'session_ended');
  };
  const demand = async (sessionId: string, wanted: SessionStatus): Promise<SandboxSession> => {
    if ((await standing(sessionId)) !== wanted) throw new PaymentFailure('refused', 'session_state');
    return known(sessionId);
  };
  return {
    async view(sessionId) {
      const session = await sessions.sessionOf(sessionId);
      return session && { ...session, standing: await standing(sessionId) };
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
      await demand(sessionId, 'EXPIRED');
      return signSession('expired', sessionId);
    },
    async refund(sessionId, amount) {
      const session = await demand(sessionId, 'PAID');
      await sessions.giveBack(sessionId, amount ?? session.amount.amount);
      return sign('charge.refunded', {
        payment_intent: intentOf(sessionId),
        metadata: { paymentId: session.paymentId },
      });
    },
    async dispute(sessionId) {
      const { amount } = await demand(sessionId, 'PAID');
      return sign('charge.dispute.created', {
        payment_intent: intentOf(sessionId),
        amount: amount.amount,
        currency: amount.currency.toLowerCase(),
        reason: 'fraudulent',
      });
    },
  };
}

/** The counter of the sandbox, when it is the provider. */
export const sandboxDeskOf = (payments: PaymentsPort): SandboxDesk | undefined =>
  payments.provider === 'SANDBOX' ? (payments as SandboxPayments).desk : undefined;
