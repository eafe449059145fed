import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, wholeNumber } from '../base.ts';
import { Invoice } from './invoice.entity.ts';

/** One line of an issued invoice: net, tax and gross are stored, never computed again. Lives and dies with the invoice. */
export const InvoiceLine = defineEntity({
  name: 'InvoiceLine',
  tableName: 'invoice_line',
  properties: {
    ...base(),
    invoice: () => p.manyToOne(Invoice).lazyRef().deleteRule('restrict'),
    position: p.integer(),
    description: p.string().length(500),
    quantity: p.integer(),
    unitNetCents: wholeNumber(),
    /** Basis points: 2000 is 20 %. */
    taxRate: p.integer(),
    netCents: wholeNumber(),
    taxCents: wholeNumber(),
    grossCents: wholeNumber(),
  },
  uniques: [{ properties: ['invoice', 'position'] }],
});
export type InvoiceLine = InferEntity<typeof InvoiceLine>;
