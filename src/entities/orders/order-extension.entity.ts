import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { Order } from './order.entity.ts';

/** LAPSED: the order was delivered, given up, given to somebody else or its due date was moved before anybody answered. */
export const extensionStatuses = ['PENDING', 'GRANTED', 'REFUSED', 'LAPSED'] as const;
export type ExtensionStatus = (typeof extensionStatuses)[number];

/** A proofreader's request for a later due date. Seen by the order's proofreader and admins; its words die with the order's. */
export const OrderExtension = defineEntity({
  name: 'OrderExtension',
  tableName: 'order_extension',
  properties: {
    ...base(),
    order: () => p.manyToOne(Order).lazyRef().deleteRule('cascade'),
    askedById: identifier(),
    status: p.enum(extensionStatuses).default('PENDING'),
    /** The due date when it was asked for, and the one that was asked for. */
    dueAt: instant(),
    until: instant(),
    reason: p.text(),
    answeredById: identifier().strictNullable().default(null),
    answeredAt: instant().strictNullable().default(null),
    /** What the admin says of the answer. */
    note: p.text().strictNullable().default(null),
  },
  indexes: [{ properties: ['order', 'createdAt', 'id'] }, { properties: ['askedById'] }],
});
export type OrderExtension = InferEntity<typeof OrderExtension>;
