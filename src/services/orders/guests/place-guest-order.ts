import type { User } from '../../../entities/identity/user.entity.ts';
import type { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { OrderFile } from '../../../entities/orders/order-file.entity.ts';
import { Order } from '../../../entities/orders/order.entity.ts';
import { giveFile } from '../../files/index.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { orderCreated, orderFileAdded, orderPaid } from '../events.ts';
import { moveOrder } from '../move-order.ts';
import { orderSubject } from '../order-subject.ts';
import { recordStep } from '../order-timeline.ts';
import { guestOrderAttached } from './events.ts';

export interface PlaceGuestOrder {
  readonly guest: GuestOrder;
  readonly user: User;
  readonly paymentId: string | null;
}

type Placing = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

/** Makes a paid order of an account of a guest order, with its manuscript, at the price that its visitor was shown. */
export async function placeGuestOrder(tx: Placing, { guest, user, paymentId }: PlaceGuestOrder): Promise<Order> {
  const { em, now } = tx;
  const order = em.create(Order, {
    ...{ customer: user, title: guest.title, description: guest.description, declaredPages: guest.declaredPages },
    ...{ priority: guest.priority, priceItemId: guest.priceItemId, service: guest.service, unit: guest.unit },
    totalCents: guest.quotedCents,
    estimatedCents: guest.estimatedCents,
    finalCents: guest.quotedCents === guest.estimatedCents ? null : guest.quotedCents,
    unitCents: guest.unitCents,
    minimumCents: guest.minimumCents,
    currency: guest.currency,
    source: 'GUEST',
    startBeforeWithdrawal: guest.startBeforeWithdrawal,
    ...(await turnaroundOf(tx, guest)),
  });
  recordStep(tx, order, { kind: 'CREATED' });
  tx.emit(orderCreated, { orderId: order.id, customerId: user.id });
  tx.record({
    action: 'COMMAND_CREATED',
    targetType: 'command',
    targetId: order.id,
    payload: {
      guestOrderId: guest.id,
      priceItemId: guest.priceItemId,
      amount: guest.quotedCents,
      currency: guest.currency,
    },
  });
  moveOrder(tx, order, 'pay');
  order.paidAt = now;
  await handManuscriptOver(tx, { guest, user, order });
  guest.user = user;
  guest.orderId = order.id;
  await em.flush();
  crashPoint('after-guest-order-placed');
  tx.emit(orderPaid, { orderId: order.id, customerId: user.id, paymentId });
  tx.emit(guestOrderAttached, { guestOrderId: guest.id, subject: orderSubject(order.id), customerId: user.id });
  return order;
}

/** How long the work takes, as the price list says; nothing for an item that is gone. */
async function turnaroundOf({ em }: Placing, { priceItemId }: GuestOrder) {
  const item = await writing(em)
    .db.selectFrom('price_item')
    .select(['turnaround_working_days', 'rush_working_days'])
    .where('id', '=', priceItemId)
    .executeTakeFirst();
  return {
    turnaroundWorkingDays: item?.turnaround_working_days ?? null,
    rushWorkingDays: item?.rush_working_days ?? null,
  };
}

async function handManuscriptOver(
  tx: Placing,
  { guest, user, order }: { readonly guest: GuestOrder; readonly user: User; readonly order: Order },
): Promise<void> {
  if (!guest.manuscript) return;
  const file = await giveFile(tx, { fileId: guest.manuscript.id, owner: user });
  guest.manuscript = null;
  if (file === null) return;
  tx.em.create(OrderFile, { order, file, role: 'MANUSCRIPT' });
  tx.emit(orderFileAdded, {
    ...{ orderId: order.id, fileId: file.id, role: 'MANUSCRIPT' as const },
    ...{ customerId: user.id, proofreaderId: null },
  });
}
