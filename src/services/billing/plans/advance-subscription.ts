import { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import type { PlanPrice } from '../../../entities/billing/plan-price.entity.ts';
import type { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import { Plan } from '../../../entities/billing/plan.entity.ts';
import { addDays, daysBetween, nextStart } from '../../kernel/plan-calendar.ts';
import { allows, transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { addPeriod } from './choose-plan.ts';
import { endSubscription, voidPeriod } from './end-subscription.ts';
import { planPastDue, planSuspended } from './events.ts';
import { isNone, lockPeriods, lockSubscription, priceInForce, soldAt, todayOf } from './load-plan.ts';
import { graceDays, lastReminderDue, noticeDays, unpaidDays } from './plan-deadlines.ts';
import { planSubscriptionStates } from './plan-subscription.states.ts';
import { isChange, start, takeOver } from './put-in-force.ts';
import { chargePlanTask, keepCollectionTask, remindTask } from './tasks/plan-jobs.ts';

type Needed = Tx<'em' | 'now' | 'config' | 'emit' | 'enqueue' | 'record'>;

/** An unpaid change is asked for again, at the price of the day, as an unpaid first period is. */
const patienceMs = 23 * 3_600_000;

/** Brings one subscription to where it must be by now. Done twice, it is done once. */
export async function advanceSubscription(
  tx: Needed,
  { subscriptionId }: { readonly subscriptionId: string },
): Promise<void> {
  const subscription = await lockSubscription(tx, subscriptionId);
  if (subscription !== null && allows(planSubscriptionStates, subscription.status, 'end'))
    await advance(tx, subscription);
}

/** The same for one that is locked. */
export async function advance(tx: Needed, subscription: PlanSubscription): Promise<void> {
  const today = todayOf(tx);
  if (subscription.status === 'INCOMPLETE') return expire(tx, subscription);
  await dropOldChange(tx, subscription);
  const { paidUntil } = subscription;
  if (isNone(paidUntil)) return;
  const isOver = (paidUntil as string) <= today;
  if (subscription.isGranted) {
    if (isOver) await endSubscription(tx, subscription, 'GRANT_OVER');
    return;
  }
  await startPaid(tx, subscription, today);
  if (!subscription.cancelsAtPeriodEnd) return renew(tx, subscription, today);
  if (isOver) await endSubscription(tx, subscription, 'CANCELLED');
}

async function expire(tx: Needed, subscription: PlanSubscription): Promise<void> {
  const { expiresAt } = subscription;
  if (expiresAt !== null && expiresAt <= tx.now) await endSubscription(tx, subscription, 'NEVER_PAID');
}

async function dropOldChange(tx: Needed, subscription: PlanSubscription): Promise<void> {
  const limit = tx.now.getTime() - patienceMs;
  for (const period of await lockPeriods(tx, subscription, 'DUE'))
    if (isChange(subscription, period) && period.createdAt.getTime() <= limit) voidPeriod(period);
}

/** A renewal that was paid before its first day begins on it. */
async function startPaid(tx: Needed, subscription: PlanSubscription, today: string): Promise<void> {
  const { startsNextOn: startsOn } = subscription;
  if (isNone(startsOn) || (startsOn as string) > today) return;
  const period = await tx.em.findOneOrFail(PlanPeriod, { liveFor: `${subscription.id}:${startsOn}` });
  start(tx, subscription, period);
}

interface Next {
  readonly plan: Plan;
  readonly price: PlanPrice;
}

/** What the next period is sold as: the plan that was asked for, at the price in force on its first day. */
async function nextOf(tx: Needed, subscription: PlanSubscription, sold: PlanPrice): Promise<Next> {
  const planId = (isNone(subscription.nextPlan) ? subscription.plan : (subscription.nextPlan as { id: string })).id;
  const interval = subscription.nextInterval ?? sold.interval;
  const on = subscription.paidUntil as string;
  const plan = await tx.em.findOneOrFail(Plan, { id: planId });
  return { plan, price: (await priceInForce(tx, { planId, interval, currency: sold.currency, on })) ?? sold };
}

/** Asks for the next period in time, and takes the rights away step by step while it is not paid. */
async function renew(tx: Needed, subscription: PlanSubscription, today: string): Promise<void> {
  const sold = (await soldAt(tx, subscription)) as PlanPrice;
  const begins = subscription.paidUntil as string;
  const next = await nextOf(tx, subscription, sold);
  if (next.price.amountCents === 0) {
    if (begins <= today) continueForNothing(tx, subscription, next);
    return;
  }
  if (today < addDays(begins, -noticeDays[sold.interval])) return;
  const period = await dueRenewal(tx, subscription, next);
  remindOrCharge(tx, { subscription, period }, { today, isYearly: sold.interval === 'YEAR' });
  await dun(tx, subscription, { period, daysLate: daysBetween(begins, today) });
}

/** Down to a plan of nothing: no period, no invoice. */
function continueForNothing({ record }: Tx<'record'>, subscription: PlanSubscription, { plan, price }: Next): void {
  const from = subscription.plan.id;
  Object.assign(subscription, {
    plan,
    price,
    nextPlan: null,
    nextInterval: null,
    paidUntil: null,
    currentPeriodId: null,
  });
  record({
    action: 'PLAN_CHANGED',
    targetType: 'user',
    targetId: subscription.person.id,
    payload: { subscriptionId: subscription.id, fromPlanId: from, toPlanId: plan.id },
  });
}

async function dueRenewal(tx: Needed, subscription: PlanSubscription, { plan, price }: Next): Promise<PlanPeriod> {
  const startsOn = subscription.paidUntil as string;
  const liveFor = `${subscription.id}:${startsOn}`;
  const due = (await lockPeriods(tx, subscription, 'DUE')).find((period) => period.liveFor === liveFor);
  if (due !== undefined) return due;
  const { interval, amountCents, currency } = price;
  const endsOn = nextStart(startsOn, { interval, anchorDay: subscription.anchorDay });
  const period = addPeriod(tx, subscription, { plan, price, startsOn, endsOn, liveFor, amountCents, currency });
  await tx.em.flush();
  return period;
}

/** One message before the period, then the card; `before` is the step that was done before this one. */
const stepWithCard = (day: number, before: number): typeof remindTask | typeof chargePlanTask | undefined => {
  if (day >= 0) return chargePlanTask;
  return before === -Infinity ? remindTask : undefined;
};

/**
 * One message for the latest step that has come; those that a stopped server has missed are not sent any more. A plan with a card
 * gets one message before, then the card is charged: on the first day of the period, and again after 1, 3 and 7 days.
 */
function remindOrCharge(
  { enqueue }: Tx<'enqueue'>,
  { subscription, period }: { readonly subscription: PlanSubscription; readonly period: PlanPeriod },
  { today, isYearly }: { readonly today: string; readonly isYearly: boolean },
): void {
  const day = lastReminderDue(daysBetween(period.startsOn, today), isYearly);
  const before = period.lastReminderDay ?? -Infinity;
  if (day === undefined || before >= day) return;
  period.lastReminderDay = day;
  const hasCard = !isNone(subscription.paymentMethodId);
  if (hasCard && day < 0) keepCollected(enqueue, period, day);
  const task = hasCard ? stepWithCard(day, before) : remindTask;
  if (task !== undefined)
    enqueue(task, { periodId: period.id, day }, { dedupeKey: `${task.kind}:${period.id}:${day}` });
}

/** Where the provider of the card collects by itself, it hears in time of what is to be charged, and of every change. */
const keepCollected = (enqueue: Needed['enqueue'], { id, subscription }: PlanPeriod, day: number): void =>
  enqueue(
    keepCollectionTask,
    { subscriptionId: subscription.id },
    { dedupeKey: `${keepCollectionTask.kind}:${id}:${day}` },
  );

async function dun(
  tx: Needed,
  subscription: PlanSubscription,
  { period, daysLate }: { readonly period: PlanPeriod; readonly daysLate: number },
): Promise<void> {
  const ids = { subscriptionId: subscription.id, personId: subscription.person.id, periodId: period.id };
  if (daysLate >= 0 && allows(planSubscriptionStates, subscription.status, 'miss')) {
    takeOver(tx, subscription, period);
    transition(planSubscriptionStates, subscription, 'miss');
    tx.emit(planPastDue, ids);
  }
  if (daysLate >= graceDays && allows(planSubscriptionStates, subscription.status, 'suspend')) {
    transition(planSubscriptionStates, subscription, 'suspend');
    tx.record({ action: 'PLAN_SUSPENDED', targetType: 'user', targetId: ids.personId, payload: ids });
    tx.emit(planSuspended, ids);
  }
  if (daysLate >= unpaidDays) await endSubscription(tx, subscription, 'UNPAID');
}
