import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { UnitCode } from '../../services/kernel/unit-codes.ts';
import { vatCategories } from '../../services/kernel/vat.ts';
import { base, identifier, wholeNumber } from '../base.ts';
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
    /** Negative on a line that takes something back. */
    quantityThousandths: p.integer(),
    /** What the quantity counts, by UN/ECE recommendation 20; null on lines of before 2027. */
    unitCode: p.string().length(3).$type<UnitCode>().strictNullable().default(null),
    /** The price of one, without VAT, in ten-thousandths of the currency: never negative. */
    unitPriceTenThousandths: wholeNumber(),
    /** The deposit that the line takes back; null for any other. An id only: it is older, and deleted before. */
    depositId: identifier().strictNullable().default(null),
    /** Taken off the line, without VAT. */
    discountCents: wholeNumber().default(0),
    category: p.enum(vatCategories).default('S'),
    /** Basis points: 2000 is 20 %. */
    taxRate: p.integer(),
    /** Why no VAT is charged (code list VATEX); null where it is. */
    exemptionCode: p.string().length(30).strictNullable().default(null),
    netCents: wholeNumber(),
    taxCents: wholeNumber(),
    grossCents: wholeNumber(),
  },
  uniques: [{ properties: ['invoice', 'position'] }],
  indexes: [{ properties: ['depositId'] }],
});
export type InvoiceLine = InferEntity<typeof InvoiceLine>;
