import { LockMode } from '@mikro-orm/core';
import { Order } from '../../../entities/orders/order.entity.ts';
import { paymentRefunded, subjectPayments } from '../../billing/index.ts';
import { allows } from '../../kernel/states.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderStates } from '../order.states.ts';
import { orderPaidBy } from '../order-of-money.ts';
import { orderSubject } from '../order-subject.ts';
import { cancel, type CancellingTx } from './cancel.ts';

/** Money of a payment went back, whoever decided it: is there any left for the work? */
export const cancelRefundedTask = defineTask('orders.cancel-refunded', paymentRefunded.payload);

/**
 * An order of which all money went back, as by a refund made at the provider, is given up; one that is delivered stays. A second payment
 * that goes back leaves the first.
 */
export async function cancelRefunded(
  ctx: Pick<AppContext, 'run' | 'db' | 'actor' | 'now'>,
  refunded: PayloadOf<typeof cancelRefundedTask>,
): Promise<void> {
  const orderId = refunded.isWhole ? await orderPaidBy(ctx, refunded) : null;
  if (orderId !== null) await ctx.run(cancelWithoutMoney, orderId);
}

async function cancelWithoutMoney(tx: CancellingTx, id: string): Promise<void> {
  const order = await tx.em.findOne(Order, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (order === null || order.paidAt === null || !allows(orderStates, order.status, 'cancel')) return;
  const payments = await subjectPayments(writing(tx.em).db, orderSubject(id));
  if (payments.length > 0 && payments.every(({ leftCents }) => leftCents === 0))
    cancel(tx, order, { reason: 'REFUNDED' });
}
