import type { PlanSubscriptionStatus } from '../../../entities/billing/plan-subscription.entity.ts';
import { can, type Actor } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { combineAllowances, includes, type Allowance, type PlanFamily, type PlanFeature } from '../../kernel/plans.ts';
import type { Db, ReadContext } from '../../platform/context.ts';

/** Reading goes on while a plan is suspended, writing does not. */
export interface FeatureUse {
  readonly isWriting: boolean;
}

const counting: Readonly<Record<'reading' | 'writing', readonly PlanSubscriptionStatus[]>> = {
  reading: ['ACTIVE', 'PAST_DUE', 'SUSPENDED'],
  writing: ['ACTIVE', 'PAST_DUE'],
};

const allowanceFrom = (value: unknown): Allowance => (value === null ? null : Number(value));

export interface FeatureOf extends FeatureUse {
  readonly personId: string;
  readonly feature: PlanFeature;
}

/**
 * How much of a feature each family gives a person: their plan’s, or where none counts what everybody has. Families that say
 * nothing about the feature are absent.
 */
export async function allowancesOf(
  db: Db,
  { personId, feature, isWriting }: FeatureOf,
): Promise<Map<PlanFamily, Allowance>> {
  const base = await db
    .selectFrom('plan')
    .innerJoin('plan_entitlement as entitlement', 'entitlement.plan_id', 'plan.id')
    .select(['plan.family', 'entitlement.value'])
    .where('plan.is_base', '=', true)
    .where('entitlement.feature', '=', feature)
    .execute();
  const chosen = await db
    .selectFrom('plan_subscription as subscription')
    .leftJoin('plan_entitlement as entitlement', (join) =>
      join.onRef('entitlement.plan_id', '=', 'subscription.plan_id').on('entitlement.feature', '=', feature),
    )
    .select(['subscription.family', 'entitlement.id', 'entitlement.value'])
    .where('subscription.person_id', '=', personId)
    .where('subscription.status', 'in', counting[isWriting ? 'writing' : 'reading'])
    .execute();
  const allowances = new Map(base.map(({ family, value }) => [family, allowanceFrom(value)]));
  for (const { family, id, value } of chosen) allowances.set(family, id === null ? 0 : allowanceFrom(value));
  return allowances;
}

/** How much of a feature a person has, read from the database each time; undefined when no plan says anything about it. */
export async function entitlementOf(db: Db, of: FeatureOf): Promise<Allowance | undefined> {
  const allowances = [...(await allowancesOf(db, of)).values()];
  return allowances.length === 0 ? undefined : combineAllowances(of.feature, allowances);
}

/** Refuses with `PLAN_REQUIRED { feature }` a person whose plan does not include it. Only those who choose plans are asked. */
export async function requireFeature(
  { db, actor }: Pick<ReadContext, 'db'> & { readonly actor: Actor },
  feature: PlanFeature,
  { isWriting }: FeatureUse,
): Promise<void> {
  if (actor.userId === null || !can(actor, 'plan:choose')) return;
  const allowance = await entitlementOf(db, { personId: actor.userId, feature, isWriting });
  if (allowance === undefined || !includes(allowance)) throw new DomainError('PLAN_REQUIRED', { feature });
}
