import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { currencies } from '../../services/kernel/money.ts';
import { planIntervals } from '../../services/kernel/plans.ts';
import { base, wholeNumber } from '../base.ts';
import { Plan } from './plan.entity.ts';

/** A price of a plan. A new one is a new row: rows are never edited. Owned by the business, seen by everyone; never deleted. */
export const PlanPrice = defineEntity({
  name: 'PlanPrice',
  tableName: 'plan_price',
  properties: {
    ...base(),
    plan: () => p.manyToOne(Plan).lazyRef().deleteRule('restrict'),
    currency: p.enum(currencies),
    interval: p.enum(planIntervals),
    /** For one interval, VAT included; 0 for a plan of nothing. Each currency is written, never converted. */
    amountCents: wholeNumber(),
    /** The first local day of periods that may be sold at it. */
    validFrom: p.string().length(10),
    /** The provider’s price; null before the first synchronisation. */
    stripePriceId: p.string().length(255).strictNullable().default(null),
  },
  uniques: [{ properties: ['plan', 'currency', 'interval', 'validFrom'] }],
});
export type PlanPrice = InferEntity<typeof PlanPrice>;
