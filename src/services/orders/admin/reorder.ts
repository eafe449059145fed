import { Order } from '../../../entities/orders/order.entity.ts';
import { personOf } from '../../access/actor.ts';
import { hiding } from '../../kernel/errors.ts';
import { writing } from '../../platform/orm/values.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { findOrder } from '../load-order.ts';
import { offeredItem, requirePages } from '../offered-item.ts';
import { placeOrder, serviceOf, titleOf, type PlacingTx } from '../place-order.ts';

export interface Reorder extends Keyed {
  /** An order of one's own, in any state. */
  readonly orderId: string;
  readonly title: string;
  /** Those of the earlier order unless given. */
  readonly declaredPages?: number | null | undefined;
}

/**
 * A customer orders the same service again for another text, at today's price. Errors: NOT_FOUND, PRICE_ITEM_UNAVAILABLE,
 * PAGES_REQUIRED, CONFLICT.
 */
export const reorder = keyed<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record', Reorder, Order>(
  'reorder',
  placeAgain,
  ({ em }, id) => em.findOneOrFail(Order, { id }),
);

async function placeAgain(tx: PlacingTx, { orderId, title, ...more }: Omit<Reorder, 'key'>): Promise<Order> {
  const customerId = personOf(tx.actor);
  const before = await findOrder(tx, orderId);
  if (before.customer.id !== customerId) throw hiding({ type: 'command', id: orderId });
  titleOf(title);
  const item = await offeredItem({ db: writing(tx.em).db, now: tx.now }, before.priceItemId, 'input.orderId');
  const pages = more.declaredPages ?? before.declaredPages;
  requirePages(item, pages, 'input.declaredPages');
  return placeOrder(tx, {
    customerId,
    title,
    declaredPages: pages,
    ordered: serviceOf(item, pages),
    source: 'CUSTOMER',
  });
}
