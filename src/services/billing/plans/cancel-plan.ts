import type { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { PlanFamily } from '../../kernel/plans.ts';
import type { Tx } from '../../platform/context.ts';
import { advance } from './advance-subscription.ts';
import { endSubscription, voidPeriod } from './end-subscription.ts';
import { isNone, lockMine, lockPeriods } from './load-plan.ts';

type Needed = Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record'>;

export interface OfFamily {
  readonly family: PlanFamily;
}

/**
 * Cancels the caller’s plan: at the end of what is paid, and until then it can be resumed. Where nothing is paid it ends at once.
 */
export async function cancelPlan(tx: Needed, { family }: OfFamily): Promise<PlanSubscription> {
  const subscription = await lockMine(tx, family);
  if (!subscription.cancelsAtPeriodEnd) await cancelAtPeriodEnd(tx, subscription);
  return subscription;
}

/** The same for one that is locked, whoever cancels it. */
export async function cancelAtPeriodEnd(
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  subscription: PlanSubscription,
): Promise<void> {
  note(tx, 'PLAN_CANCELLED', subscription);
  if (subscription.status !== 'ACTIVE' || isNone(subscription.paidUntil))
    return endSubscription(tx, subscription, 'CANCELLED');
  subscription.cancelsAtPeriodEnd = true;
  subscription.nextPlan = null;
  subscription.nextInterval = null;
  for (const period of await lockPeriods(tx, subscription, 'DUE')) voidPeriod(period);
}

/** Takes a cancellation back, as long as the plan has not ended. */
export async function resumePlan(tx: Needed, { family }: OfFamily): Promise<PlanSubscription> {
  const subscription = await lockMine(tx, family);
  if (!subscription.cancelsAtPeriodEnd)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'resume', status: subscription.status });
  subscription.cancelsAtPeriodEnd = false;
  note(tx, 'PLAN_RESUMED', subscription);
  await advance(tx, subscription);
  return subscription;
}

const note = (
  { record }: Tx<'record'>,
  action: 'PLAN_CANCELLED' | 'PLAN_RESUMED',
  { id, person, paidUntil }: PlanSubscription,
): void =>
  record({
    action,
    targetType: 'user',
    targetId: person.id,
    payload: { subscriptionId: id, paidUntil: paidUntil ?? null },
  });
