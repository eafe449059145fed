import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';

/** What can be done to many orders in one action, each as its own mutation does it. */
export const bulkOrderActions = ['ASSIGN', 'START', 'SUSPEND', 'RESUME', 'CANCEL'] as const;
export type BulkOrderAction = (typeof bulkOrderActions)[number];

/** What became of one of the orders: `code` is null when it was done. */
export interface OrderRunResult {
  readonly orderId: string;
  readonly code: string | null;
}

/** One action on many orders, and its results so far in the order of the ids. Owned by the admin who asked; dies 30 days later. */
export const OrderRun = defineEntity({
  name: 'OrderRun',
  tableName: 'order_run',
  properties: {
    ...base(),
    requestedById: identifier().index(),
    action: p.string().length(40).$type<BulkOrderAction>(),
    results: p.json<readonly OrderRunResult[]>(),
  },
  indexes: [{ properties: ['createdAt'] }],
});
export type OrderRun = InferEntity<typeof OrderRun>;
