import { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import type { PlanPrice } from '../../../entities/billing/plan-price.entity.ts';
import type { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import type { Plan } from '../../../entities/billing/plan.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { money, subtract, type Currency, type Money } from '../../kernel/money.ts';
import {
  anchorDayOf,
  daysBetween,
  leastCharge,
  nextStart,
  previousStart,
  shareOfDays,
} from '../../kernel/plan-calendar.ts';
import type { PlanInterval } from '../../kernel/plans.ts';
import type { Tx } from '../../platform/context.ts';
import { priceAmount } from './plan-amounts.ts';
import { paidInvoiceOf } from './left-to-credit.ts';
import { isNone, offeredPlan, requirePrice, soldAt, todayOf } from './load-plan.ts';

export interface ChangePlan {
  /** The code of the other plan. */
  readonly plan: string;
  /** The present one unless said; a month where there is none. */
  readonly interval?: PlanInterval | null | undefined;
  /** Asked of a plan that is free of charge; a paid one keeps its currency. */
  readonly currency?: Currency | null | undefined;
}

/** What a change costs, and when it counts. */
export interface ChangeTerms {
  readonly effect: 'NOW' | 'PERIOD_END';
  /** The local day on which it counts. */
  readonly on: string;
  readonly plan: Plan;
  /** What periods of it are sold at. */
  readonly price: PlanPrice;
  /** The credit note: the unused part of what was paid. */
  readonly credit: Money;
  /** The invoice. */
  readonly charge: Money;
  readonly toPay: Money;
  /** Of a change that counts now: the first day after what is invoiced. */
  readonly endsOn: string;
  /** The paid period that it takes the place of. */
  readonly replacesId: string | null;
  /** It takes a planned change back: everything stays as it is. */
  readonly isKept: boolean;
}

type Needed = Tx<'em' | 'now' | 'config'>;

/**
 * What becomes of a change of plan: a dearer plan counts now and is paid for the days that are left, the day of the change
 * included; anything else counts at the end of what is paid. The subscription is locked.
 */
export async function changeTerms(tx: Needed, subscription: PlanSubscription, input: ChangePlan): Promise<ChangeTerms> {
  const { status, cancelsAtPeriodEnd } = subscription;
  if (status !== 'ACTIVE' || cancelsAtPeriodEnd)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'change', status });
  const plan = await offeredPlan(tx, input.plan);
  const sold = await soldAt(tx, subscription);
  return sold === null || sold.amountCents === 0
    ? fromNothing(tx, { subscription, plan, input, currency: input.currency ?? sold?.currency ?? 'EUR' })
    : fromPaid(tx, { subscription, plan, input, sold });
}

interface Asked {
  readonly subscription: PlanSubscription;
  readonly plan: Plan;
  readonly input: ChangePlan;
}

/** From a plan that costs nothing: a whole period from today. */
async function fromNothing(
  tx: Needed,
  { subscription, plan, input, currency }: Asked & { readonly currency: Currency },
): Promise<ChangeTerms> {
  const today = todayOf(tx);
  const interval = input.interval ?? 'MONTH';
  const price = await requirePrice(tx, { planId: plan.id, interval, currency, on: today });
  if (price.amountCents === 0) {
    if (plan.id === subscription.plan.id) throw new DomainError('PLAN_ALREADY_CHOSEN');
    if (subscription.isGranted) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'change', status: 'GRANTED' });
  }
  const endsOn = nextStart(today, { interval, anchorDay: anchorDayOf(today) });
  const charge = priceAmount(price);
  return {
    ...now({ plan, price, on: today, endsOn }),
    charge,
    toPay: charge,
    credit: money(0, currency),
    replacesId: null,
  };
}

const now = (what: Pick<ChangeTerms, 'plan' | 'price' | 'on' | 'endsOn'>) => ({
  effect: 'NOW' as const,
  isKept: false,
  ...what,
});

/** From a paid plan: a dearer one now, anything else at the end of what is paid. */
async function fromPaid(tx: Needed, asked: FromPaid): Promise<ChangeTerms> {
  const { subscription, plan, input, sold } = asked;
  const interval = input.interval ?? sold.interval;
  const isSamePlan = plan.id === subscription.plan.id;
  const isKept = isSamePlan && interval === sold.interval;
  if (isKept && isNone(subscription.nextPlan)) throw new DomainError('PLAN_ALREADY_CHOSEN');
  const terms = isSamePlan ? null : await dearerNow(tx, asked);
  if (terms === null) return atPeriodEnd(tx, asked, { interval, isKept });
  if (interval !== sold.interval) throw fieldError('input.interval', 'isCurrent');
  return terms;
}

type FromPaid = Asked & { readonly sold: PlanPrice };

/** Null for a plan that is not dearer. */
async function dearerNow(tx: Needed, asked: FromPaid): Promise<ChangeTerms | null> {
  const { plan, sold } = asked;
  const { interval, currency } = sold;
  const price = await requirePrice(tx, { planId: plan.id, interval, currency, on: todayOf(tx) });
  return price.amountCents > sold.amountCents ? upgrade(tx, asked, price) : null;
}

async function atPeriodEnd(
  tx: Needed,
  { subscription, plan, sold: { currency } }: FromPaid,
  { interval, isKept }: { readonly interval: PlanInterval; readonly isKept: boolean },
): Promise<ChangeTerms> {
  const on = subscription.paidUntil as string;
  const price = await requirePrice(tx, { planId: plan.id, interval, currency, on });
  const nothing = money(0, currency);
  return {
    ...{ effect: 'PERIOD_END', on, plan, price, endsOn: on, isKept, replacesId: null },
    ...{ credit: nothing, charge: nothing, toPay: nothing },
  };
}

/**
 * The rest of the present period at the dearer price, less the unused part of what was paid. Null when that is less than a payment
 * can be: it then counts at the end of the period, a few days later.
 */
async function upgrade(
  tx: Needed,
  { subscription, plan, sold }: FromPaid,
  price: PlanPrice,
): Promise<ChangeTerms | null> {
  const present = await tx.em.findOneOrFail(PlanPeriod, { id: subscription.currentPeriodId as string });
  const { startsOn, endsOn } = present;
  if (subscription.paidUntil !== endsOn)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'change', reason: 'NEXT_PERIOD_PAID' });
  const on = todayOf(tx);
  const days = daysBetween(on, endsOn);
  if (days <= 0) return null;
  const begun = previousStart(endsOn, { interval: sold.interval, anchorDay: subscription.anchorDay });
  const charge = shareOfDays(priceAmount(price), { days, of: Math.max(days, daysBetween(begun, endsOn)) });
  const paid = await paidInvoiceOf(tx, present);
  const unused = shareOfDays(paid.gross, { days, of: daysBetween(startsOn, endsOn) });
  const credit = money(Math.max(0, Math.min(unused.amount, paid.left.amount)), price.currency);
  const toPay = subtract(charge, credit);
  if (toPay.amount < leastCharge[price.currency]) return null;
  return { ...now({ plan, price, on, endsOn }), credit, charge, toPay, replacesId: present.id };
}
