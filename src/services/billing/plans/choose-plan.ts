import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import type { PlanPrice } from '../../../entities/billing/plan-price.entity.ts';
import { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import type { Plan } from '../../../entities/billing/plan.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Currency } from '../../kernel/money.ts';
import { anchorDayOf, nextStart } from '../../kernel/plan-calendar.ts';
import type { PlanInterval } from '../../kernel/plans.ts';
import { transition } from '../../kernel/states.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Tx } from '../../platform/context.ts';
import { endSubscription } from './end-subscription.ts';
import { planActivated } from './events.ts';
import { liveKey, lockLive, offeredPlan, requirePrice, soldAt, todayOf } from './load-plan.ts';
import { priceAmount } from './plan-amounts.ts';
import { planSubscriptionStates } from './plan-subscription.states.ts';

export interface ChoosePlan extends Keyed {
  /** The plan’s code. */
  readonly plan: string;
  readonly interval: PlanInterval;
  readonly currency: Currency;
}

type Needed = Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'record'>;

/** Nobody waits longer for a first payment: the longest that a payment page stays open. */
const patienceMs = 23 * 3_600_000;

/**
 * A person chooses a plan: one of nothing begins at once, without an invoice; any other one when its first period is paid. As long
 * as nothing is paid, choosing again replaces the choice. Errors: PLAN_ALREADY_CHOSEN, CONFLICT.
 */
export const choosePlan = keyed<'em' | 'actor' | 'now' | 'config' | 'emit' | 'record', ChoosePlan, PlanSubscription>(
  'choosePlan',
  choose,
  ({ em }, id) => em.findOneOrFail(PlanSubscription, { id }),
);

async function choose(
  tx: Needed,
  { plan: code, interval, currency }: Omit<ChoosePlan, 'key'>,
): Promise<PlanSubscription> {
  const personId = personOf(tx.actor);
  const plan = await offeredPlan(tx, code);
  const live = await lockLive(tx, personId, plan.family);
  if (live !== null && live.status !== 'INCOMPLETE') throw new DomainError('PLAN_ALREADY_CHOSEN');
  const price = await requirePrice(tx, { planId: plan.id, interval, currency, on: todayOf(tx) });
  if (live !== null) {
    if ((await soldAt(tx, live))?.id === price.id) return live;
    await endSubscription(tx, live, 'REPLACED');
    await tx.em.flush();
  }
  const subscription = addSubscription(tx, { personId, plan, price });
  if (price.amountCents === 0) begin(tx, subscription, { paidUntil: null });
  else addFirstPeriod(tx, subscription, { plan, price });
  tx.record({
    action: 'PLAN_CHOSEN',
    targetType: 'user',
    targetId: personId,
    payload: { subscriptionId: subscription.id, plan: code, interval, ...priceAmount(price) },
  });
  await writtenOnce(tx);
  return subscription;
}

/** Of two choices at the same instant one is written. */
export async function writtenOnce({ em }: Tx<'em'>): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw new DomainError('PLAN_ALREADY_CHOSEN', {}, { cause: error });
  }
}

interface NewSubscription {
  readonly personId: string;
  readonly plan: Plan;
  /** Null: free of charge by grant. */
  readonly price: PlanPrice | null;
}

/** A subscription that is not yet in force. */
export const addSubscription = (
  tx: Tx<'em' | 'now' | 'config'>,
  { personId, plan, price }: NewSubscription,
): PlanSubscription =>
  tx.em.create(PlanSubscription, {
    person: tx.em.getReference(User, personId),
    family: plan.family,
    plan,
    price,
    status: 'INCOMPLETE',
    liveFor: liveKey(personId, plan.family),
    anchorDay: anchorDayOf(todayOf(tx)),
    startedOn: null,
    paidUntil: null,
    startsNextOn: null,
    isGranted: price === null,
    cancelsAtPeriodEnd: false,
    nextPlan: null,
    nextInterval: null,
    expiresAt: new Date(tx.now.getTime() + patienceMs),
    currentPeriodId: null,
  });

/** Its rights begin today. */
export function begin(
  tx: Tx<'now' | 'config' | 'emit'>,
  subscription: PlanSubscription,
  { paidUntil }: { readonly paidUntil: string | null },
): void {
  transition(planSubscriptionStates, subscription, 'activate');
  subscription.startedOn = todayOf(tx);
  subscription.paidUntil = paidUntil;
  subscription.expiresAt = null;
  tx.emit(planActivated, { subscriptionId: subscription.id, personId: subscription.person.id });
}

/** A whole period from today, whose payment puts a plan in force. */
export function addFirstPeriod(
  tx: Tx<'em' | 'now' | 'config'>,
  subscription: PlanSubscription,
  { plan, price }: { readonly plan: Plan; readonly price: PlanPrice },
): PlanPeriod {
  const startsOn = todayOf(tx);
  const { interval, amountCents, currency } = price;
  return addPeriod(tx, subscription, {
    ...{ plan, price, startsOn, amountCents, currency },
    endsOn: nextStart(startsOn, { interval, anchorDay: anchorDayOf(startsOn) }),
    liveFor: `${subscription.id}:${subscription.status === 'INCOMPLETE' ? startsOn : 'change'}`,
  });
}

interface NewPeriod {
  readonly plan: Plan;
  readonly price: PlanPrice;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly liveFor: string;
  readonly amountCents: number;
  readonly currency: Currency;
  readonly creditCents?: number;
  readonly replacesId?: string;
}

/** A period to be paid. */
export const addPeriod = ({ em }: Tx<'em'>, subscription: PlanSubscription, period: NewPeriod): PlanPeriod =>
  em.create(PlanPeriod, {
    creditCents: 0,
    replacesId: null,
    ...period,
    subscription,
    person: subscription.person,
    status: 'DUE',
    paymentId: null,
    paidAt: null,
    lastReminderDay: null,
  });
