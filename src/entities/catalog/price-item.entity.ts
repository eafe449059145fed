import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { base, instant, wholeNumber } from '../base.ts';

/** PACK: one price for the work; PAGE: a price for each verified page. */
export const priceUnits = ['PACK', 'PAGE'] as const;
export type PriceUnit = (typeof priceUnits)[number];

const PriceItemSchema = defineEntity({
  name: 'PriceItem',
  tableName: 'price_item',
  properties: {
    ...base(),
    name: p.string().length(255).unique(),
    description: p.text(),
    /** What the customer pays, VAT included. */
    priceCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    unit: p.enum(priceUnits),
    serviceType: p.string().length(100),
    estimatedDuration: p.string().length(100).strictNullable().default(null),
    isActive: p.boolean().default(true),
    position: p.integer().default(0),
    /** Working days from payment and manuscript to delivery; null where nothing is promised. */
    turnaroundWorkingDays: p.integer().strictNullable().default(null),
    /** The same for an urgent order; null where urgency makes no difference. */
    rushWorkingDays: p.integer().strictNullable().default(null),
    /** The least that an order costs, VAT included; null for none. */
    minimumCents: wholeNumber().strictNullable().default(null),
    /** Offered from this instant on; null: at once. */
    validFrom: instant().strictNullable().default(null),
    /** No longer offered, for ever; null while it is on the list. */
    archivedAt: instant().strictNullable().default(null),
    /** Shown first by front-ends. */
    isFeatured: p.boolean().default(false),
    stripePriceId: p.string().length(255).strictNullable().default(null),
    stripeProductId: p.string().length(255).strictNullable().default(null),
  },
  indexes: [{ properties: ['isActive', 'position'] }, { properties: ['serviceType'] }],
});

/** A service and its price. Owned by the business; seen by everyone while active; never deleted once ordered. */
class PriceItemClass extends PriceItemSchema.class {
  get price(): Opt<Money> {
    return money(this.priceCents, this.currency);
  }
}
PriceItemSchema.setClass(PriceItemClass);

export const PriceItem = PriceItemSchema;
export type PriceItem = InferEntity<typeof PriceItemSchema>;
