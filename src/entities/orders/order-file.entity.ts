import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { Order } from './order.entity.ts';

export const orderFileRoles = ['MANUSCRIPT', 'CORRECTED', 'REFERENCE'] as const;
export type OrderFileRole = (typeof orderFileRoles)[number];

/** A file of an order and what it is there for. Seen by whoever sees the order; dies with it or with the file. */
export const OrderFile = defineEntity({
  name: 'OrderFile',
  tableName: 'order_file',
  properties: {
    ...base(),
    order: () => p.manyToOne(Order).lazyRef().deleteRule('cascade'),
    file: () => p.manyToOne(StoredFile).lazyRef().deleteRule('cascade'),
    role: p.enum(orderFileRoles),
    /** The delivery it came with, or whose request for changes it came with; null for none. */
    deliveryId: identifier().strictNullable().default(null),
  },
  uniques: [{ properties: ['order', 'file'] }],
});
export type OrderFile = InferEntity<typeof OrderFile>;
