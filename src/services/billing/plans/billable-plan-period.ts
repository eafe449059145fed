import { LockMode } from '@mikro-orm/core';
import { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import type { PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { sameMoney } from '../../kernel/money.ts';
import { allows, transition } from '../../kernel/states.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import type { Bill, BillableRules, ConfirmationContext, PaidSubject, PaymentOutcome } from '../billable.ts';
import { rememberCard } from './card-of-plan.ts';
import { paidInvoiceOf, type PaidInvoice } from './left-to-credit.ts';
import { isNone, lockSubscription } from './load-plan.ts';
import { periodAmount, periodCredit, periodToPay } from './plan-amounts.ts';
import { planBill } from './plan-bill.ts';
import { planPeriodStates } from './plan-period.states.ts';
import { putInForce } from './put-in-force.ts';
import { keepCollectionTask } from './tasks/plan-jobs.ts';

/** Periods of plans as something to be paid: by the subscriber, once, as long as they are due. */
export const billablePlanPeriod: BillableRules = { ownerOf, describe, confirmPayment };

interface Locked {
  readonly subscription: PlanSubscription;
  readonly period: PlanPeriod;
}

/** The subscription first, as everybody does. */
async function lockPeriod(tx: Tx<'em'>, id: string): Promise<Locked | null> {
  const row = isId(id)
    ? await writing(tx.em)
        .db.selectFrom('plan_period')
        .select('subscription_id')
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) return null;
  const subscription = await lockSubscription(tx, row.subscription_id);
  const period = await tx.em.findOne(PlanPeriod, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return subscription === null || period === null ? null : { subscription, period };
}

async function ownerOf(tx: Tx<'em'>, id: string): Promise<string | null> {
  return (await lockPeriod(tx, id))?.period.person.id ?? null;
}

async function describe(tx: Tx<'em' | 'actor'>, id: string): Promise<Bill> {
  const locked = await lockPeriod(tx, id);
  if (locked === null || locked.period.person.id !== tx.actor.userId) throw new DomainError('NOT_FOUND');
  const { period } = locked;
  if (!allows(planPeriodStates, period.status, 'pay'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: period.status });
  return planBill(tx, period, periodToPay(period));
}

/** Puts the period in force when its price was paid, once. A plan that has ended stays so: the money is due for a refund. */
async function confirmPayment(tx: ConfirmationContext, paid: PaidSubject): Promise<PaymentOutcome> {
  const locked = await lockPeriod(tx, paid.subjectId);
  if (locked === null) return { outcome: 'NOT_PAYABLE' };
  const { subscription, period } = locked;
  const replaced = await replacedBy(tx, period);
  const outcome = refusalOf(locked, replaced, paid);
  if (outcome !== null) return { outcome };
  transition(planPeriodStates, period, 'pay');
  period.paymentId = paid.paymentId;
  period.paidAt = tx.now;
  await rememberPayment(tx, locked, paid);
  await putInForce(tx, { subscription, period, replaced: replaced?.old ?? null });
  const bill = await planBill(tx, period, periodAmount(period));
  const invoice = replaced?.paid ?? null;
  return { outcome: 'PAID', bill: invoice === null ? bill : credited(bill, period, invoice) };
}

/** Its card renews the plan. A provider that collects by itself does not charge what was paid otherwise. */
async function rememberPayment(
  tx: Tx<'em' | 'enqueue'>,
  { subscription, period }: Locked,
  paid: PaidSubject,
): Promise<void> {
  const isCollected = await rememberCard(tx, subscription, paid);
  if (isCollected || isNone(subscription.providerSubscriptionId)) return;
  const dedupeKey = `${keepCollectionTask.kind}:${period.id}:paid`;
  tx.enqueue(keepCollectionTask, { subscriptionId: subscription.id }, { dedupeKey });
}

/** Why a period does not take the money that came for it; null when it does. */
function refusalOf(
  { subscription, period }: Locked,
  replaced: Replaced | null,
  { amount }: PaidSubject,
): Exclude<PaymentOutcome['outcome'], 'PAID'> | null {
  if (period.status === 'VOID') return 'NOT_PAYABLE';
  if (!allows(planPeriodStates, period.status, 'pay')) return 'ALREADY_PAID';
  if (!sameMoney(amount, periodToPay(period))) return 'AMOUNT_DIFFERS';
  if (replaced === null) return null;
  if (replaced.old.id !== subscription.currentPeriodId) return 'NOT_PAYABLE';
  return isCredited(period, replaced) ? null : 'AMOUNT_DIFFERS';
}

/** What was to be credited may have been refunded meanwhile. */
const isCredited = ({ creditCents }: PlanPeriod, { paid }: Replaced): boolean =>
  creditCents <= (paid === null ? 0 : paid.left.amount);

interface Replaced {
  readonly old: PlanPeriod;
  /** What is left of its invoice; null where nothing of it is credited. */
  readonly paid: PaidInvoice | null;
}

/** The paid period that a change takes the place of. */
async function replacedBy(tx: Tx<'em'>, { status, replacesId, creditCents }: PlanPeriod): Promise<Replaced | null> {
  if (status !== 'DUE' || replacesId === null) return null;
  const old = await tx.em.findOneOrFail(PlanPeriod, { id: replacesId });
  return { old, paid: creditCents === 0 ? null : await paidInvoiceOf(tx, old) };
}

const credited = (bill: Bill, period: PlanPeriod, { invoiceId }: PaidInvoice): Bill => ({
  ...bill,
  credited: { invoiceId, amount: periodCredit(period) },
});
