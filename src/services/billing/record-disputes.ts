import { LockMode } from '@mikro-orm/core';
import { Dispute } from '../../entities/billing/dispute.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import type { ProviderDispute } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { allows, transition } from '../kernel/states.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import { bookLosses } from './book-losses.ts';
import { claimEvent, linkEvent, type EventKey } from './claim-event.ts';
import { disputeStates, type DisputeVerb } from './dispute.states.ts';
import { disputeLost, disputeWon, paymentDisputed, paymentMismatched } from './events.ts';
import { idsOf } from './payment-ids.ts';
import { paymentStates } from './payment.states.ts';
import type { ProcessingResult } from './process-reading.ts';
import type { BalanceNeeds } from './update-balance.ts';

export interface ReadDisputes {
  readonly provider: string;
  /** The event that made us read them; null for a reconciliation. */
  readonly event: EventKey | null;
  readonly providerPaymentId: string;
  /** All disputes of the payment, as they were just read from its provider. */
  readonly found: readonly ProviderDispute[];
}

type DisputesNeeds = BalanceNeeds & Tx<'em'>;

/**
 * Brings the disputes of a payment in line with its provider's. An open one blocks refunds; a lost one takes its amount from what
 * was paid, so that the invoice is owed again, without a credit note; a won one restores all, also after it was lost. Any order
 * of events ends in the same state. Locks: event, payment, its disputes, invoice.
 */
export async function recordDisputes(tx: DisputesNeeds, read: ReadDisputes): Promise<ProcessingResult> {
  const { event, found } = read;
  if (event !== null && !(await claimEvent(tx, event))) return 'ALREADY';
  const payment = await lockPaid(tx, read);
  if (event !== null) await linkEvent(tx, { ...event, paymentId: payment.id });
  const known = await tx.em.find(
    Dispute,
    { payment },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const one of found) syncDispute(tx, payment, { one, known });
  payment.disputedCents = known
    .filter(({ status }) => status !== 'WON')
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  crashPoint('after-disputes');
  await bookLosses(tx, payment, 'DISPUTE');
  return 'APPLIED';
}

/** The payment's own event may still be on its way. One that never comes ends as a dead letter, which somebody sees. */
async function lockPaid({ em }: Tx<'em'>, { event, provider, providerPaymentId }: ReadDisputes): Promise<Payment> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const payment = await em.findOne(Payment, { provider, providerPaymentId }, { lockMode });
  if (payment === null || !isPaid(payment))
    throw new DomainError('NOT_FOUND', { eventId: event?.id ?? null, providerPaymentId });
  return payment;
}

/** Money that has not come cannot be claimed back: the payment itself is read first. */
const isPaid = ({ status }: Payment): boolean => status === 'REFUNDED' || allows(paymentStates, status, 'refund');

interface Reading {
  readonly one: ProviderDispute;
  readonly known: Dispute[];
}

function syncDispute(tx: DisputesNeeds, payment: Payment, { one, known }: Reading): void {
  if (one.amount.currency !== payment.currency) return reportMismatch(tx, payment, one);
  const before = known.find(({ providerDisputeId }) => providerDisputeId === one.id);
  const dispute = before ?? addDispute(tx, payment, { one, known });
  dispute.amountCents = one.amount.amount;
  dispute.respondBy = one.respondBy;
  if (one.status !== 'OPEN') close(tx, payment, { dispute, verb: one.status === 'WON' ? 'win' : 'lose' });
}

function addDispute(tx: DisputesNeeds, payment: Payment, { one, known }: Reading): Dispute {
  const { amount, reason, respondBy } = one;
  const dispute = tx.em.create(Dispute, {
    id: newId(),
    payment,
    status: 'OPEN',
    provider: payment.provider,
    providerDisputeId: one.id,
    amountCents: amount.amount,
    currency: payment.currency,
    reason,
    respondBy,
  });
  known.push(dispute);
  tx.record({
    action: 'PAYMENT_DISPUTED',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'CRITICAL',
    payload: { ...amount, reason, disputeId: dispute.id },
  });
  if (one.status === 'OPEN') tx.emit(paymentDisputed, { ...disputeIdsOf(payment, dispute), reason });
  return dispute;
}

const disputeIdsOf = (payment: Payment, { id, amountCents }: Dispute) => ({
  ...idsOf(payment),
  disputeId: id,
  amountCents,
  currency: payment.currency,
});

const ends = {
  win: { action: 'DISPUTE_WON', event: disputeWon },
  lose: { action: 'DISPUTE_LOST', event: disputeLost },
} as const;

/** A reading that is older than the row changes nothing. */
function close(
  tx: DisputesNeeds,
  payment: Payment,
  { dispute, verb }: { readonly dispute: Dispute; readonly verb: DisputeVerb },
): void {
  if (!allows(disputeStates, dispute.status, verb)) return;
  transition(disputeStates, dispute, verb);
  dispute.closedAt = tx.now;
  const { action, event } = ends[verb];
  tx.record({
    action,
    targetType: 'payment',
    targetId: payment.id,
    payload: { disputeId: dispute.id, amountCents: dispute.amountCents, currency: payment.currency },
  });
  tx.emit(event, disputeIdsOf(payment, dispute));
}

function reportMismatch(tx: Tx<'record' | 'emit'>, payment: Payment, { id, amount }: ProviderDispute): void {
  tx.record({
    action: 'PAYMENT_MISMATCH',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'CRITICAL',
    outcome: 'FAILURE',
    payload: { differences: ['currency'], providerDisputeId: id, amount },
  });
  tx.emit(paymentMismatched, { ...idsOf(payment), differences: ['currency'] });
}
