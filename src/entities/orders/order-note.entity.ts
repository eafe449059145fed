import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';
import { orderAudiences } from './order-event.entity.ts';
import { Order } from './order.entity.ts';

/** A remark about an order. Written by a person of the order; read as `audience` says; dies with the order's words. */
export const OrderNote = defineEntity({
  name: 'OrderNote',
  tableName: 'order_note',
  properties: {
    ...base(),
    order: () => p.manyToOne(Order).lazyRef().deleteRule('cascade'),
    authorId: identifier(),
    audience: p.enum(orderAudiences),
    text: p.text(),
  },
  indexes: [{ properties: ['order', 'createdAt', 'id'] }],
});
export type OrderNote = InferEntity<typeof OrderNote>;
