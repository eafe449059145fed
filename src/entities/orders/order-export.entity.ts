import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';

export const orderExportFormats = ['CSV', 'JSON'] as const;
export type OrderExportFormat = (typeof orderExportFormats)[number];

/** A list of orders as a sealed file, and how far it is. Owned and seen by who asked for it; dies with its file, 30 days after it was written. */
export const OrderExport = defineEntity({
  name: 'OrderExport',
  tableName: 'order_export',
  properties: {
    ...base(),
    requestedById: identifier().index(),
    format: p.enum(orderExportFormats),
    /** The filter as it was asked; without its text once the file is written. */
    filter: p.json<Record<string, unknown>>(),
    /** How many orders it is about, counted when it was asked for; how many there are when it is ready. */
    totalOrders: p.integer(),
    writtenOrders: p.integer().default(0),
    /** The result; null until it is ready. */
    fileId: identifier().strictNullable().default(null).index(),
    finishedAt: instant().strictNullable().default(null),
  },
});
export type OrderExport = InferEntity<typeof OrderExport>;
