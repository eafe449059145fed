import type { PlanInterval } from '../../../kernel/plans.ts';
import { money, type Money } from '../../../kernel/money.ts';
import { writing } from '../../../platform/orm/values.ts';
import type { Tx } from '../../../platform/context.ts';

/** What mails say of a subscription. */
export interface PlanToReport {
  readonly personId: string;
  readonly planNames: { readonly nameFr: string; readonly nameEn: string };
  readonly paidUntil: string | null;
}

export async function findPlanToReport({ em }: Tx<'em'>, subscriptionId: string): Promise<PlanToReport | undefined> {
  const row = await writing(em)
    .db.selectFrom('plan_subscription as subscription')
    .innerJoin('plan', 'plan.id', 'subscription.plan_id')
    .select([
      'subscription.person_id as personId',
      'plan.name_fr',
      'plan.name_en',
      'subscription.paid_until as paidUntil',
    ])
    .where('subscription.id', '=', subscriptionId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { personId, paidUntil, name_fr: nameFr, name_en: nameEn } = row;
  return { personId, paidUntil, planNames: { nameFr, nameEn } };
}

/** What mails say of a period that is to be paid. */
export interface PeriodToReport extends Omit<PlanToReport, 'paidUntil'> {
  readonly status: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly toPay: Money;
  readonly interval: PlanInterval;
  /** The saved card that it is charged to; null for none. */
  readonly card: { readonly brand: string; readonly last4: string } | null;
}

export async function findPeriodToReport({ em }: Tx<'em'>, periodId: string): Promise<PeriodToReport | undefined> {
  const row = await writing(em)
    .db.selectFrom('plan_period as period')
    .innerJoin('plan', 'plan.id', 'period.plan_id')
    .innerJoin('plan_price as price', 'price.id', 'period.price_id')
    .innerJoin('plan_subscription as subscription', 'subscription.id', 'period.subscription_id')
    .leftJoin('payment_method as card', 'card.id', 'subscription.payment_method_id')
    .select([
      'period.person_id as personId',
      'period.status',
      'period.starts_on as startsOn',
      'period.ends_on as endsOn',
    ])
    .select(['period.amount_cents', 'period.credit_cents', 'period.currency', 'plan.name_fr', 'plan.name_en'])
    .select(['price.interval', 'card.brand', 'card.last4'])
    .where('period.id', '=', periodId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { amount_cents, credit_cents, currency, name_fr: nameFr, name_en: nameEn, brand, last4, ...rest } = row;
  const toPay = money(Number(amount_cents) - Number(credit_cents), currency);
  return {
    ...rest,
    planNames: { nameFr, nameEn },
    toPay,
    card: brand === null || last4 === null ? null : { brand, last4 },
  };
}
