import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { base, instant, wholeNumber } from '../base.ts';
import type { Opt } from '@mikro-orm/core';

/**
 * MICRO_ENTERPRISE: above it another tax regime applies. VAT_FRANCHISE: above it VAT is due. VAT_FRANCHISE_RAISED: at once.
 * UNION_ELECTRONIC: electronic services (plans) to persons elsewhere in the Union; above it their VAT is due where they live.
 */
export const thresholdKinds = [
  'MICRO_ENTERPRISE',
  'VAT_FRANCHISE',
  'VAT_FRANCHISE_RAISED',
  'UNION_ELECTRONIC',
] as const;
export type ThresholdKind = (typeof thresholdKinds)[number];

const ThresholdLimitSchema = defineEntity({
  name: 'ThresholdLimit',
  tableName: 'threshold_limit',
  properties: {
    ...base(),
    kind: p.enum(thresholdKinds),
    amountCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    /** Local days, both included; `validTo` null: until further notice. */
    validFrom: p.string().length(10),
    validTo: p.string().length(10).strictNullable().default(null),
    /** The first day of the activity: in its year the limit is prorated. Null: the activity is older, or it is never prorated. */
    activityFrom: p.string().length(10).strictNullable().default(null),
    /** Where the amount was read: a law, a page, and when. */
    source: p.string().length(500),
  },
  indexes: [{ properties: ['kind', 'validFrom'] }],
});

/** A legal limit of a year’s revenue, as an admin entered it. Owned by the business; seen by those who read figures; never deleted. */
class ThresholdLimitClass extends ThresholdLimitSchema.class {
  get amount(): Opt<Money> {
    return money(this.amountCents, this.currency);
  }
}
ThresholdLimitSchema.setClass(ThresholdLimitClass);

export const ThresholdLimit = ThresholdLimitSchema;
export type ThresholdLimit = InferEntity<typeof ThresholdLimitSchema>;

/** The revenue of a year reached a share of a limit: once each. Owned by the business; seen with its limit; lives with it. */
export const ThresholdAlarm = defineEntity({
  name: 'ThresholdAlarm',
  tableName: 'threshold_alarm',
  properties: {
    ...base(),
    limit: () => p.manyToOne(ThresholdLimit).lazyRef().deleteRule('cascade'),
    year: p.integer(),
    /** 80, 90 or 100. */
    percent: p.integer(),
    revenueCents: wholeNumber(),
    reachedAt: instant(),
  },
  uniques: [{ properties: ['limit', 'year', 'percent'] }],
});
export type ThresholdAlarm = InferEntity<typeof ThresholdAlarm>;
