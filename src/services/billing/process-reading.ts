import { LockMode } from '@mikro-orm/core';
import { Payment, type PaymentStatus } from '../../entities/billing/payment.entity.ts';
import type { ProviderRefund, PaymentReading } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import type { Billables, ConfirmationContext } from './billable.ts';
import { claimEvent, ignoreEvent, linkEvent, type EventKey } from './claim-event.ts';
import { lockRefundsOf } from './lock-refunds.ts';
import { paymentMismatched } from './events.ts';
import { publishPayment } from './live.ts';
import { syncPayment } from './sync-payment.ts';
import { syncRefunds } from './sync-refunds.ts';
import { differencesOf, type Difference } from './reading-differences.ts';
import { idsOf } from './payment-ids.ts';

export type ProcessContext = ConfirmationContext & Tx<'config' | 'log'>;

export interface VerifiedReading {
  readonly provider: string;
  /** The payment as it was just read from the provider. */
  readonly state: PaymentReading;
  /** The payment's refunds, when they were read too. */
  readonly refunds?: readonly ProviderRefund[] | undefined;
  /** The event that made us read it; null for the nightly reconciliation. */
  readonly event: EventKey | null;
}

/** ALREADY: this event was processed before. IGNORED: not ours, or not accepted. */
export type ProcessingResult = 'APPLIED' | 'ALREADY' | 'IGNORED';

/**
 * Synchronises a payment with what was read of it, in one transaction with all its consequences. Only the present state at
 * the provider counts, so any number of events in any order, or none at all, end in the same state with one invoice.
 * Locks: event, payment, its refunds, the subject, invoice counter.
 */
export const processReading =
  (billables: Billables) =>
  async (tx: ProcessContext, { provider, state, refunds, event }: VerifiedReading): Promise<ProcessingResult> => {
    if (event !== null && !(await claimEvent(tx, event))) return 'ALREADY';
    crashPoint('after-claim');
    const payment = await lockPayment(tx, provider, state);
    if (payment === null) return unknown(tx, event, state);
    const differences = differencesOf(payment, state);
    if (differences.length > 0) {
      reportMismatch(tx, payment, { state, differences });
      return ignore(tx, event, 'mismatch');
    }
    const before = payment.status;
    await syncWithRefunds(tx, billables, { payment, state, refunds });
    if (event !== null) await linkEvent(tx, { ...event, paymentId: payment.id });
    if (event !== null || payment.status !== before) recordProcessing(tx, payment, { state, event, before });
    publishPayment(tx, payment.id);
    return 'APPLIED';
  };

async function syncWithRefunds(
  tx: ProcessContext,
  billables: Billables,
  { payment, state, refunds }: Pick<VerifiedReading, 'state' | 'refunds'> & { readonly payment: Payment },
): Promise<void> {
  const known = refunds === undefined ? [] : await lockRefundsOf(tx, payment);
  await syncPayment(tx, billables, { payment, state });
  if (refunds !== undefined) await syncRefunds(tx, { payment, refunds: known }, refunds);
  crashPoint('after-sync');
}

function recordProcessing(
  { record }: Tx<'record'>,
  payment: Payment,
  { state, event, before }: Pick<VerifiedReading, 'state' | 'event'> & { before: PaymentStatus },
): void {
  record({
    action: 'PAYMENT_WEBHOOK_RECEIVED',
    targetType: 'payment',
    targetId: payment.id,
    payload: { eventId: event?.id ?? null, status: state.status, from: before, to: payment.status },
  });
}

/** By the session or the provider's id that we stored, or by the reference that we gave (a crash came before we stored them). */
async function lockPayment(
  { em }: Tx<'em'>,
  provider: string,
  { sessionId, providerPaymentId, reference }: PaymentReading,
): Promise<Payment | null> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const ids = [
    ...(sessionId === null ? [] : [{ providerSessionId: sessionId }]),
    ...(reference !== null && isId(reference) ? [{ id: reference }] : []),
    ...(providerPaymentId === null ? [] : [{ providerPaymentId }]),
  ];
  for (const id of ids) {
    const known = await em.findOne(Payment, { provider, ...id }, { lockMode });
    if (known !== null) return known;
  }
  return null;
}

async function ignore(tx: Tx<'em' | 'now' | 'log'>, event: EventKey | null, reason: string): Promise<ProcessingResult> {
  if (event !== null) await ignoreEvent(tx, event);
  tx.log.warn({ eventId: event?.id ?? null, reason }, 'payment event ignored');
  return 'IGNORED';
}

/** Nothing to reconcile; an event waits for its payment, and is a dead letter when that never comes. */
function unknown(
  tx: Tx<'em' | 'now' | 'log'>,
  event: EventKey | null,
  { sessionId, providerPaymentId }: PaymentReading,
): Promise<ProcessingResult> {
  if (event !== null) throw new DomainError('NOT_FOUND', { sessionId, providerPaymentId });
  return ignore(tx, event, 'unknown payment');
}

function reportMismatch(
  tx: Tx<'record' | 'emit'>,
  payment: Payment,
  found: { state: PaymentReading; differences: Difference[] },
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
