import type { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import type { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import { anchorDayOf } from '../../kernel/plan-calendar.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { begin } from './choose-plan.ts';
import { voidPeriod } from './end-subscription.ts';
import { planActivated, planRenewed } from './events.ts';
import { lockPeriods, todayOf } from './load-plan.ts';
import { planPeriodStates } from './plan-period.states.ts';
import { planSubscriptionStates } from './plan-subscription.states.ts';

export interface PaidPeriod {
  readonly subscription: PlanSubscription;
  /** Just paid. Both are locked. */
  readonly period: PlanPeriod;
  /** The paid period that it takes the place of. */
  readonly replaced: PlanPeriod | null;
}

type Needed = Tx<'em' | 'now' | 'config' | 'emit' | 'record'>;

/** The one unpaid change of a subscription. */
export const changeKey = ({ id }: PlanSubscription): string => `${id}:change`;
export const isChange = (subscription: PlanSubscription, { liveFor }: PlanPeriod): boolean =>
  liveFor === changeKey(subscription);

/** Gives the subscriber what was paid: a first period and a change now, a renewal on its first day. */
export async function putInForce(tx: Needed, paid: PaidPeriod): Promise<void> {
  const { subscription, period } = paid;
  if (isChange(subscription, period)) return change(tx, paid);
  if (subscription.status === 'INCOMPLETE') {
    begin(tx, subscription, { paidUntil: period.endsOn });
    subscription.currentPeriodId = period.id;
    return;
  }
  subscription.paidUntil = period.endsOn;
  if (period.startsOn <= todayOf(tx)) start(tx, subscription, period);
  else subscription.startsNextOn = period.startsOn;
  tx.emit(planRenewed, { subscriptionId: subscription.id, personId: subscription.person.id, periodId: period.id });
}

/** The period has begun: its plan is the one that counts. Paid late, it brings all rights back. */
export function start(tx: Tx<'record'>, subscription: PlanSubscription, period: PlanPeriod): void {
  takeOver(tx, subscription, period);
  subscription.currentPeriodId = period.id;
  subscription.startsNextOn = null;
  if (allows(planSubscriptionStates, subscription.status, 'activate'))
    transition(planSubscriptionStates, subscription, 'activate');
}

/** The plan and price of a period become those of the subscription. */
export function takeOver({ record }: Tx<'record'>, subscription: PlanSubscription, period: PlanPeriod): void {
  const from = subscription.plan.id;
  subscription.plan = period.plan;
  subscription.price = period.price;
  subscription.nextPlan = null;
  subscription.nextInterval = null;
  if (from === period.plan.id) return;
  record({
    action: 'PLAN_CHANGED',
    targetType: 'user',
    targetId: subscription.person.id,
    payload: { subscriptionId: subscription.id, fromPlanId: from, toPlanId: period.plan.id, periodId: period.id },
  });
}

async function change(tx: Needed, { subscription, period, replaced }: PaidPeriod): Promise<void> {
  if (replaced === null) subscription.anchorDay = anchorDayOf(period.startsOn);
  else {
    transition(planPeriodStates, replaced, 'replace');
    replaced.liveFor = null;
  }
  // A renewal at the price of before is not to be paid any more.
  for (const other of await lockPeriods(tx, subscription, 'DUE')) if (other.id !== period.id) voidPeriod(other);
  period.liveFor = null;
  await tx.em.flush();
  period.liveFor = `${subscription.id}:${period.startsOn}`;
  subscription.isGranted = false;
  subscription.paidUntil = period.endsOn;
  start(tx, subscription, period);
  tx.emit(planActivated, { subscriptionId: subscription.id, personId: subscription.person.id });
}
