import type { Refund } from '../../entities/billing/refund.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { money } from '../kernel/money.ts';
import { transition } from '../kernel/states.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { refundRequested } from './events.ts';
import { lockRefund } from './lock-refunds.ts';
import { movedCentsOf } from './offset-invoice.ts';
import { refundable, requireAvailable } from './refund.policy.ts';
import { refundStates } from './refund.states.ts';
import { takeRefund } from './refund-payment.ts';
import { refundIdsOf } from './refunded-total.ts';
import { requireUndisputed } from './require-undisputed.ts';

/**
 * Asks the provider again for a refund that failed, as another attempt. Refuses with `ACTION_NOT_ALLOWED` one that did not
 * fail, was made at the provider or is paid by hand, and with `REFUND_TOO_LARGE` when the money went back otherwise.
 */
export const retryRefund: Operation<'run' | 'limits' | 'actor', RetryRefund, Refund> = async (ctx, input) => {
  await takeRefund(ctx);
  return ctx.run(retry, input);
};

interface RetryRefund {
  readonly refundId: string;
}

const retry: UseCase<'em' | 'emit' | 'record', RetryRefund, Refund> = async (tx, { refundId }) => {
  const { payment, refunds, refund } = await lockRefund(tx, refundId);
  if (refund.status !== 'FAILED' || refund.isManual || refund.origin === 'PROVIDER')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'retry', status: refund.status });
  await requireUndisputed(tx, payment);
  requireAvailable(
    money(refund.amountCents, refund.currency),
    refundable(payment, refunds, await movedCentsOf(tx, payment)),
  );
  transition(refundStates, refund, 'request');
  refund.attempt += 1;
  refund.providerRefundId = null;
  tx.record({
    action: 'REFUND_RETRIED',
    targetType: 'payment',
    targetId: payment.id,
    payload: { refundId, attempt: refund.attempt },
  });
  tx.emit(refundRequested, { ...refundIdsOf(payment, refund), isManual: false });
  return refund;
};
