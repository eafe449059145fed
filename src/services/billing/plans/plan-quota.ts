import { PlanEntitlement } from '../../../entities/billing/plan-entitlement.entity.ts';
import type { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import type { Plan } from '../../../entities/billing/plan.entity.ts';
import { storedBytesOf } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { combineAllowances, type PlanFeature } from '../../kernel/plans.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { allowancesOf } from './entitlement.ts';

/** How much a person uses, of what is counted. */
const usages: readonly (readonly [PlanFeature, (db: Db, personId: string) => Promise<number>])[] = [
  ['STORAGE', storedBytesOf],
];

/** Refuses a plan that does not hold what the person has: `PLAN_OVER_QUOTA { feature used allowed }`. */
export async function requireWithinQuota(
  tx: Tx<'em'>,
  { person, family }: PlanSubscription,
  plan: Plan,
): Promise<void> {
  const { db } = writing(tx.em);
  for (const [feature, usageOf] of usages) {
    const allowances = await allowancesOf(db, { personId: person.id, feature, isWriting: true });
    const entitlement = await tx.em.findOne(PlanEntitlement, { plan, feature });
    allowances.set(family, entitlement === null ? 0 : entitlement.value);
    const allowed = combineAllowances(feature, [...allowances.values()]);
    const used = await usageOf(db, person.id);
    if (allowed !== null && used > allowed) throw new DomainError('PLAN_OVER_QUOTA', { feature, used, allowed });
  }
}
