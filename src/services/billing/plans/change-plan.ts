import { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Tx } from '../../platform/context.ts';
import { advance } from './advance-subscription.ts';
import { addPeriod } from './choose-plan.ts';
import { voidPeriod } from './end-subscription.ts';
import { lockMine, lockPeriods, offeredPlan } from './load-plan.ts';
import { changeTerms, type ChangePlan, type ChangeTerms } from './plan-change.ts';
import { requireWithinQuota } from './plan-quota.ts';
import { changeKey, isChange } from './put-in-force.ts';

type Needed = Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record'>;

/** What a change would cost, and when it would count: exactly what the documents say afterwards. Writes nothing. */
export const previewPlanChange = async (
  tx: Tx<'em' | 'actor' | 'now' | 'config'>,
  input: ChangePlan,
): Promise<ChangeTerms> => {
  const { family } = await offeredPlan(tx, input.plan, 'plan');
  return changeTerms(tx, await lockMine(tx, family), input);
};

/**
 * Changes the caller’s plan: a dearer one once its difference is paid (`paySubscription`), any other one at the end of the period.
 * Errors: NOT_FOUND, ACTION_NOT_ALLOWED, PLAN_ALREADY_CHOSEN, PLAN_OVER_QUOTA, CONFLICT.
 */
export const changePlan = keyed<
  'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record',
  ChangePlan & Keyed,
  PlanSubscription
>('changePlan', change, ({ em }, id) => em.findOneOrFail(PlanSubscription, { id }));

async function change(tx: Needed, input: ChangePlan): Promise<PlanSubscription> {
  const { family } = await offeredPlan(tx, input.plan);
  const subscription = await lockMine(tx, family);
  const terms = await changeTerms(tx, subscription, input);
  await requireWithinQuota(tx, subscription, terms.plan);
  await dropUnpaid(tx, subscription, terms);
  if (terms.effect === 'PERIOD_END') await plan(tx, subscription, terms);
  else if (terms.toPay.amount === 0) switchNow(subscription, terms);
  else await ask(tx, subscription, terms);
  tx.record({
    action: 'PLAN_CHANGE_ASKED',
    targetType: 'user',
    targetId: subscription.person.id,
    payload: { subscriptionId: subscription.id, plan: input.plan, effect: terms.effect, on: terms.on, ...terms.toPay },
  });
  return subscription;
}

/** A change that was not paid gives way to the next; a renewal of the plan of before to that of the plan to come. */
async function dropUnpaid(tx: Needed, subscription: PlanSubscription, { effect }: ChangeTerms): Promise<void> {
  for (const period of await lockPeriods(tx, subscription, 'DUE'))
    if (effect === 'PERIOD_END' || isChange(subscription, period)) voidPeriod(period);
  await tx.em.flush();
}

async function plan(tx: Needed, subscription: PlanSubscription, { plan, price, isKept }: ChangeTerms): Promise<void> {
  subscription.nextPlan = isKept ? null : plan;
  subscription.nextInterval = isKept ? null : price.interval;
  await tx.em.flush();
  await advance(tx, subscription);
}

/** From one plan of nothing to another. */
function switchNow(subscription: PlanSubscription, { plan, price }: ChangeTerms): void {
  subscription.plan = plan;
  subscription.price = price;
}

async function ask(tx: Needed, subscription: PlanSubscription, terms: ChangeTerms): Promise<void> {
  const { plan, price, on, endsOn, charge, credit, replacesId } = terms;
  addPeriod(tx, subscription, {
    ...{ plan, price, endsOn, startsOn: on },
    liveFor: changeKey(subscription),
    amountCents: charge.amount,
    currency: charge.currency,
    creditCents: credit.amount,
    ...(replacesId === null ? {} : { replacesId }),
  });
  await tx.em.flush();
}
