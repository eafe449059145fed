import type { Currency, Money } from '../../../kernel/money.ts';
import { money } from '../../../kernel/money.ts';
import {
  planFeatures,
  type Allowance,
  type PlanFamily,
  type PlanFeature,
  type PlanInterval,
} from '../../../kernel/plans.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';

/** A plan as everyone sees it. */
export interface PlanRow {
  readonly id: string;
  readonly code: string;
  readonly family: PlanFamily;
  readonly nameFr: string;
  readonly nameEn: string;
  readonly textFr: string;
  readonly textEn: string;
  readonly isBase: boolean;
  readonly isActive: boolean;
}

export interface PlanPriceRow {
  readonly id: string;
  readonly planId: string;
  readonly interval: PlanInterval;
  readonly amount: Money;
  readonly validFrom: string;
}

export interface PlanEntitlementRow {
  readonly feature: PlanFeature;
  readonly value: Allowance;
}

const planRows = (db: Db) =>
  db
    .selectFrom('plan')
    .select([
      'id',
      'code',
      'family',
      'name_fr as nameFr',
      'name_en as nameEn',
      'text_fr as textFr',
      'text_en as textEn',
    ])
    .select(['is_base', 'is_active']);

type Row = Awaited<ReturnType<ReturnType<typeof planRows>['execute']>>[number];
const rowOf = ({ is_base, is_active, ...row }: Row): PlanRow => ({
  ...row,
  isBase: Boolean(is_base),
  isActive: Boolean(is_active),
});

/** The plans that can be chosen, in the order the business gave them. */
export async function listPlans({ db }: Pick<ReadContext, 'db'>): Promise<PlanRow[]> {
  const rows = await planRows(db).where('is_active', '=', true).orderBy('position').orderBy('id').execute();
  return rows.map(rowOf);
}

/** Plans by their ids, those that can no longer be chosen too. */
export async function plansById(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, PlanRow>> {
  const rows = await planRows(db).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, rowOf(row)]));
}

const priceOf = ({
  plan_id,
  amount_cents,
  currency,
  ...row
}: {
  id: string;
  plan_id: string;
  interval: PlanInterval;
  amount_cents: unknown;
  currency: Currency;
  validFrom: string;
}): PlanPriceRow => ({ ...row, planId: plan_id, amount: money(Number(amount_cents), currency) });

const priceColumns = ['id', 'plan_id', 'interval', 'amount_cents', 'currency', 'valid_from as validFrom'] as const;

/** Every price of each plan, by currency, interval and day. */
export async function pricesOfPlans(
  { db }: Pick<ReadContext, 'db'>,
  planIds: readonly string[],
): Promise<Map<string, PlanPriceRow[]>> {
  const rows = await db
    .selectFrom('plan_price')
    .select(priceColumns)
    .where('plan_id', 'in', planIds)
    .orderBy('currency')
    .orderBy('interval')
    .orderBy('valid_from')
    .execute();
  const prices = new Map<string, PlanPriceRow[]>(planIds.map((id) => [id, []]));
  for (const row of rows) prices.get(row.plan_id)?.push(priceOf(row));
  return prices;
}

/** Of the prices of a plan those that count on a day, and those that count from a later one. */
export const pricesOn = (prices: readonly PlanPriceRow[], day: string): PlanPriceRow[] =>
  prices.filter(
    (price) =>
      price.validFrom > day ||
      !prices.some((other) => isSameOffer(other, price) && other.validFrom <= day && other.validFrom > price.validFrom),
  );

const isSameOffer = (a: PlanPriceRow, b: PlanPriceRow): boolean =>
  a.interval === b.interval && a.amount.currency === b.amount.currency;

/** One price, whenever it was in force. */
export async function planPricesById(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, PlanPriceRow>> {
  const rows = await db.selectFrom('plan_price').select(priceColumns).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, priceOf(row)]));
}

/** What each plan contains. */
export async function entitlementsOfPlans(
  { db }: Pick<ReadContext, 'db'>,
  planIds: readonly string[],
): Promise<Map<string, PlanEntitlementRow[]>> {
  const rows = await db
    .selectFrom('plan_entitlement')
    .select(['plan_id', 'feature', 'value'])
    .where('plan_id', 'in', planIds)
    .execute();
  // In the order of the list: the databases sort an enumeration each in its own way.
  const ofPlan = (id: string): PlanEntitlementRow[] =>
    planFeatures.flatMap((feature) =>
      rows
        .filter((row) => row.plan_id === id && row.feature === feature)
        .map(({ value }) => ({ feature, value: value === null ? null : Number(value) })),
    );
  return new Map(planIds.map((id) => [id, ofPlan(id)]));
}
