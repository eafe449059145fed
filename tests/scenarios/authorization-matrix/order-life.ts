import { OrderEvent } from '../../../src/entities/orders/order-event.entity.ts';
import { OrderExtension } from '../../../src/entities/orders/order-extension.entity.ts';
import { OrderNote } from '../../../src/entities/orders/order-note.entity.ts';
import type { Order } from '../../../src/entities/orders/order.entity.ts';
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
