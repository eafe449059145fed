import { LockMode } from '@mikro-orm/core';
import { Payment, type PaymentStatus } from '../../entities/billing/payment.entity.ts';
import type { ProviderRefund, SessionState } from '../adapters/payments/port.ts';
import { isId } from '../kernel/ids.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import type { Billables, ConfirmationContext } from './billable.ts';
import { claimEvent, ignoreEvent, linkEvent, type EventKey } from './claim-event.ts';
import { lockRefundsOf } from './lock-refunds.ts';
import { paymentMismatched } from './events.ts';
import { syncPayment } from './sync-payment.ts';
import { syncRefunds } from './sync-refunds.ts';
import { differencesOf, type Difference } from './session-differences.ts';
import { idsOf } from './payment-ids.ts';

export type ProcessContext = ConfirmationContext & Tx<'config' | 'log'>;

export interface VerifiedSession {
  readonly provider: string;
  /** The session as it was just read from the provider. */
  readonly state: SessionState;
  /** The payment's refunds, when they were read too. */
  readonly refunds?: readonly ProviderRefund[] | undefined;
  /** The event that made us read it; null for the nightly reconciliation. */
  readonly event: EventKey | null;
}

/** ALREADY: this event was processed before. IGNORED: not ours, or not accepted. */
export type ProcessingResult = 'APPLIED' | 'ALREADY' | 'IGNORED';

/**
 * Synchronises a payment with its session, in one transaction with all its consequences. Only the present state of the
 * session counts, so any number of events in any order, or none at all, end in the same state with one invoice.
 * Locks: event, payment, its refunds, the subject, invoice counter.
 */
export const processSession =
  (billables: Billables) =>
  async (tx: ProcessContext, { provider, state, refunds, event }: VerifiedSession): Promise<ProcessingResult> => {
    if (event !== null && !(await claimEvent(tx, event))) return 'ALREADY';
    crashPoint('after-claim');
    const payment = await lockPayment(tx, provider, state);
    if (payment === null) return ignore(tx, event, 'unknown payment');
    const differences = differencesOf(payment, state);
    if (differences.length > 0) {
      reportMismatch(tx, payment, { state, differences });
      return ignore(tx, event, 'mismatch');
    }
    const before = payment.status;
    await syncWithRefunds(tx, billables, { payment, state, refunds });
    if (event !== null) await linkEvent(tx, { ...event, paymentId: payment.id });
    if (event !== null || payment.status !== before) recordProcessing(tx, payment, { state, event, before });
    return 'APPLIED';
  };

async function syncWithRefunds(
  tx: ProcessContext,
  billables: Billables,
  { payment, state, refunds }: Pick<VerifiedSession, 'state' | 'refunds'> & { readonly payment: Payment },
): Promise<void> {
  const known = refunds === undefined ? [] : await lockRefundsOf(tx, payment);
  await syncPayment(tx, billables, { payment, state });
  if (refunds !== undefined) await syncRefunds(tx, { payment, refunds: known }, refunds);
  crashPoint('after-sync');
}

function recordProcessing(
  { record }: Tx<'record'>,
  payment: Payment,
  { state, event, before }: Pick<VerifiedSession, 'state' | 'event'> & { before: PaymentStatus },
): void {
  record({
    action: 'PAYMENT_WEBHOOK_RECEIVED',
    targetType: 'payment',
    targetId: payment.id,
    payload: { eventId: event?.id ?? null, status: state.status, from: before, to: payment.status },
  });
}

/** By the session that we stored, or by the reference that we gave when it was opened (a crash came before we stored it). */
async function lockPayment(
  { em }: Tx<'em'>,
  provider: string,
  { sessionId, reference }: SessionState,
): Promise<Payment | null> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const known = await em.findOne(Payment, { provider, providerSessionId: sessionId }, { lockMode });
  return (
    known ??
    (reference !== null && isId(reference) ? em.findOne(Payment, { id: reference, provider }, { lockMode }) : null)
  );
}

async function ignore(tx: Tx<'em' | 'now' | 'log'>, event: EventKey | null, reason: string): Promise<ProcessingResult> {
  if (event !== null) await ignoreEvent(tx, event);
  tx.log.warn({ eventId: event?.id ?? null, reason }, 'payment event ignored');
  return 'IGNORED';
}

function reportMismatch(
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
  tx.emit(paymentMismatched, { ...idsOf(payment), differences });
}
