import type { ReadingStatus, SessionState } from '../port.ts';
import { intentOf } from './sandbox-refunds.ts';
import type { SandboxOutcome, SandboxSession, SandboxSessions } from './sandbox-sessions.ts';

export interface Known {
  readonly session: SandboxSession;
  readonly sessionId: string;
  readonly now: Date;
}

export async function stateOf(sessions: SandboxSessions, { session, sessionId, now }: Known): Promise<SessionState> {
  const outcome = await sessions.outcomeOf(sessionId);
  return {
    sessionId,
    reference: session.paymentId,
    metadata: session.metadata,
    amount: session.amount,
    status: statusOf(outcome, new Date(session.expiresAt) <= now),
    // A page that was closed was paid by nobody.
    providerPaymentId: outcome === undefined || outcome === 'CLOSED' ? null : intentOf(sessionId),
    failureReason: outcome === 'REFUSED' ? 'card_declined' : null,
  };
}

export const statuses = { PAID: 'PAID', REFUSED: 'FAILED', CLOSED: 'EXPIRED' } as const satisfies Record<
  SandboxOutcome,
  ReadingStatus
>;
const statusOf = (outcome: SandboxOutcome | undefined, isLate: boolean): ReadingStatus =>
  outcome === undefined ? (isLate ? 'EXPIRED' : 'OPEN') : statuses[outcome];
