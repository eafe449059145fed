import { sql } from 'kysely';
import { requirePermission } from '../../access/actor.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import { bucketOf, growthOf, today, type Bucket, type Moment } from '../buckets.ts';
import { moneyFigures, type MoneyFigure } from '../money-figures.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';
import { newUsers, userTotals } from '../user-figures.ts';
import { netOf } from './monthly-stats.ts';

export interface RevenueTrend {
  readonly currency: Currency;
  readonly growth: number | null;
}

export interface Dashboard {
  readonly users: { readonly total: number; readonly active: number; readonly growth: number | null };
  readonly orders: {
    readonly total: number;
    readonly active: number;
    readonly completed: number;
    readonly late: number;
    readonly unassigned: number;
    readonly toReview: number;
  };
  readonly revenue: { readonly month: readonly Money[]; readonly trend: readonly RevenueTrend[] };
  readonly messages: { readonly pending: number };
}

/** How the business stands now. */
export async function dashboard(ctx: StatsContext): Promise<Dashboard> {
  requirePermission(ctx.actor, 'stats:read');
  const moment = momentOf(ctx);
  return {
    users: await usersNow(ctx.db, moment),
    orders: await ordersNow(ctx.db, moment),
    revenue: await revenueNow(ctx.db, moment),
    messages: { pending: await pendingConversations(ctx.db, moment) },
  };
}

/** The last thirty local days, today included, and the thirty before them. */
export function lastThirtyDays(moment: Moment): [Bucket, Bucket] {
  const last = today(moment);
  return [
    bucketOf(last.subtract({ days: 29 }), last, moment),
    bucketOf(last.subtract({ days: 59 }), last.subtract({ days: 30 }), moment),
  ];
}

async function usersNow(db: Db, moment: Moment): Promise<Dashboard['users']> {
  const [recent = 0, earlier = 0] = await newUsers(db, lastThirtyDays(moment));
  return { ...(await userTotals(db)), growth: growthOf(recent, earlier) };
}

/** Paid and not over: somebody works on it, will, or was stopped. */
export const activeStatuses = ['PAID', 'IN_PROGRESS', 'SUSPENDED'] as const;

async function ordersNow(db: Db, { now }: Moment): Promise<Dashboard['orders']> {
  const byStatus = await db
    .selectFrom('customer_order')
    .select(({ fn }) => ['status', fn.countAll().as('n')])
    .groupBy('status')
    .execute();
  const count = (...statuses: readonly string[]): number =>
    byStatus.filter(({ status }) => statuses.includes(status)).reduce((sum, { n }) => sum + numberFrom(n), 0);
  const { late } = await db
    .selectFrom('customer_order')
    .select(({ fn }) => fn.countAll().as('late'))
    .where('status', 'in', ['PAID', 'IN_PROGRESS'])
    .where('due_at', '<', now)
    .executeTakeFirstOrThrow();
  const { unassigned } = await db
    .selectFrom('customer_order')
    .select(({ fn }) => fn.countAll().as('unassigned'))
    .where('status', '=', 'PAID')
    .where('proofreader_id', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    total: byStatus.reduce((sum, { n }) => sum + numberFrom(n), 0),
    active: count(...activeStatuses),
    completed: count('COMPLETED'),
    late: numberFrom(late),
    unassigned: numberFrom(unassigned),
    toReview: count('AWAITING_REVIEW'),
  };
}

/** The running month so far, and the month before up to the same day; in a shorter month up to its last. */
export function runningMonths(moment: Moment): [Bucket, Bucket] {
  const day = today(moment);
  const before = day.subtract({ months: 1 });
  return [bucketOf(day.with({ day: 1 }), day, moment), bucketOf(before.with({ day: 1 }), before, moment)];
}

async function revenueNow(db: Db, moment: Moment): Promise<Dashboard['revenue']> {
  const [running = [], earlier = []] = await moneyFigures(db, runningMonths(moment));
  return { month: netOf(running), trend: trendOf(running, earlier) };
}

export const trendOf = (running: readonly MoneyFigure[], earlier: readonly MoneyFigure[]): RevenueTrend[] =>
  [...new Set([...running, ...earlier].map(({ currency }) => currency))].toSorted().map((currency) => {
    const net = (figures: readonly MoneyFigure[]): number => {
      const found = figures.find((each) => each.currency === currency);
      return found === undefined ? 0 : found.received - found.returned;
    };
    return { currency, growth: growthOf(net(running), net(earlier)) };
  });

/** Conversations of the last thirty days in which the last word of a person is a customer’s: what the application writes counts for nothing. */
async function pendingConversations(db: Db, moment: Moment): Promise<number> {
  const [{ from }] = lastThirtyDays(moment);
  const { rows } = await sql<{ pending: unknown }>`
    select count(*) as pending from conversation c where c.last_message_at >= ${from} and (
      select u.role from message m join ${sql.table('user')} u on u.id = m.sender_id
      where m.conversation_id = c.id and m.deleted_at is null
      order by m.created_at desc, m.id desc limit 1) = 'CUSTOMER'`.execute(db);
  return numberFrom(rows[0]?.pending);
}
