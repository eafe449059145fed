import { p } from '@mikro-orm/core';
import type { UnitCode } from '../../services/kernel/unit-codes.ts';
import { wholeNumber } from '../base.ts';

/** How a line of what is sold is stored, before it is invoiced: in drafts of invoices, and in quotes. */
export const soldLineColumns = () => ({
  position: p.integer(),
  description: p.string().length(500),
  /** Thousandths: 1500 is one and a half. */
  quantityThousandths: wholeNumber(),
  /** As printed after the quantity: « pages »; empty for none. */
  unit: p.string().length(20).default(''),
  /** What the quantity counts, by UN/ECE recommendation 20; null: by the printed word. */
  unitCode: p.string().length(3).$type<UnitCode>().strictNullable().default(null),
  /** The price of one, with or without VAT as the whole document says, in ten-thousandths of the currency. */
  unitPriceTenThousandths: wholeNumber(),
  /** Basis points: 2000 is 20 %. */
  taxRate: p.integer(),
  ...discountColumns(),
});

/** What is taken off: so much, or a part in basis points; both null where nothing is. */
export const discountColumns = () => ({
  discountCents: wholeNumber().strictNullable().default(null),
  discountBasisPoints: p.integer().strictNullable().default(null),
});
