import { PlanPrice } from '../../../entities/billing/plan-price.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { money, type Currency } from '../../kernel/money.ts';
import { addDays, leastCharge } from '../../kernel/plan-calendar.ts';
import type { PlanInterval } from '../../kernel/plans.ts';
import type { Tx } from '../../platform/context.ts';
import { offeredPlan, todayOf } from './load-plan.ts';
import { priceNoticeDays } from './plan-deadlines.ts';
import { notifyPlanPriceTask } from './tasks/plan-jobs.ts';

export interface SetPlanPrice {
  /** The plan’s code. */
  readonly plan: string;
  readonly interval: PlanInterval;
  /** For one interval, VAT included. */
  readonly amount: { readonly amount: number; readonly currency: Currency };
  /** The first local day of periods that are sold at it. */
  readonly validFrom: string;
}

/**
 * A new price for periods that begin on a day at least 30 days away, so that everybody who has the plan is notified before. Periods that
 * are paid stay as they were sold.
 */
export async function setPlanPrice(
  tx: Tx<'em' | 'now' | 'config' | 'record' | 'enqueue'>,
  { plan: code, interval, amount: { amount, currency }, validFrom }: SetPlanPrice,
): Promise<PlanPrice> {
  const plan = await offeredPlan(tx, code);
  // What everybody has without choosing is free of charge for everybody.
  if (plan.isBase) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'setPrice', plan: code });
  if (amount < leastCharge[currency]) throw fieldError('input.amount.amount', 'isEnoughToBePaid');
  if (validFrom < addDays(todayOf(tx), priceNoticeDays)) throw fieldError('input.validFrom', 'isThirtyDaysAhead');
  if ((await tx.em.findOne(PlanPrice, { plan, currency, interval, validFrom })) !== null)
    throw new DomainError('CONFLICT', { fields: [{ path: 'input.validFrom', rules: ['isUnused'] }] });
  const price = tx.em.create(PlanPrice, { plan, currency, interval, validFrom, amountCents: amount });
  tx.record({
    action: 'PLAN_PRICE_SET',
    targetType: 'system',
    payload: { priceId: price.id, plan: code, interval, validFrom, ...money(amount, currency) },
  });
  tx.enqueue(notifyPlanPriceTask, { priceId: price.id }, { dedupeKey: `${notifyPlanPriceTask.kind}:${price.id}` });
  return price;
}
