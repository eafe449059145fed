import type { PlanPeriodStatus } from '../../../../entities/billing/plan-period.entity.ts';
import type { PlanEndReason, PlanSubscriptionStatus } from '../../../../entities/billing/plan-subscription.entity.ts';
import { personOf, requirePermission } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import { money, subtract, type Money } from '../../../kernel/money.ts';
import type { PlanFamily, PlanInterval } from '../../../kernel/plans.ts';
import { matching } from '../../../platform/filters.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { liveKey } from '../load-plan.ts';

/** A subscription as its person and admins see it; instants as the database gives them. */
export interface PlanSubscriptionRow {
  readonly id: string;
  readonly personId: string;
  readonly family: PlanFamily;
  readonly planId: string;
  readonly priceId: string | null;
  readonly status: PlanSubscriptionStatus;
  readonly startedOn: string | null;
  readonly paidUntil: string | null;
  readonly isGranted: boolean;
  readonly cancelsAtPeriodEnd: boolean;
  readonly nextPlanId: string | null;
  readonly nextInterval: PlanInterval | null;
  readonly expiresAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: PlanEndReason | null;
  readonly paymentMethodId: string | null;
  readonly provider: string | null;
  readonly createdAt: Date;
}

export interface PlanPeriodRow {
  readonly id: string;
  readonly planId: string;
  readonly status: PlanPeriodStatus;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly amount: Money;
  readonly credit: Money;
  readonly toPay: Money;
  readonly isChange: boolean;
  readonly paymentId: string | null;
  readonly invoiceId: string | null;
}

const subscriptionRows = (db: Db) =>
  db
    .selectFrom('plan_subscription')
    .select(['id', 'person_id as personId', 'family', 'plan_id as planId', 'price_id as priceId', 'status'])
    .select(['started_on as startedOn', 'paid_until as paidUntil', 'is_granted', 'cancels_at_period_end'])
    .select(['next_plan_id as nextPlanId', 'next_interval as nextInterval', 'expires_at as expiresAt'])
    .select(['ended_at as endedAt', 'end_reason as endReason', 'created_at as createdAt'])
    .select(['payment_method_id as paymentMethodId', 'provider']);

type Row = Awaited<ReturnType<ReturnType<typeof subscriptionRows>['execute']>>[number];
const rowOf = ({ is_granted, cancels_at_period_end, ...row }: Row): PlanSubscriptionRow => ({
  ...row,
  isGranted: Boolean(is_granted),
  cancelsAtPeriodEnd: Boolean(cancels_at_period_end),
});

/** The caller’s live subscription of a family; null while there is none. */
export async function getMyPlanSubscription(
  { db, actor }: ReadContext,
  family: PlanFamily,
): Promise<PlanSubscriptionRow | null> {
  const row = await subscriptionRows(db)
    .where('live_for', '=', liveKey(personOf(actor), family))
    .executeTakeFirst();
  return row === undefined ? null : rowOf(row);
}

/** One subscription, for use cases that have just changed it. */
export async function getPlanSubscription({ db }: Pick<ReadContext, 'db'>, id: string): Promise<PlanSubscriptionRow> {
  const row = await subscriptionRows(db).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return rowOf(row);
}

/** Which subscriptions; whatever is absent does not matter. */
export interface PlanSubscriptionFilter {
  readonly status?: PlanSubscriptionStatus | null | undefined;
  readonly family?: PlanFamily | null | undefined;
  readonly planId?: string | null | undefined;
  readonly personId?: string | null | undefined;
}

export interface ListPlanSubscriptions extends ListRequest<SortOf<'PlanSubscriptionSort'>> {
  readonly filter?: PlanSubscriptionFilter | null | undefined;
}

const columns = { status: 'status', family: 'family', planId: 'plan_id', personId: 'person_id' } as const;

const chosen = (db: Db, filter: PlanSubscriptionFilter) => matching(subscriptionRows(db), columns, filter);

const id = sortKey<PlanSubscriptionRow>('plan_subscription.id', 'id', (row) => row.id);
const createdAt = sortKey<PlanSubscriptionRow>('plan_subscription.created_at', 'instant', (row) => row.createdAt);
const orders: Orders<PlanSubscriptionRow, SortOf<'PlanSubscriptionSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

/** Subscriptions of everybody, newest first unless said; for those who may read any. */
export async function listPlanSubscriptions(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListPlanSubscriptions,
): Promise<PageOf<PlanSubscriptionRow>> {
  requirePermission(actor, 'plan:read-any');
  return listPage({
    db,
    query: chosen(db, filter ?? {}),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map(rowOf),
  });
}

/** What is to be paid first: a change that was asked for, else the oldest period. */
export const dueOf = (newestFirst: readonly PlanPeriodRow[]): PlanPeriodRow | null => {
  const due = newestFirst.filter(({ status }) => status === 'DUE');
  return due.find(({ isChange }) => isChange) ?? due.at(-1) ?? null;
};

/** The periods of each subscription that are or were to be paid, newest first. */
export async function periodsOfSubscriptions(
  { db }: Pick<ReadContext, 'db'>,
  subscriptionIds: readonly string[],
): Promise<Map<string, PlanPeriodRow[]>> {
  const rows = await db
    .selectFrom('plan_period as period')
    .leftJoin('payment', 'payment.id', 'period.payment_id')
    .select(['period.id', 'period.subscription_id', 'period.plan_id as planId', 'period.status', 'period.live_for'])
    .select(['period.starts_on as startsOn', 'period.ends_on as endsOn', 'period.amount_cents', 'period.credit_cents'])
    .select(['period.currency', 'period.payment_id as paymentId', 'payment.invoice_id as invoiceId'])
    .where('period.subscription_id', 'in', subscriptionIds)
    .where('period.status', '<>', 'VOID')
    .orderBy('period.starts_on', 'desc')
    .orderBy('period.id', 'desc')
    .execute();
  const periods = new Map<string, PlanPeriodRow[]>(subscriptionIds.map((each) => [each, []]));
  for (const { subscription_id, amount_cents, credit_cents, currency, live_for, ...row } of rows) {
    const amount = money(Number(amount_cents), currency);
    const credit = money(Number(credit_cents), currency);
    const isChange = live_for?.endsWith(':change') === true;
    periods.get(subscription_id)?.push({ ...row, amount, credit, toPay: subtract(amount, credit), isChange });
  }
  return periods;
}
