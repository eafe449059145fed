import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { idsOf } from '../payment-ids.ts';
import { paymentFailed } from '../events.ts';
import { paymentStates } from '../payment.states.ts';
import { lookAtPush } from './look-at-push.ts';
import { lockPush } from './store-push.ts';

export interface ResolvePush {
  readonly paymentId: string;
  /** The push as the provider's own list names it; absent when that list has none for this payment. */
  readonly reference?: string | null | undefined;
}

/**
 * An admin says what the provider's own list shows of a push that is in doubt. A reference is read like any other, and counts
 * only when it names this payment; without one the payment has failed, and becomes paid all the same if it ever turns up.
 */
export const resolvePush: Operation<'run' | 'payments' | 'billables', ResolvePush, void> = async (
  ctx,
  { paymentId, reference },
) => {
  if (!isId(paymentId)) throw new DomainError('NOT_FOUND');
  if (!reference) return ctx.run(failUnfound, { paymentId });
  await ctx.run(requireReference, { paymentId, reference });
  const result = await lookAtPush(ctx, { paymentId, reported: reference });
  if (result === 'REFUSED') throw fieldError('input.reference', 'otherPayment');
  if (result === 'UNREAD') throw new DomainError('PAYMENT_UNAVAILABLE');
};

interface NamedPush {
  readonly paymentId: string;
  readonly reference: string;
}

async function requireReference(tx: Tx<'em' | 'record'>, { paymentId, reference }: NamedPush): Promise<void> {
  const payment = await lockPush(tx, paymentId);
  if ((payment.providerPaymentId ?? reference) !== reference) throw fieldError('input.reference', 'otherPayment');
  record(tx, { paymentId, isFound: true });
}

async function failUnfound(tx: Tx<'em' | 'emit' | 'record'>, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await lockPush(tx, paymentId);
  if (payment.status !== 'UNKNOWN')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'resolve', status: payment.status });
  transition(paymentStates, payment, 'fail');
  payment.unknownSince = null;
  payment.failureReason = 'not_found_at_provider';
  tx.emit(paymentFailed, idsOf(payment));
  record(tx, { paymentId, isFound: false });
}

const record = (tx: Tx<'record'>, { paymentId, isFound }: { paymentId: string; isFound: boolean }): void =>
  tx.record({ action: 'PAYMENT_DOUBT_RESOLVED', targetType: 'payment', targetId: paymentId, payload: { isFound } });
