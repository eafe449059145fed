import { LockMode } from '@mikro-orm/core';
import { Order } from '../../../entities/orders/order.entity.ts';
import { invoicePaid, invoicesById } from '../../billing/index.ts';
import { allows } from '../../kernel/states.ts';
import type { AppContext, UseCase } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderPaid } from '../events.ts';
import { moveOrder } from '../move-order.ts';
import { orderSubjectType } from '../order-subject.ts';
import { orderStates } from '../order.states.ts';

/** An invoice is paid: was it that of an order? */
export const payByInvoiceTask = defineTask('orders.pay-by-invoice', invoicePaid.payload);

/**
 * An order whose invoice was issued before it was paid is paid when that invoice is; a deposit pays it where a quote asked for one: that
 * is the first part. One that was paid by its own payment is paid already.
 */
export async function payByInvoice(
  ctx: Pick<AppContext, 'run' | 'db' | 'actor' | 'now'>,
  { invoiceId, subjectType, subjectId }: PayloadOf<typeof payByInvoiceTask>,
): Promise<void> {
  if (subjectType !== orderSubjectType) return;
  const invoice = (await invoicesById(ctx, [invoiceId])).get(invoiceId);
  if (invoice?.kind === 'INVOICE' || invoice?.kind === 'DEPOSIT')
    await ctx.run(markPaid, { orderId: subjectId, isDeposit: invoice.kind === 'DEPOSIT' });
}

interface PaidByInvoice {
  readonly orderId: string;
  readonly isDeposit: boolean;
}

const markPaid: UseCase<'em' | 'actor' | 'now' | 'publish' | 'record' | 'emit', PaidByInvoice, void> = async (
  tx,
  { orderId, isDeposit },
) => {
  const order = await tx.em.findOne(Order, { id: orderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (isDeposit && order?.quoteId === null) return;
  if (order === null || order.paidAt !== null || !allows(orderStates, order.status, 'pay')) return;
  moveOrder(tx, order, 'pay');
  order.paidAt = tx.now;
  tx.emit(orderPaid, { orderId, customerId: order.customer.id, paymentId: null });
};
