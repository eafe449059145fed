/** The provider's side of the sandbox's pages: what payers, banks and people at the provider do. */
import type { Clock } from '../../../kernel/clock.ts';
import { PaymentFailure, type ProviderAmount, type ReadingStatus, type WebhookRoute } from '../port.ts';
import { stripeWebhook } from '../stripe/stripe-webhook.ts';
import type { SandboxDisputes } from './sandbox-disputes.ts';
import { intentOf, type SandboxRefunds } from './sandbox-refunds.ts';
import type { SandboxOutcome, SandboxSession, SandboxSessions } from './sandbox-sessions.ts';
import { stateOf, statuses } from './session-state.ts';
import type { SignedEvent, Signer } from './signed-event.ts';

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
  /** The seller closes a session that is open; one that has run out is closed already. */
  close(sessionId: string): Promise<void>;
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

export function checkoutOf(machinery: Machinery): SandboxCheckout {
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
    close: (sessionId) => end(sessionId, 'CLOSED'),
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
