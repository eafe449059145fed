import { requirePermission } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import { money, type Money } from '../../kernel/money.ts';
import { lastMonths, type Bucket } from '../buckets.ts';
import type { Figures, MoneyFigure } from '../days/figures.ts';
import { figuresOf } from '../days/figures-of.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';

export interface MonthStats {
  readonly bucket: Bucket;
  readonly orders: number;
  readonly completed: number;
  readonly cancelled: number;
  readonly revenue: readonly Money[];
  readonly newUsers: number;
  readonly pages: number;
  readonly averageBasket: readonly Money[];
}

/** Currencies in which money came or went back: an order that was paid elsewhere has a price, but moved none. */
export const movedIn = <F extends Pick<MoneyFigure, 'received' | 'returned'>>(figures: readonly F[]): F[] =>
  figures.filter(({ received, returned }) => received !== 0 || returned !== 0);

export const netOf = (figures: readonly MoneyFigure[]): Money[] =>
  movedIn(figures).map(({ currency, received, returned }) => money(received - returned, currency));

/** Rounded to the nearest unit, a half away from zero. */
export const averageOf = (figures: readonly MoneyFigure[]): Money[] =>
  figures
    .filter(({ baskets }) => baskets > 0)
    .map(({ currency, baskets, basketCents }) => money(Math.round(basketCents / baskets), currency));

/** The last months, the running one included, the oldest first. Errors: INPUT_INVALID unless 1 to 60. */
export async function monthlyStats(ctx: StatsContext, { months }: { readonly months: number }): Promise<MonthStats[]> {
  requirePermission(ctx.actor, 'stats:read');
  if (!Number.isInteger(months) || months < 1 || months > 60) throw fieldError('months', months < 1 ? 'min' : 'max');
  return statsOf(ctx, lastMonths(months, momentOf(ctx)));
}

/** The figures of `monthlyStats` for any buckets. */
export async function statsOf(
  ctx: Pick<StatsContext, 'db' | 'now' | 'config'>,
  buckets: readonly Bucket[],
): Promise<MonthStats[]> {
  const figures = await figuresOf(ctx.db, momentOf(ctx), buckets);
  return buckets.map((bucket, i) => {
    const { counts, money: moved } = figures[i] as Figures;
    const { placed, completed, cancelled, pages, newUsers } = counts;
    return {
      ...{ bucket, orders: placed, completed, cancelled, pages, newUsers },
      ...{ revenue: netOf(moved), averageBasket: averageOf(moved) },
    };
  });
}
