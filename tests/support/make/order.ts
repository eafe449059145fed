import type { RequiredEntityData } from '@mikro-orm/core';
import { Order } from '../../../src/entities/orders/order.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<Order>;

/** An order of this customer that waits for its payment, unless the facts say otherwise; flushed by the caller. */
export const makeOrder = (em: EntityManager, facts: Partial<Facts> & Pick<Facts, 'customer'>): Order =>
  em.create(Order, {
    title: 'Le Fil des jours',
    service: 'Pack KDP',
    priceItemId: newId(),
    totalCents: 35_000,
    ...facts,
  });
