import { OrderEvent } from '../../../src/entities/orders/order-event.entity.ts';
import { OrderExtension } from '../../../src/entities/orders/order-extension.entity.ts';
import { OrderNote } from '../../../src/entities/orders/order-note.entity.ts';
import type { Order } from '../../../src/entities/orders/order.entity.ts';
import { ProofreaderAbsence, ProofreaderProfile } from '../../../src/entities/orders/proofreader-profile.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { allOrders, myWorkUpdated, ordersUpdated, orderUpdated } from '../../../src/services/orders/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** What happened to two orders, and what is noted about them: one whose request for more time was granted, one whose request waits. */
export function makeOrderLife(
  em: EntityManager,
  {
    orders: [main, late],
    customerId,
    proofreaderId,
    now,
  }: { orders: readonly [Order, Order]; customerId: string; proofreaderId: string; now: Date },
): string[] {
  const facts = { from: 'PENDING', to: 'PAID', dueAt: now.toISOString(), previousDueAt: now.toISOString() };
  em.create(OrderEvent, {
    order: main,
    kind: 'PAID',
    actorId: customerId,
    facts: { ...facts, isGranted: true, amountCents: 35_000, currency: 'EUR', fileId: main.id, noteId: main.id },
  });
  const profile = em.create(ProofreaderProfile, {
    user: em.getReference(User, proofreaderId),
    ...{ languages: ['français'], genres: ['romans'], specialities: ['dialogues'] },
  });
  em.create(ProofreaderAbsence, { profile, fromOn: '2027-08-01', untilOn: '2027-08-15' });
  em.create(OrderNote, { order: main, authorId: customerId, audience: 'ALL', text: 'Tutoyer' });
  const common = {
    askedById: proofreaderId,
    dueAt: now,
    until: new Date('2028-01-03T17:00:00.000Z'),
    reason: 'Citations',
  };
  const granted = em.create(OrderExtension, {
    ...common,
    order: main,
    status: 'GRANTED',
    note: 'D’accord',
    answeredAt: now,
  });
  const waiting = em.create(OrderExtension, { ...common, order: late });
  return [granted.id, waiting.id];
}

/** That it changed, as its people, its proofreader and whoever watches every order learn it. */
export function publishWork(
  { publish }: Tx<'publish'>,
  { orderId, proofreaderId }: { orderId: string; proofreaderId: string },
): void {
  publish(orderUpdated, orderId, { orderId });
  publish(ordersUpdated, allOrders, { orderId });
  publish(myWorkUpdated, proofreaderId, { orderId });
}
