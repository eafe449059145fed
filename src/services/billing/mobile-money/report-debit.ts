import { LockMode } from '@mikro-orm/core';
import { Payment, type PaymentStatus } from '../../../entities/billing/payment.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { idsOf } from '../payment-ids.ts';
import { alertDebitReportedTask } from '../tasks/mobile-money-jobs.ts';
import { lookAtPushTask } from '../tasks/look-at-push.task.ts';

interface ReportDebit {
  readonly paymentId: string;
}

/** Nothing was paid as far as we know. */
const unpaid: readonly PaymentStatus[] = ['PROCESSING', 'UNKNOWN', 'FAILED', 'EXPIRED'];

/**
 * The payer of a push says that they were debited: it is read again at once, and the admins are asked to look at the
 * provider's own list. Said again it changes nothing but the reading. `ACTION_NOT_ALLOWED` once it is paid.
 */
export const reportDebit: Operation<'run' | 'limits' | 'actor', ReportDebit, Payment> = async (ctx, input) => {
  await ctx.limits.take('debit-report/person', personOf(ctx.actor));
  return ctx.run(report, input);
};

const report: UseCase<'em' | 'now' | 'actor' | 'enqueue' | 'record', ReportDebit, Payment> = async (
  { em, now, actor, enqueue, record },
  { paymentId },
) => {
  if (!isId(paymentId)) throw new DomainError('NOT_FOUND');
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const payment = await em.findOne(Payment, { id: paymentId }, { lockMode });
  if (payment === null) throw new DomainError('NOT_FOUND');
  if (payment.payer === null || payment.payer.id !== actor.userId) throw hiding({ type: 'payment', id: paymentId });
  if (payment.flow !== 'PUSH' || !unpaid.includes(payment.status))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'reportDebit', status: payment.status });
  enqueue(lookAtPushTask, { paymentId });
  if (payment.debitReportedAt !== null) return payment;
  payment.debitReportedAt = now;
  enqueue(alertDebitReportedTask, idsOf(payment));
  record({
    action: 'PAYMENT_DEBIT_REPORTED',
    targetType: 'payment',
    targetId: paymentId,
    payload: { status: payment.status, network: payment.network },
  });
  return payment;
};
