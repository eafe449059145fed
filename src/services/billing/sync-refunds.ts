import type { Payment } from '../../entities/billing/payment.entity.ts';
import { Refund } from '../../entities/billing/refund.entity.ts';
import type { ProviderRefund, ProviderRefundStatus } from '../adapters/payments/port.ts';
import { allows, transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { idsOf } from './payment-ids.ts';
import { creditRefunds } from './credit-refunds.ts';
import { paymentMismatched } from './events.ts';
import type { LockedPayment } from './lock-refunds.ts';
import { paymentStates } from './payment.states.ts';
import { refundStates, type RefundVerb } from './refund.states.ts';
import { noteFailed, noteSucceeded, updateRefundedTotal } from './refunded-total.ts';
import { alertOutsideRefundTask } from './tasks/refund-jobs.ts';

export type SyncRefundsContext = Tx<'em' | 'now' | 'config' | 'record' | 'emit' | 'enqueue'>;

/**
 * Brings the refunds of a payment, which are locked with it, in line with what was just read from its provider. Ours are recognised by
 * the id and attempt that we gave; any other one was made at the provider and becomes a row of its own.
 */
export async function syncRefunds(
  tx: SyncRefundsContext,
  { payment, refunds }: LockedPayment,
  given: readonly ProviderRefund[],
): Promise<void> {
  // Money that has not come cannot have gone back: the payment itself is read first.
  if (!allows(paymentStates, payment.status, 'refundPartly')) return;
  for (const one of given) syncOne(tx, payment, { one, refunds });
  await tx.em.flush();
  updateRefundedTotal(tx, payment, refunds);
  await creditRefunds(tx, { payment, refunds });
}

interface Reading {
  readonly one: ProviderRefund;
  readonly refunds: Refund[];
}

function syncOne(tx: SyncRefundsContext, payment: Payment, reading: Reading): void {
  const { one, refunds } = reading;
  const known = knownRefund(refunds, one);
  const isOurs = known !== undefined ? !known.isManual : !isOlderAttempt(refunds, one);
  if (!isOurs) return;
  const difference = differenceOf(payment, known, one);
  if (difference !== undefined) return reportMismatch(tx, payment, { one, difference });
  const refund = known ?? addOutside(tx, payment, reading);
  const isFirstReading = (refund.providerRefundId ?? null) === null;
  refund.amountCents = one.amount.amount;
  refund.providerRefundId = one.id;
  // A reading that is older than the row changes nothing: a failed refund is asked for again by people only. But one that we
  // held for refused, and that the provider shows now, was made.
  if (refund.status !== 'FAILED' || isFirstReading) advance(tx, payment, { refund, one });
}

/** What the provider says of a refund that is not what we asked for. */
function differenceOf(
  payment: Payment,
  known: Refund | undefined,
  { amount }: ProviderRefund,
): 'currency' | 'amount' | undefined {
  if (amount.currency !== payment.currency) return 'currency';
  return known?.origin === 'SYSTEM' && known.amountCents !== amount.amount ? 'amount' : undefined;
}

/** By what we gave, by the provider's id, or a sum from before refunds were rows, which the first one read takes over. */
const knownRefund = (refunds: readonly Refund[], { id, request }: ProviderRefund): Refund | undefined =>
  refunds.find((refund) => refund.id === request?.refundId && refund.attempt === request.attempt) ??
  refunds.find(({ providerRefundId }) => providerRefundId === id) ??
  (request === null
    ? refunds.find(({ origin, providerRefundId }) => origin === 'PROVIDER' && providerRefundId === null)
    : undefined);

/** An attempt that failed, and was followed by another one. Should it have paid after all, it is a refund of its own. */
const isOlderAttempt = (refunds: readonly Refund[], { request, status }: ProviderRefund): boolean =>
  request !== null &&
  (status === 'FAILED' || status === 'CANCELLED') &&
  refunds.some(({ id, attempt }) => id === request.refundId && attempt > request.attempt);

function addOutside(tx: SyncRefundsContext, payment: Payment, { one, refunds }: Reading): Refund {
  const refund = tx.em.create(Refund, {
    payment,
    provider: payment.provider,
    origin: 'PROVIDER',
    reason: one.reason,
    status: 'PENDING',
    amountCents: one.amount.amount,
    currency: payment.currency,
    attempt: 1,
    isManual: false,
    dueReason: payment.refundDueReason,
  });
  refunds.push(refund);
  tx.record({
    action: 'REFUND_FOUND',
    targetType: 'payment',
    targetId: payment.id,
    payload: { refundId: refund.id, providerRefundId: one.id, amountCents: refund.amountCents },
  });
  tx.enqueue(
    alertOutsideRefundTask,
    { refundId: refund.id, paymentId: payment.id, subjectId: payment.subjectId, attempt: refund.attempt },
    { dedupeKey: `${alertOutsideRefundTask.kind}:${refund.id}` },
  );
  return refund;
}

const verbs: Readonly<Record<ProviderRefundStatus, RefundVerb>> = {
  PENDING: 'request',
  SUCCEEDED: 'succeed',
  FAILED: 'fail',
  CANCELLED: 'cancel',
};

function advance(
  tx: SyncRefundsContext,
  payment: Payment,
  { refund, one }: { readonly refund: Refund; readonly one: ProviderRefund },
): void {
  const verb = verbs[one.status];
  if (refund.status === 'PENDING' || refund.status === 'FAILED') transition(refundStates, refund, 'request');
  if (!allows(refundStates, refund.status, verb)) return;
  transition(refundStates, refund, verb);
  if (verb === 'succeed') noteSucceeded(tx, payment, refund);
  if (verb === 'fail' || verb === 'cancel') noteFailed(tx, payment, { refund, reason: one.failureReason });
}

function reportMismatch(
  tx: SyncRefundsContext,
  payment: Payment,
  { one, difference }: { readonly one: ProviderRefund; readonly difference: 'currency' | 'amount' },
): void {
  tx.record({
    action: 'PAYMENT_MISMATCH',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'CRITICAL',
    outcome: 'FAILURE',
    payload: { differences: [difference], providerRefundId: one.id, amount: one.amount },
  });
  tx.emit(paymentMismatched, { ...idsOf(payment), differences: [difference] });
}
