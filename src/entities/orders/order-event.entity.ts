import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';
import { Order } from './order.entity.ts';

/** What can happen to an order, as its timeline says it. */
export const orderEventKinds = [
  'CREATED',
  'UPDATED',
  'SUBMITTED_FOR_REVIEW',
  'PAGES_VERIFIED',
  'PAGES_ACCEPTED',
  'CONSULTATION_REQUESTED',
  'CONSULTATION_CLOSED',
  'QUOTED',
  'QUOTE_ACCEPTED',
  'QUOTE_REFUSED',
  'QUOTE_EXPIRED',
  'PAID',
  'ASSIGNED',
  'UNASSIGNED',
  'DECLINED',
  'STARTED',
  'PROGRESSED',
  'FILE_ADDED',
  'FILE_REPLACED',
  'DELIVERED',
  'DELIVERY_ACCEPTED',
  'CHANGES_REQUESTED',
  'NOTED',
  'DUE_DATE_SET',
  'DUE_DATE_MOVED',
  'EXTENSION_ASKED',
  'EXTENSION_ANSWERED',
  'LATE',
  'SUSPENDED',
  'RESUMED',
  'CANCELLATION_REQUESTED',
  'CANCELLED',
  'REFUNDED',
  'DISPUTED',
] as const;
export type OrderEventKind = (typeof orderEventKinds)[number];

/** Who sees a step of the timeline, or reads a note: everyone of the order, its proofreader and admins, or admins only. */
export const orderAudiences = ['ALL', 'STAFF', 'ADMIN'] as const;
export type OrderAudience = (typeof orderAudiences)[number];

/** A step in the life of an order. Only added, never changed; seen as `visibleTo` says; dies with the order. */
export const OrderEvent = defineEntity({
  name: 'OrderEvent',
  tableName: 'order_event',
  properties: {
    ...base(),
    order: () => p.manyToOne(Order).lazyRef().deleteRule('cascade'),
    kind: p.enum(orderEventKinds),
    /** Who did it; null for the application itself. */
    actorId: identifier().strictNullable().default(null),
    /** Figures and identifiers of the step; never words of a person. */
    facts: p.json<Readonly<Record<string, string | number | boolean | null>>>(),
    visibleTo: p.enum(orderAudiences).default('ALL'),
  },
  indexes: [{ properties: ['order', 'createdAt', 'id'] }],
});
export type OrderEvent = InferEntity<typeof OrderEvent>;
