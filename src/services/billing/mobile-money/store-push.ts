import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import type { RequestedPush } from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { idsOf } from '../payment-ids.ts';
import { paymentDoubtful, paymentFailed, paymentProcessing } from '../events.ts';
import { paymentStates } from '../payment.states.ts';

/** Refuses with `NOT_FOUND` what is no push. */
export async function lockPush({ em }: Tx<'em'>, paymentId: string): Promise<Payment> {
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const payment = await em.findOne(Payment, { id: paymentId, flow: 'PUSH' }, { lockMode });
  if (payment === null) throw new DomainError('NOT_FOUND');
  return payment;
}

/** Nobody knows whether the payer was debited: neither paid nor failed, and no second attempt while it lasts. */
export function losePush({ now, emit }: Tx<'now' | 'emit'>, payment: Payment, reason: string | null): void {
  if (!allows(paymentStates, payment.status, 'lose')) return;
  transition(paymentStates, payment, 'lose');
  payment.unknownSince = now;
  payment.failureReason = reason?.slice(0, 255) ?? null;
  emit(paymentDoubtful, idsOf(payment));
}

export interface FailPush {
  readonly paymentId: string;
  readonly reason: string;
}

/** The push certainly did not leave: what it was for can be paid again at once. Whoever asked for it is answered so. */
export async function failPush(tx: Tx<'em'>, { paymentId, reason }: FailPush): Promise<void> {
  const payment = await lockPush(tx, paymentId);
  if (!allows(paymentStates, payment.status, 'fail')) return;
  payment.failureReason = reason.slice(0, 255);
  transition(paymentStates, payment, 'fail');
}

export interface StorePush {
  readonly paymentId: string;
  readonly pushed: RequestedPush;
}

/**
 * Stores what the provider answered to a push. An end in that answer is not believed here: with its id it is read again. Only
 * a refusal without an id, which nobody can read, is taken as it is.
 */
export async function storePush(tx: Tx<'em' | 'now' | 'emit'>, { paymentId, pushed }: StorePush): Promise<void> {
  const payment = await lockPush(tx, paymentId);
  if (pushed.reference !== null && pushed.reference !== paymentId) return losePush(tx, payment, 'other_payment');
  // A notification that was faster has stored it before us.
  payment.providerPaymentId ??= pushed.providerPaymentId;
  if (payment.status !== 'PROCESSING') return;
  payment.checkoutUrl = pushed.paymentUrl;
  if (pushed.status === 'UNKNOWN') losePush(tx, payment, pushed.failureReason);
  else if (payment.providerPaymentId === null) endUnread(tx, payment, pushed);
  else tx.emit(paymentProcessing, idsOf(payment));
}

function endUnread(tx: Tx<'now' | 'emit'>, payment: Payment, { status, failureReason }: RequestedPush): void {
  if (status !== 'FAILED') return losePush(tx, payment, 'no_reference');
  payment.failureReason = failureReason;
  transition(paymentStates, payment, 'fail');
  tx.emit(paymentFailed, idsOf(payment));
}
