import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { planFeatures } from '../../services/kernel/plans.ts';
import { base, wholeNumber } from '../base.ts';
import { Plan } from './plan.entity.ts';

/** How much of a feature a plan contains; a feature without a row is not included. Owned by the business, seen by everyone. */
export const PlanEntitlement = defineEntity({
  name: 'PlanEntitlement',
  tableName: 'plan_entitlement',
  properties: {
    ...base(),
    plan: () => p.manyToOne(Plan).lazyRef().deleteRule('restrict'),
    feature: p.enum(planFeatures),
    /** Bytes of storage, a number of anything else; null: no limit. */
    value: wholeNumber().strictNullable().default(null),
  },
  uniques: [{ properties: ['plan', 'feature'] }],
});
export type PlanEntitlement = InferEntity<typeof PlanEntitlement>;
