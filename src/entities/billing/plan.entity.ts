import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { planFamilies } from '../../services/kernel/plans.ts';
import { base } from '../base.ts';

/**
 * What people subscribe to. Owned by the business, seen by everyone while active; never deleted once somebody had it.
 */
export const Plan = defineEntity({
  name: 'Plan',
  tableName: 'plan',
  properties: {
    ...base(),
    /** What the API calls it: `PRO`. */
    code: p.string().length(20).unique(),
    family: p.enum(planFamilies),
    nameFr: p.string().length(100),
    nameEn: p.string().length(100),
    textFr: p.string().length(500),
    textEn: p.string().length(500),
    /** The provider’s product; null before the first synchronisation. */
    stripeProductId: p.string().length(255).strictNullable().default(null),
    position: p.integer().default(0),
    /** What everybody has of its family without choosing anything. */
    isBase: p.boolean().default(false),
    /** Can it be chosen? Those who have it keep it. */
    isActive: p.boolean().default(true),
  },
  indexes: [{ properties: ['family', 'position'] }],
});
export type Plan = InferEntity<typeof Plan>;
