import { Payment } from '../../../../entities/billing/payment.entity.ts';
import { PlanPeriod } from '../../../../entities/billing/plan-period.entity.ts';
import type { PlanSubscription } from '../../../../entities/billing/plan-subscription.entity.ts';
import type { SubscriptionCharge } from '../../../adapters/payments/port.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { localDateOf } from '../../../kernel/format.ts';
import { currencies, money } from '../../../kernel/money.ts';
import { daysBetween } from '../../../kernel/plan-calendar.ts';
import { allows } from '../../../kernel/states.ts';
import { claimEvent, linkEvent, type EventKey } from '../../claim-event.ts';
import { confirmPayment } from '../../confirm-payment.ts';
import { publishPayment } from '../../live.ts';
import type { ProcessContext, ProcessingResult } from '../../process-reading.ts';
import { advance } from '../advance-subscription.ts';
import { billablePlanPeriod } from '../billable-plan-period.ts';
import { lockPeriods, todayOf } from '../load-plan.ts';
import { planBill } from '../plan-bill.ts';
import { planSubscriptionStates } from '../plan-subscription.states.ts';
import { isChange } from '../put-in-force.ts';
import { remindTask } from '../tasks/plan-jobs.ts';
import { lockCollected } from './follow-subscription.ts';

export interface ReadCharge {
  readonly provider: string;
  /** The event that made us read it; null for a reconciliation. */
  readonly event: EventKey | null;
  /** As it was just read. */
  readonly charge: SubscriptionCharge;
}

/**
 * Applies what became of a charge that a provider made by itself. What it collected is a payment like any other, once, and pays the
 * period that it is for: with another amount than ours, or for nothing that is due, it is due for a refund. A refused one is left to
 * the subscriber, as that of a card that we charge. Locks: event, subscription, payment, period, invoice counter.
 */
export async function applyCharge(tx: ProcessContext, read: ReadCharge): Promise<ProcessingResult> {
  const { provider, event, charge } = read;
  if (event !== null && !(await claimEvent(tx, event))) return 'ALREADY';
  const named = { id: charge.subscriptionId, reference: charge.reference };
  const subscription = await lockCollected(tx, provider, named);
  if (subscription === null) throw new DomainError('NOT_FOUND', { providerSubscriptionId: named.id });
  if (charge.status === 'PAID') await recordCollected(tx, subscription, read);
  else if (charge.isRefused) await leaveToSubscriber(tx, subscription, charge);
  return 'APPLIED';
}

/** A charge of nothing, such as that of a trial, is no payment. */
async function recordCollected(
  tx: ProcessContext,
  subscription: PlanSubscription,
  { provider, event, charge }: ReadCharge,
): Promise<void> {
  const { providerPaymentId } = charge;
  if (providerPaymentId === null) return;
  const known = await tx.em.findOne(Payment, { provider, providerPaymentId });
  const payment = known ?? (await addCollected(tx, subscription, { provider, charge, providerPaymentId }));
  if (known === null) {
    await confirmPayment(tx, billablePlanPeriod, payment);
    publishPayment(tx, payment.id);
  }
  if (event !== null) await linkEvent(tx, { ...event, paymentId: payment.id });
}

interface Collected {
  readonly provider: string;
  readonly charge: SubscriptionCharge;
  readonly providerPaymentId: string;
}

async function addCollected(
  tx: ProcessContext,
  subscription: PlanSubscription,
  { provider, charge, providerPaymentId }: Collected,
): Promise<Payment> {
  const { amount, currency } = charge.amount;
  const known = currencies.find((one) => one === currency);
  if (known === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { currency });
  const period = (await duePeriod(tx, subscription, charge)) ?? (await latestPeriod(tx, subscription));
  const { description } = await planBill(tx, period, money(amount, known));
  const payment = tx.em.create(Payment, {
    payer: period.person,
    subjectType: 'PLAN_PERIOD',
    subjectId: period.id,
    flow: 'SAVED_METHOD',
    paymentMethodId: subscription.paymentMethodId,
    provider,
    providerPaymentId,
    providerSubscriptionId: charge.subscriptionId,
    description: description.slice(0, 255),
    amountCents: amount,
    currency: known,
  });
  await tx.em.flush();
  tx.record({
    action: 'PAYMENT_WEBHOOK_RECEIVED',
    targetType: 'payment',
    targetId: payment.id,
    payload: { chargeId: charge.id, subscriptionId: subscription.id, status: charge.status },
  });
  return payment;
}

/** The period that begins on the day of the charge, else the oldest that is due: one that was not asked for yet is asked for first. */
async function duePeriod(
  tx: ProcessContext,
  subscription: PlanSubscription,
  { startsAt }: SubscriptionCharge,
): Promise<PlanPeriod | null> {
  if (allows(planSubscriptionStates, subscription.status, 'end')) await advance(tx, subscription);
  const due = (await lockPeriods(tx, subscription, 'DUE')).filter((period) => !isChange(subscription, period));
  const startsOn = localDateOf(startsAt, tx.config.TIME_ZONE);
  return due.find((period) => period.startsOn === startsOn) ?? due[0] ?? null;
}

/** Whose payment is not accepted: what came for a plan that has ended, or was paid otherwise. */
async function latestPeriod({ em }: ProcessContext, subscription: PlanSubscription): Promise<PlanPeriod> {
  const [period] = await em.find(PlanPeriod, { subscription }, { orderBy: { startsOn: 'desc', id: 'desc' }, limit: 1 });
  if (period === undefined) throw new DomainError('NOT_FOUND', { subscriptionId: subscription.id });
  return period;
}

async function leaveToSubscriber(
  tx: ProcessContext,
  subscription: PlanSubscription,
  charge: SubscriptionCharge,
): Promise<void> {
  const period = await duePeriod(tx, subscription, charge);
  if (period === null) return;
  const day = Math.max(0, daysBetween(period.startsOn, todayOf(tx)));
  const dedupeKey = `${remindTask.kind}:${period.id}:${day}`;
  tx.enqueue(remindTask, { periodId: period.id, day, isRefused: true }, { dedupeKey });
}
