import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { instant } from '../base.ts';

/** The next number of one series (`FACT-2026`), locked from the taking of a number to the commit: no gap, no double. */
export const InvoiceCounter = defineEntity({
  name: 'InvoiceCounter',
  tableName: 'invoice_counter',
  properties: {
    series: p.string().length(20).primary(),
    nextNumber: p.bigint('number'),
    lastIssuedAt: instant(),
    /** A series that was opened under a clock ahead of time rests until its year comes; null for every other. */
    setAsideAt: instant().strictNullable().default(null),
  },
});
export type InvoiceCounter = InferEntity<typeof InvoiceCounter>;
