import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { Order } from './order.entity.ts';

export const deliveryStatuses = ['DELIVERED', 'ACCEPTED', 'ACCEPTED_BY_TIME', 'CHANGES_REQUESTED'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/**
 * Proofread work that was handed over: its files are the corrected files of the order that name it. Seen by whoever sees the
 * order; answered by the customer; dies with the order, its words with the order's.
 */
export const Delivery = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    ...base(),
    order: () => p.manyToOne(Order).lazyRef().deleteRule('cascade'),
    /** 1, 2, … within the order. */
    number: p.integer(),
    status: p.enum(deliveryStatuses).default('DELIVERED'),
    /** What the proofreader says of it. */
    note: p.text().strictNullable().default(null),
    deliveredAt: instant(),
    /** The proofreader, or an admin for them. */
    deliveredById: identifier().strictNullable().default(null),
    /** When the customer was reminded that it is about to be accepted by time; null before. */
    remindedAt: instant().strictNullable().default(null),
    /** When it was accepted, by the customer or by time; null before. */
    acceptedAt: instant().strictNullable().default(null),
    /** 1 to 5; null when the customer gave none. */
    rating: p.integer().strictNullable().default(null),
    /** What the customer says of accepted work. */
    comment: p.text().strictNullable().default(null),
    /** When the customer asked for changes; null unless they did. */
    changesRequestedAt: instant().strictNullable().default(null),
    /** Which changes they asked for. */
    changes: p.text().strictNullable().default(null),
  },
  uniques: [{ properties: ['order', 'number'] }],
  indexes: [{ properties: ['status', 'deliveredAt'] }, { properties: ['deliveredById', 'deliveredAt'] }],
});
export type Delivery = InferEntity<typeof Delivery>;
