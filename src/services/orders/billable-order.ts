import { LockMode } from '@mikro-orm/core';
import { User } from '../../entities/identity/user.entity.ts';
import { Order } from '../../entities/orders/order.entity.ts';
import type {
  Bill,
  BillableRules,
  BillLine,
  PaidSubject,
  PaymentOutcome,
  ConfirmationContext,
} from '../billing/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Locale } from '../kernel/locale.ts';
import { money, sameMoney } from '../kernel/money.ts';
import { allows } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { billWords, cut } from './bill-words.ts';
import { orderPaid } from './events.ts';
import { partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';
import { requireVerb } from './order.policy.ts';
import { orderPath } from './order-path.ts';
import { orderStates } from './order.states.ts';

/** What billing needs to take payments for orders. All run in billing's transaction. */
export const billableOrder: BillableRules = {
  ownerOf: customerOf,
  describe: describeOrder,
  confirmPayment: markOrderPaid,
};

async function customerOf(tx: Tx<'em'>, id: string): Promise<string | null> {
  return (await lockedOrder(tx, id))?.customer.id ?? null;
}

async function describeOrder(tx: Tx<'em' | 'actor'>, id: string): Promise<Bill> {
  const order = await lockedOrder(tx, id);
  if (order === null) throw new DomainError('NOT_FOUND');
  requireVerb(tx.actor, partiesOf(order), 'pay');
  if (order.paidAt !== null) throw new DomainError('ORDER_ALREADY_PAID');
  if (!allows(orderStates, order.status, 'pay'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: order.status });
  return billOf(tx, order);
}

/** Moves an order to PAID when its price was paid, once: the row is locked until billing commits. */
async function markOrderPaid(
  tx: ConfirmationContext,
  { subjectId, paymentId, amount }: PaidSubject,
): Promise<PaymentOutcome> {
  const order = await lockedOrder(tx, subjectId);
  if (order === null) return { outcome: 'NOT_PAYABLE' };
  if (order.paidAt !== null) return { outcome: 'ALREADY_PAID' };
  if (!allows(orderStates, order.status, 'pay')) return { outcome: 'NOT_PAYABLE' };
  if (!sameMoney(amount, money(order.totalCents, order.currency))) return { outcome: 'AMOUNT_DIFFERS' };
  moveOrder(tx, order, 'pay');
  order.paidAt = tx.now;
  tx.emit(orderPaid, { orderId: order.id, customerId: order.customer.id, paymentId });
  return { outcome: 'PAID', bill: await billOf(tx, order) };
}

const lockedOrder = async ({ em }: Tx<'em'>, id: string): Promise<Order | null> =>
  isId(id) ? em.findOne(Order, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;

async function billOf({ em }: Tx<'em'>, order: Order): Promise<Bill> {
  const { locale } = await em.findOneOrFail(User, { id: order.customer.id });
  const { sold, pages } = billWords[locale as Locale];
  const total = money(order.totalCents, order.currency);
  const counted = order.unit === 'PAGE' ? (order.verifiedPages ?? order.declaredPages) : null;
  const line: BillLine = {
    description: cut(sold(order.service, order.title), 500),
    quantity: counted ?? 1,
    unit: counted === null ? '' : pages,
    gross: total,
  };
  return {
    payer: { userId: order.customer.id },
    description: cut(sold(order.service, order.title), 255),
    total,
    lines: [line],
    returnPath: orderPath(order.id),
  };
}
