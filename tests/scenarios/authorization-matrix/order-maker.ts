import type { EntityManager } from '@mikro-orm/sql';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import type { Order, OrderStatus } from '../../../src/entities/orders/order.entity.ts';
import { makeOrder } from '../../support/make/order.ts';

interface People {
  readonly customer: User;
  readonly proofreader: User;
  readonly now: Date;
}

type Extra = Partial<Pick<Order, 'suspendedFrom' | 'currency' | 'dueAt' | 'finalCents' | 'unit' | 'verifiedPages'>>;

/** Makes orders of these people in whatever state, with every text that somebody might read. */
export const orderMaker =
  (em: EntityManager, { customer, proofreader, now }: People) =>
  (status: OrderStatus, more: Extra = {}): Order =>
    makeOrder(em, {
      customer,
      proofreader: status === 'PENDING' ? null : proofreader,
      description: 'Un roman',
      customerNote: 'Tutoyer',
      proofreaderNote: 'Relu',
      status,
      declaredPages: 10,
      verifiedPages: 10,
      ...more,
      ...(status === 'PENDING' ? {} : { paidAt: now, startedAt: now, completedAt: now, cancelledAt: now }),
    });
