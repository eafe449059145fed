import { User } from '../../entities/identity/user.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import {
  linesOfSentQuote,
  type Bill,
  type BillableRules,
  type BillLine,
  type PaidSubject,
  type PaymentOutcome,
  type ConfirmationContext,
} from '../billing/index.ts';
import { listedAs } from '../catalog/index.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { money, sameMoney } from '../kernel/money.ts';
import { allows } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { billWords, cut } from './bill-words.ts';
import { orderPaid } from './events.ts';
import { findLockedOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';
import { requireVerb } from './order.policy.ts';
import { orderPath } from './order-path.ts';
import { orderStates } from './order.states.ts';
import { isAcceptanceRequired } from './review/agreed-price.ts';
import { moveOrderByQuote } from './review/move-by-quote.ts';
import { pricedOrderOf } from './review/priced-order.ts';

/** What billing needs to take payments for orders. All run in billing's transaction. */
export const billableOrder: BillableRules = {
  ownerOf: customerOf,
  describe: describeOrder,
  confirmPayment: markOrderPaid,
  moveByQuote: moveOrderByQuote,
};

async function customerOf(tx: Tx<'em'>, id: string): Promise<string | null> {
  return (await findLockedOrder(tx, id))?.customer.id ?? null;
}

async function describeOrder(tx: Tx<'em' | 'actor'>, id: string): Promise<Bill> {
  const order = await findLockedOrder(tx, id);
  if (order === null) throw new DomainError('NOT_FOUND');
  requireVerb(tx.actor, partiesOf(order), 'pay');
  if (order.paidAt !== null) throw new DomainError('ORDER_ALREADY_PAID');
  if (isAcceptanceRequired(pricedOrderOf(order))) throw new DomainError('ACCEPTANCE_REQUIRED');
  if (!allows(orderStates, order.status, 'pay'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: order.status });
  const total = money(order.totalCents, order.currency);
  return { ...(await billOf(tx, order)), listed: await listedAs(tx, { priceItemId: order.priceItemId, total }) };
}

/** Moves an order to PAID when its price was paid, once: the row is locked until billing commits. */
async function markOrderPaid(
  tx: ConfirmationContext,
  { subjectId, paymentId, amount }: PaidSubject,
): Promise<PaymentOutcome> {
  const order = await findLockedOrder(tx, subjectId);
  if (order === null) return { outcome: 'NOT_PAYABLE' };
  if (order.paidAt !== null) return { outcome: 'ALREADY_PAID' };
  if (!allows(orderStates, order.status, 'pay')) return { outcome: 'NOT_PAYABLE' };
  if (!sameMoney(amount, money(order.totalCents, order.currency))) return { outcome: 'AMOUNT_DIFFERS' };
  moveOrder(tx, order, 'pay');
  order.paidAt = tx.now;
  tx.emit(orderPaid, { orderId: order.id, customerId: order.customer.id, paymentId });
  return { outcome: 'PAID', bill: await billOf(tx, order) };
}

async function billOf({ em }: Tx<'em'>, order: Order): Promise<Bill> {
  const { locale } = await em.findOneOrFail(User, { id: order.customer.id });
  const { sold, pages } = billWords[locale as Locale];
  const total = money(order.totalCents, order.currency);
  const description = cut(sold(order.service, order.title), 500);
  const { quoteId } = order;
  return {
    payer: { userId: order.customer.id },
    description: cut(sold(order.service, order.title), 255),
    total,
    lines:
      quoteId === null
        ? [lineOf(order, { description, unit: pages })]
        : await linesOfSentQuote({ em }, { quoteId, description }),
    returnPath: orderPath(order.id),
  };
}

/** The price of the list: of the pack, or of the pages that were counted last. */
function lineOf(order: Order, { description, unit }: Pick<BillLine, 'description' | 'unit'>): BillLine {
  const counted = order.unit === 'PAGE' ? (order.verifiedPages ?? order.declaredPages) : null;
  const gross = money(order.totalCents, order.currency);
  return { description, quantity: counted ?? 1, unit: counted === null ? '' : unit, gross };
}
