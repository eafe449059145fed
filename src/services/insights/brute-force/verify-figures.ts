import { isDeepStrictEqual } from 'node:util';
import { system } from '../../access/actor.ts';
import type { AppContext } from '../../platform/context.ts';
import { hasAny, Sum, type Figures } from '../days/figures.ts';
import { addKept, isKept, keptDays, keptWaits, type Kept } from '../days/kept-days.ts';
import { bucketsOf, lastMonths, today, wholeOf, type Bucket } from '../buckets.ts';
import { dashboard, lastThirtyDays, responseMinutesOf, runningMonths, trendOf } from '../queries/dashboard.ts';
import { monthlyStats } from '../queries/monthly-stats.ts';
import { orderFunnel } from '../queries/order-funnel.ts';
import { orderPerformance } from '../queries/order-performance.ts';
import { leastShown, publicStats } from '../queries/public-stats.ts';
import { proofreaderWorkload } from '../queries/proofreader-workload.ts';
import { receivablesAgeing } from '../queries/receivables-ageing.ts';
import { revenueStats, userGrowth } from '../queries/time-series.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';
import type { Money } from '../../kernel/money.ts';
import { thresholds } from '../thresholds/limits.ts';
import { Recount } from './recount.ts';
import { recountDays } from './recount-days.ts';
import { recountUnionSales } from './recount-union.ts';
import { byName, recountPerformance } from './recount-performance.ts';
import { readRows } from './rows.ts';

/** A figure as its query gives it, and as single rows say it. */
export interface Compared {
  readonly figure: string;
  readonly isEqual: boolean;
  readonly given: unknown;
  readonly counted: unknown;
}

type Check = (ctx: StatsContext, recount: Recount) => Promise<readonly [given: unknown, counted: unknown]>;

/** The last year up to today. */
function lastYear(ctx: StatsContext): { readonly from: string; readonly to: string } {
  const to = today(momentOf(ctx));
  return { from: to.subtract({ years: 1 }).add({ days: 1 }).toString(), to: to.toString() };
}

