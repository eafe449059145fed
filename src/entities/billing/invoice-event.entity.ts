import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Invoice } from './invoice.entity.ts';

/** SENT: mailed by somebody. OPENED: a mailed link was used for the first time. Text in the database: a new one needs no migration. */
export const invoiceEventKinds = ['SENT', 'OPENED'] as const;
export type InvoiceEventKind = (typeof invoiceEventKinds)[number];

/** What happened to an issued invoice and is written nowhere else. Only added; seen by whoever sees the invoice; dies with it. */
export const InvoiceEvent = defineEntity({
  name: 'InvoiceEvent',
  tableName: 'invoice_event',
  properties: {
    ...base(),
    invoice: () => p.manyToOne(Invoice).lazyRef().deleteRule('cascade'),
    kind: p.string().length(20).$type<InvoiceEventKind>(),
    at: instant(),
  },
});
export type InvoiceEvent = InferEntity<typeof InvoiceEvent>;
