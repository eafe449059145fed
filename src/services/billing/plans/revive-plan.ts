import { LockMode } from '@mikro-orm/core';
import type { Payment } from '../../../entities/billing/payment.entity.ts';
import { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import { Plan } from '../../../entities/billing/plan.entity.ts';
import { PlanPrice } from '../../../entities/billing/plan-price.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { anchorDayOf, nextStart } from '../../kernel/plan-calendar.ts';
import { transition } from '../../kernel/states.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { ConfirmationContext } from '../billable.ts';
import { issueNowOrLater } from '../confirm-payment.ts';
import { lockPaymentOf } from '../lock-refunds.ts';
import { writtenOnce } from './choose-plan.ts';
import { planActivated } from './events.ts';
import { liveKey, lockSubscription, todayOf } from './load-plan.ts';
import { periodAmount } from './plan-amounts.ts';
import { planBill } from './plan-bill.ts';
import { planPeriodStates } from './plan-period.states.ts';
import { planSubscriptionStates } from './plan-subscription.states.ts';

export interface RevivePlan extends Keyed {
  /** The money that came for a plan that had ended. */
  readonly paymentId: string;
}

type Needs = 'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record' | 'publish';

/**
 * Gives a person their plan again for money that came after its end: a whole period from today, invoiced now, instead of the refund
 * that was due. Errors: NOT_FOUND, ACTION_NOT_ALLOWED (not such money, or some of it goes back already), PLAN_ALREADY_CHOSEN (they
 * have another one meanwhile), CONFLICT.
 */
export const revivePlan = keyed<Needs, RevivePlan, PlanSubscription>('revivePlan', revive, ({ em }, id) =>
  em.findOneOrFail(PlanSubscription, { id }),
);

async function revive(tx: ConfirmationContext, { paymentId }: Omit<RevivePlan, 'key'>): Promise<PlanSubscription> {
  const payment = await lockLateMoney(tx, paymentId);
  const { subscription, period } = await lockEnded(tx, payment);
  transition(planSubscriptionStates, subscription, 'revive');
  transition(planPeriodStates, period, 'revive');
  await beginAgain(tx, { subscription, period });
  period.paymentId = payment.id;
  period.paidAt = tx.now;
  payment.refundDueReason = null;
  const { person, id: subscriptionId } = subscription;
  tx.record({
    action: 'PLAN_REVIVED',
    targetType: 'user',
    targetId: person.id,
    payload: { subscriptionId, paymentId, until: period.endsOn },
  });
  tx.emit(planActivated, { subscriptionId, personId: person.id });
  await writtenOnce(tx);
  await issueNowOrLater(tx, payment, await planBill(tx, period, periodAmount(period)));
  return subscription;
}

/** A payment that is due for a refund because its plan had ended, and of which nothing has gone back. */
async function lockLateMoney(tx: ConfirmationContext, paymentId: string): Promise<Payment> {
  const { payment, refunds } = await lockPaymentOf(tx, paymentId);
  const isLate = payment.subjectType === 'PLAN_PERIOD' && payment.refundDueReason === 'NOT_PAYABLE';
  if (!isLate || payment.status !== 'PAID' || payment.disputedCents > 0 || refunds.length > 0)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'revive', status: payment.status });
  return payment;
}

interface Ended {
  readonly subscription: PlanSubscription;
  readonly period: PlanPeriod;
}

/** The unpaid difference of a change is no whole period: it goes back. */
async function lockEnded(tx: ConfirmationContext, payment: Payment): Promise<Ended> {
  const { subscription: its } = await tx.em.findOneOrFail(PlanPeriod, { id: payment.subjectId });
  const subscription = await lockSubscription(tx, its.id);
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const period = await tx.em.findOneOrFail(PlanPeriod, { id: payment.subjectId }, { lockMode, refresh: true });
  const owner = await tx.em.findOne(User, { id: period.person.id, status: 'ACTIVE' });
  if (subscription === null || owner === null) throw new DomainError('NOT_FOUND');
  if (period.creditCents > 0 || period.amountCents !== payment.amountCents)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'revive', status: period.status });
  return { subscription, period };
}

async function beginAgain({ em, now, config }: ConfirmationContext, { subscription, period }: Ended): Promise<void> {
  const { interval } = await em.findOneOrFail(PlanPrice, { id: period.price.id });
  const { family } = await em.findOneOrFail(Plan, { id: period.plan.id });
  const today = todayOf({ now, config });
  const anchorDay = anchorDayOf(today);
  period.startsOn = today;
  period.endsOn = nextStart(today, { interval, anchorDay });
  period.liveFor = `${subscription.id}:${today}`;
  Object.assign(subscription, {
    ...{ plan: period.plan, price: period.price, nextPlan: null, nextInterval: null, anchorDay },
    ...{ startedOn: subscription.startedOn ?? today, paidUntil: period.endsOn, startsNextOn: null },
    ...{ currentPeriodId: period.id, liveFor: liveKey(subscription.person.id, family) },
    ...{ endedAt: null, endReason: null, isGranted: false, cancelsAtPeriodEnd: false },
  });
}