const checks: Readonly<Record<string, Check>> = {
  dashboard: async (ctx, recount) => {
    const moment = momentOf(ctx);
    const [last, before] = lastThirtyDays(moment);
    const [running, earlier] = runningMonths(moment);
    return [
      await dashboard(ctx),
      {
        users: recount.users(last, before),
        orders: recount.orders(),
        revenue: { month: recount.net(running), trend: trendOf(recount.money(running), recount.money(earlier)) },
        messages: {
          pending: recount.messages.pending().filter((at) => at >= last.from && at < last.to).length,
          responseMinutes: responseMinutesOf(
            recount.messages
              .answers(moment.timeZone)
              .filter(({ at }) => at >= last.from && at < last.to)
              .map(({ minutes }) => minutes),
          ),
        },
        tickets: recount.tickets(moment.now),
      },
    ];
  },
  monthlyStats: async (ctx, recount) => [
    await monthlyStats(ctx, { months: 24 }),
    lastMonths(24, momentOf(ctx)).map((bucket) => recount.month(bucket)),
  ],
  revenueStats: async (ctx, recount) => {
    const buckets = bucketsOf(lastYear(ctx), 'DAY', momentOf(ctx));
    const { points } = await revenueStats(ctx, { ...lastYear(ctx), bucket: 'DAY' });
    return [points, buckets.map((bucket) => ({ bucket, value: recount.net(bucket) }))];
  },
  userGrowth: async (ctx, recount) => {
    const buckets = bucketsOf(lastYear(ctx), 'WEEK', momentOf(ctx));
    const [first, last] = [buckets[0] as Bucket, buckets.at(-1) as Bucket];
    const { points, before, after } = await userGrowth(ctx, { ...lastYear(ctx), bucket: 'WEEK' });
    const counted = buckets.map((bucket) => ({ bucket, value: recount.newUsers(bucket) }));
    return [
      { points, before, after },
      { points: counted, before: recount.usersAt(first.from), after: recount.usersAt(last.to) },
    ];
  },
  orderPerformance: async (ctx, recount) => {
    const given = await orderPerformance(ctx, lastYear(ctx));
    const counted = recountPerformance(recount, wholeOf(lastYear(ctx), momentOf(ctx)));
    return [{ ...given, rows: given.rows.toSorted(byName) }, counted];
  },
  orderFunnel: async (ctx, recount) => [
    (await orderFunnel(ctx, lastYear(ctx))).steps,
    recount.funnel(wholeOf(lastYear(ctx), momentOf(ctx))),
  ],
  proofreaderWorkload: async (ctx, recount) => [await proofreaderWorkload(ctx), recount.workloads()],
  receivablesAgeing: async (ctx, recount) => [await receivablesAgeing(ctx), recount.receivables()],
  thresholds: async (ctx, recount) => {
    const day = today(momentOf(ctx));
    const year = wholeOf({ from: `${day.year}-01-01`, to: day.toString() }, momentOf(ctx));
    const given = await thresholds(ctx);
    const received = ({ currency }: Money): number =>
      recount.net(year).find((each) => each.currency === currency)?.amount ?? 0;
    const inUnion = await recountUnionSales(ctx.db, year);
    return [
      given.map(({ revenue }) => revenue),
      given.map(({ limitRow, revenue }) => ({
        ...revenue,
        amount: limitRow.kind === 'UNION_ELECTRONIC' ? inUnion : received(revenue),
      })),
    ];
  },
  publicStats: async (ctx, recount) => {
    const { completed } = recount.orders();
    const { pages } = recount.completed();
    const counted = completed < leastShown ? { manuscripts: null, pages: null } : { manuscripts: completed, pages };
    return [await publicStats(ctx), { ...counted, averageRating: recount.averageRating() }];
  },
  keptDays: async ({ db, ...ctx }, recount) => {
    const kept = await keptDays(db, momentOf(ctx));
    const given = new Map<string, Sum>();
    await addKept(db, ['', kept.through ?? ''], (day) => given.getOrInsertComputed(day, () => new Sum()));
    const sums = [...given].map(([day, sum]) => [day, sum.figures()] as const);
    return [shownDays(kept, sums), shownDays(kept, [...recountDays(recount)])];
  },
  keptWaits: async ({ db, ...ctx }, recount) => {
    const moment = momentOf(ctx);
    const kept = await keptDays(db, moment);
    const answers = Map.groupBy(recount.messages.answers(moment.timeZone), ({ at }) => recount.dayOf(at));
    const counted = [...answers].map(([day, those]) => [day, those.map(({ minutes }) => minutes)] as const);
    const given = [...(await keptWaits(db, ['', kept.through ?? '']))].filter(([, waits]) => waits.length > 0);
    const sorted = (days: readonly (readonly [string, readonly number[]])[]) =>
      daysIn(kept, days).map(([day, waits]) => [day, waits.toSorted((a, b) => a - b)]);
    return [sorted(given), sorted(counted)];
  },
};

/** The days that count as kept, in their order. */
const daysIn = <T>(kept: Kept, days: readonly (readonly [string, T])[]): (readonly [string, T])[] =>
  days.filter(([day]) => isKept(kept, day)).toSorted(([a], [b]) => (a < b ? -1 : 1));

const shownDays = (kept: Kept, days: readonly (readonly [string, Figures])[]) =>
  daysIn(kept, days).filter(([, figures]) => hasAny(figures));

/** Averages of a database are rounded to four decimals by one of them. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, each: unknown) =>
      typeof each === 'number' ? Math.round(each * 1_000) / 1_000 : each,
    ),
  );

/** Computes every figure twice: by its query, and from all rows one by one. */
export async function verifyFigures(ctx: Pick<AppContext, 'db' | 'now' | 'config'>): Promise<Compared[]> {
  const reader: StatsContext = { ...ctx, actor: system };
  const recount = new Recount(await readRows(ctx.db), momentOf(ctx));
  const compared: Compared[] = [];
  for (const [figure, check] of Object.entries(checks)) {
    const [given, counted] = (await check(reader, recount)).map(rounded);
    compared.push({ figure, isEqual: isDeepStrictEqual(given, counted), given, counted });
  }
  return compared;
}
