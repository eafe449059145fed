import { sql } from 'kysely';
import { personOf, requirePermission } from '../../access/actor.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import { startOfDay, today, type Moment } from '../buckets.ts';
import { pagesOfOrder } from '../days/counted-rows.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';
import { medianOf } from '../../kernel/quantiles.ts';
import { revisionsGiven } from './order-performance.ts';

export interface Workload {
  readonly proofreaderId: string;
  readonly openOrders: number;
  readonly openPages: number;
  /** Open ones whose due date has passed. */
  readonly lateOrders: number;
  /** Delivered within the last ninety local days, today included. */
  readonly completed: number;
  /** Of those that had a due date, the share that was delivered by then; null without any. */
  readonly onTimeShare: number | null;
}

/** What each proofreader has open, and how they did in the last ninety days. By id. */
export async function proofreaderWorkload(ctx: StatsContext): Promise<Workload[]> {
  requirePermission(ctx.actor, 'stats:read');
  return workloads(ctx.db, momentOf(ctx));
}

interface Row {
  readonly id: string;
  readonly open: unknown;
  readonly pages: unknown;
  readonly late: unknown;
  readonly completed: unknown;
  readonly due: unknown;
  readonly punctual: unknown;
}

export const since = (moment: Moment): Date => startOfDay(today(moment).subtract({ days: 89 }), moment.timeZone);

const isOpen = sql`o.status in ('PAID', 'IN_PROGRESS', 'SUSPENDED')`;

/** Of one proofreader, or of all that are active. */
export async function workloads(db: Db, moment: Moment, proofreaderId?: string): Promise<Workload[]> {
  const isRecent = sql`o.status = 'COMPLETED' and o.completed_at >= ${since(moment)}`;
  const one = proofreaderId === undefined ? sql`` : sql`and u.id = ${proofreaderId}`;
  const { rows } = await sql<Row>`
    select u.id,
      sum(case when ${isOpen} then 1 else 0 end) as open,
      sum(case when ${isOpen} then ${pagesOfOrder} else 0 end) as pages,
      sum(case when o.status in ('PAID', 'IN_PROGRESS') and o.due_at < ${moment.now} then 1 else 0 end) as late,
      sum(case when ${isRecent} then 1 else 0 end) as completed,
      sum(case when ${isRecent} and o.due_at is not null then 1 else 0 end) as due,
      sum(case when ${isRecent} and o.completed_at <= o.due_at then 1 else 0 end) as punctual
    from ${sql.table('user')} u left join customer_order o on o.proofreader_id = u.id
      and (${isOpen} or (${isRecent}))
    where u.role = 'PROOFREADER' and u.status = 'ACTIVE' ${one} group by u.id order by u.id`.execute(db);
  return rows.map((row) => ({
    proofreaderId: row.id,
    openOrders: numberFrom(row.open),
    openPages: numberFrom(row.pages),
    lateOrders: numberFrom(row.late),
    completed: numberFrom(row.completed),
    onTimeShare: numberFrom(row.due) === 0 ? null : numberFrom(row.punctual) / numberFrom(row.due),
  }));
}

export interface ProofreaderStats extends Omit<Workload, 'proofreaderId'> {
  /** Days from the beginning of the work to its delivery; null without any. */
  readonly medianDays: number | null;
  /** Changes that customers asked for, on average; null without any delivery. */
  readonly averageRevisions: number | null;
}

const dayMs = 86_400_000;

/** Of somebody who is no proofreader any more. */
const nothing = { openOrders: 0, openPages: 0, lateOrders: 0, completed: 0, onTimeShare: null };

/** One’s own work: what is open, and the last ninety days. */
export async function myProofreaderStats(ctx: StatsContext): Promise<ProofreaderStats> {
  requirePermission(ctx.actor, 'stats:read-own');
  const moment = momentOf(ctx);
  const id = personOf(ctx.actor);
  const [own] = await workloads(ctx.db, moment, id);
  const rows = await ctx.db
    .selectFrom('customer_order')
    .select(['started_at', 'completed_at', 'revisions_left'])
    .where('proofreader_id', '=', id)
    .where('status', '=', 'COMPLETED')
    .where('completed_at', '>=', since(moment))
    .execute();
  const days = rows
    .filter(({ started_at }) => started_at !== null)
    .map((row) => (instantFrom(row.completed_at).getTime() - instantFrom(row.started_at).getTime()) / dayMs)
    .toSorted((a, b) => a - b);
  const revisions = rows.reduce((sum, { revisions_left }) => sum + revisionsGiven - revisions_left, 0);
  return {
    ...(own ?? nothing),
    medianDays: medianOf(days),
    averageRevisions: rows.length === 0 ? null : revisions / rows.length,
  };
}
