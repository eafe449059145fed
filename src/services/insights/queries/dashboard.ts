import { requirePermission } from '../../access/actor.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import { bucketOf, daysUpTo, growthOf, startOfDay, today, type Bucket, type Moment } from '../buckets.ts';
import type { Figures, MoneyFigure } from '../days/figures.ts';
import { figuresOf, waitsWithin } from '../days/figures-of.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';
import { userTotals } from '../user-figures.ts';
import { movedIn, netOf } from './monthly-stats.ts';
import { medianOf } from '../../kernel/quantiles.ts';

/** What came and what went back. */
type Moved = Pick<MoneyFigure, 'currency' | 'received' | 'returned'>;

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
  readonly messages: { readonly pending: number; readonly responseMinutes: ResponseMinutes | null };
  readonly tickets: { readonly open: number; readonly breached: number };
}

/** How long customers waited for an answer, in minutes of business time. */
export interface ResponseMinutes {
  readonly median: number;
  readonly mean: number;
}

/** How the business stands now. */
export async function dashboard(ctx: StatsContext): Promise<Dashboard> {
  requirePermission(ctx.actor, 'stats:read');
  const moment = momentOf(ctx);
  const yesterday = today(moment).subtract({ days: 1 });
  const [days, daysBefore] = lastThirtyDays(moment);
  const buckets = [days, daysBefore, ...runningMonths(moment), daysUpTo(moment), daysUpTo(moment, yesterday)];
  const [recent, before, running, earlier, all, over] = (await figuresOf(ctx.db, moment, buckets)) as SixFigures;
  return {
    users: { ...(await userTotals(ctx.db)), growth: growthOf(recent.counts.newUsers, before.counts.newUsers) },
    orders: ordersNow(all.counts, over.counts.due + (await dueToday(ctx.db, moment))),
    revenue: { month: netOf(running.money), trend: trendOf(running.money, earlier.money) },
    messages: {
      pending: recent.counts.pending,
      responseMinutes: responseMinutesOf(await waitsWithin(ctx.db, moment, days)),
    },
    tickets: await ticketsNow(ctx.db, moment),
  };
}

type SixFigures = [Figures, Figures, Figures, Figures, Figures, Figures];

const ordersNow = (all: Figures['counts'], late: number): Dashboard['orders'] => ({
  total: all.placed,
  active: all.placedActive,
  completed: all.placedCompleted,
  late,
  unassigned: all.placedUnassigned,
  toReview: all.placedToReview,
});

/** What is to be resolved, and what of it is past its next target. */
async function ticketsNow(db: Db, { now }: Moment): Promise<Dashboard['tickets']> {
  const unresolved = db.selectFrom('ticket').where('status', 'in', ['OPEN', 'IN_PROGRESS', 'WAITING']);
  const count = unresolved.select(({ fn }) => fn.countAll().as('n'));
  const open = await count.executeTakeFirstOrThrow();
  const breached = await count.where('due_key', '<', now.getTime()).executeTakeFirstOrThrow();
  return { open: numberFrom(open.n), breached: numberFrom(breached.n) };
}

/** Orders at work that were due earlier today. */
async function dueToday(db: Db, moment: Moment): Promise<number> {
  const { n } = await db
    .selectFrom('customer_order')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('status', 'in', ['PAID', 'IN_PROGRESS'])
    .where('due_key', '>=', startOfDay(today(moment), moment.timeZone).getTime())
    .where('due_key', '<', moment.now.getTime())
    .executeTakeFirstOrThrow();
  return numberFrom(n);
}

/** The middle and the mean of waits; null without any. */
export function responseMinutesOf(minutes: readonly number[]): ResponseMinutes | null {
  const median = medianOf(minutes.toSorted((a, b) => a - b));
  return median === null ? null : { median, mean: minutes.reduce((sum, each) => sum + each, 0) / minutes.length };
}

/** The last thirty local days, today included, and the thirty before them. */
export function lastThirtyDays(moment: Moment): [Bucket, Bucket] {
  const last = today(moment);
  return [
    bucketOf(last.subtract({ days: 29 }), last, moment),
    bucketOf(last.subtract({ days: 59 }), last.subtract({ days: 30 }), moment),
  ];
}

/** The running month so far, and the month before up to the same day; in a shorter month up to its last. */
export function runningMonths(moment: Moment): [Bucket, Bucket] {
  const day = today(moment);
  const before = day.subtract({ months: 1 });
  return [bucketOf(day.with({ day: 1 }), day, moment), bucketOf(before.with({ day: 1 }), before, moment)];
}

/** By what share the net grew, in each currency in which money moved. */
export const trendOf = (running: readonly Moved[], earlier: readonly Moved[]): RevenueTrend[] =>
  [...new Set(movedIn([...running, ...earlier]).map(({ currency }) => currency))].toSorted().map((currency) => {
    const net = (figures: readonly Moved[]): number => {
      const found = figures.find((each) => each.currency === currency);
      return found === undefined ? 0 : found.received - found.returned;
    };
    return { currency, growth: growthOf(net(running), net(earlier)) };
  });
