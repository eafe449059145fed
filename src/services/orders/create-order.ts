import { Order } from '../../entities/orders/order.entity.ts';
import { personOf } from '../access/actor.ts';
import { writing } from '../platform/orm/values.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import { offeredItem, requirePages } from './offered-item.ts';
import { placeOrder, serviceOf, titleOf, type OrderWords, type PlacingTx } from './place-order.ts';

/** `declaredPages` is needed when the price is by the page. */
export interface CreateOrder extends Keyed, OrderWords {
  readonly priceItemId: string;
}

/**
 * A customer places an order, to be paid before anyone works on it. The price list's words and price are copied, so
 * that a later change of the list changes no order. Errors: PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED, CONFLICT.
 */
export const createOrder = keyed<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record', CreateOrder, Order>(
  'createOrder',
  placeOwnOrder,
  ({ em }, id) => em.findOneOrFail(Order, { id }),
);

async function placeOwnOrder(tx: PlacingTx, { priceItemId, ...words }: Omit<CreateOrder, 'key'>): Promise<Order> {
  const customerId = personOf(tx.actor);
  titleOf(words.title);
  const item = await offeredItem({ db: writing(tx.em).db, now: tx.now }, priceItemId);
  const pages = words.declaredPages ?? null;
  requirePages(item, pages, 'input.declaredPages');
  return placeOrder(tx, { ...words, customerId, ordered: serviceOf(item, pages), source: 'CUSTOMER' });
}
