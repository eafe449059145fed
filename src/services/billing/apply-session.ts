import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../entities/billing/payment.entity.ts';
import type { SessionState } from '../adapters/payments/port.ts';
import { isId } from '../kernel/ids.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import type { Billables, SettlementNeeds } from './billable.ts';
import { claimEvent, ignoreEvent } from './claim-event.ts';
import { paymentMismatched } from './events.ts';
import { followSession } from './follow-session.ts';
import { differencesOf, type Difference } from './session-differences.ts';
import { factsOf } from './settle-payment.ts';

export type ApplyNeeds = SettlementNeeds & Tx<'config' | 'log'>;

export interface VerifiedSession {
  /** The session as it was just read from the provider. */
  readonly state: SessionState;
  /** The event that made us look; null when nobody told us (the nightly look). */
  readonly eventId: string | null;
}

/** ALREADY: this event was done before. IGNORED: not ours, or not believed. */
export type Applied = 'APPLIED' | 'ALREADY' | 'IGNORED';

/**
 * Brings a payment to where the provider says it is, in one transaction with all that follows from it. What counts is the
 * session as it is now, so any number of events in any order, or none at all, end in the same state with one invoice.
 * Locks: event, payment, the thing paid for, invoice counter.
 */
export const applySession =
  (billables: Billables) =>
  async (tx: ApplyNeeds, { state, eventId }: VerifiedSession): Promise<Applied> => {
    if (eventId !== null && !(await claimEvent(tx, eventId))) return 'ALREADY';
    crashPoint('after-claim');
    const payment = await lockPayment(tx, state);
    if (payment === null) return ignore(tx, eventId, 'unknown payment');
    const differences = differencesOf(payment, state);
    if (differences.length > 0) {
      tellMismatch(tx, payment, { state, differences });
      return ignore(tx, eventId, 'mismatch');
    }
    const before = payment.status;
    await followSession(tx, billables, { payment, state });
    if (eventId !== null || payment.status !== before) {
      tx.record({
        action: 'PAYMENT_WEBHOOK_RECEIVED',
        targetType: 'payment',
        targetId: payment.id,
        payload: { eventId, standing: state.standing, from: before, to: payment.status },
      });
    }
    return 'APPLIED';
  };

/** By the session that we stored, or by the reference that we gave when it was opened (a crash came before we stored it). */
async function lockPayment({ em }: Tx<'em'>, { sessionId, reference }: SessionState): Promise<Payment | null> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const known = await em.findOne(Payment, { providerSessionId: sessionId }, { lockMode });
  return known ?? (reference !== null && isId(reference) ? em.findOne(Payment, { id: reference }, { lockMode }) : null);
}

async function ignore(tx: Tx<'em' | 'now' | 'log'>, eventId: string | null, reason: string): Promise<Applied> {
  if (eventId !== null) await ignoreEvent(tx, eventId);
  tx.log.warn({ eventId, reason }, 'payment event ignored');
  return 'IGNORED';
}

function tellMismatch(
  tx: Tx<'record' | 'emit'>,
  payment: Payment,
  found: { state: SessionState; differences: Difference[] },
): void {
  const { state, differences } = found;
  tx.record({
    action: 'PAYMENT_MISMATCH',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'CRITICAL',
    outcome: 'FAILURE',
    payload: {
      differences,
      sessionId: state.sessionId,
      amount: state.amount,
      expected: { amount: payment.amountCents, currency: payment.currency },
    },
  });
  tx.emit(paymentMismatched, { ...factsOf(payment), differences });
}
