import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { Refund } from '../../entities/billing/refund.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

const lockMode = LockMode.PESSIMISTIC_WRITE;

export interface LockedPayment {
  readonly payment: Payment;
  /** All of them, oldest first. */
  readonly refunds: Refund[];
}

/** A payment and its refunds until the commit: whoever changes one of the refunds holds the payment first. */
export async function lockPaymentOf({ em }: Tx<'em'>, paymentId: string): Promise<LockedPayment> {
  const payment = isId(paymentId) ? await em.findOne(Payment, { id: paymentId }, { lockMode }) : null;
  if (payment === null) throw new DomainError('NOT_FOUND');
  return { payment, refunds: await lockRefundsOf({ em }, payment) };
}

export const lockRefundsOf = ({ em }: Tx<'em'>, payment: Payment): Promise<Refund[]> =>
  em.find(Refund, { payment }, { lockMode, orderBy: { id: 'asc' } });

/** A refund, with the payment and its other refunds. */
export async function lockRefund(tx: Tx<'em'>, refundId: string): Promise<LockedPayment & { readonly refund: Refund }> {
  // The row only, so that the entity is first read under its lock.
  const row = isId(refundId)
    ? await writing(tx.em).db.selectFrom('refund').select('payment_id').where('id', '=', refundId).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const { payment, refunds } = await lockPaymentOf(tx, row.payment_id);
  const refund = refunds.find(({ id }) => id === refundId);
  if (refund === undefined) throw new DomainError('NOT_FOUND');
  return { payment, refunds, refund };
}
