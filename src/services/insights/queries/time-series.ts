import { requirePermission } from '../../access/actor.ts';
import type { BucketUnit } from '../../kernel/calendar-units.ts';
import { money, type Money } from '../../kernel/money.ts';
import { bucketsOf, growthOf, type Bucket, type Period } from '../buckets.ts';
import { sumOf, type Figures } from '../days/figures.ts';
import { figuresOf } from '../days/figures-of.ts';
import { usersBefore } from '../user-figures.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';
import { movedIn, netOf } from './monthly-stats.ts';

export interface AskSeries extends Period {
  readonly bucket: BucketUnit;
}

export interface RevenuePoint {
  readonly bucket: Bucket;
  readonly value: readonly Money[];
}

export interface RevenueStats {
  readonly points: readonly RevenuePoint[];
  readonly received: readonly Money[];
  readonly returned: readonly Money[];
  readonly net: readonly Money[];
}

/** Money received minus money that went back, by the day of each. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE. */
export async function revenueStats(ctx: StatsContext, { bucket, ...period }: AskSeries): Promise<RevenueStats> {
  requirePermission(ctx.actor, 'stats:read');
  const buckets = bucketsOf(period, bucket, momentOf(ctx));
  const figures = await figuresOf(ctx.db, momentOf(ctx), buckets);
  const points = buckets.map((each, i) => ({ bucket: each, value: netOf((figures[i] as Figures).money) }));
  const whole = movedIn(sumOf(figures).money);
  return {
    points,
    received: whole.map(({ currency, received }) => money(received, currency)),
    returned: whole.map(({ currency, returned }) => money(returned, currency)),
    net: netOf(whole),
  };
}

export interface UserPoint {
  readonly bucket: Bucket;
  readonly value: number;
}

export interface UserGrowth {
  readonly points: readonly UserPoint[];
  /** Accounts made within the period. */
  readonly total: number;
  /** Accounts, without erased ones, before the period and at its end. */
  readonly before: number;
  readonly after: number;
  readonly growth: number | null;
}

/** Accounts made, day by day or month by month. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE. */
export async function userGrowth(ctx: StatsContext, { bucket, ...period }: AskSeries): Promise<UserGrowth> {
  requirePermission(ctx.actor, 'stats:read');
  const buckets = bucketsOf(period, bucket, momentOf(ctx));
  const made = (await figuresOf(ctx.db, momentOf(ctx), buckets)).map(({ counts }) => counts.newUsers);
  const [first, last] = [buckets[0] as Bucket, buckets.at(-1) as Bucket];
  const [before = 0, after = 0] = await usersBefore(ctx.db, [first.from, last.to]);
  return {
    points: buckets.map((each, i) => ({ bucket: each, value: made[i] as number })),
    total: made.reduce((sum, value) => sum + value, 0),
    ...{ before, after, growth: growthOf(after, before) },
  };
}
