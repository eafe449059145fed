import { requirePermission } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import { money, type Money } from '../../kernel/money.ts';
import { lastMonths, type Bucket } from '../buckets.ts';
import { moneyFigures, type MoneyFigure } from '../money-figures.ts';
import { orderFigures, type Baskets } from '../order-figures.ts';
import { newUsers } from '../user-figures.ts';
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

export const netOf = (figures: readonly MoneyFigure[]): Money[] =>
  figures.map(({ currency, received, returned }) => money(received - returned, currency));

/** Rounded to the nearest unit, a half away from zero. */
export const averageOf = (baskets: readonly Baskets[]): Money[] =>
  baskets.map(({ currency, count, cents }) => money(Math.round(cents / count), currency));

/** The last months, the running one included, the oldest first. Errors: INPUT_INVALID unless 1 to 60. */
export async function monthlyStats(ctx: StatsContext, { months }: { readonly months: number }): Promise<MonthStats[]> {
  requirePermission(ctx.actor, 'stats:read');
  if (!Number.isInteger(months) || months < 1 || months > 60) throw fieldError('months', months < 1 ? 'min' : 'max');
  return statsOf(ctx, lastMonths(months, momentOf(ctx)));
}

/** The figures of `monthlyStats` for any buckets. */
export async function statsOf({ db }: Pick<StatsContext, 'db'>, buckets: readonly Bucket[]): Promise<MonthStats[]> {
  const [orders, moved, users] = [
    await orderFigures(db, buckets),
    await moneyFigures(db, buckets),
    await newUsers(db, buckets),
  ];
  return buckets.map((bucket, i) => {
    const { placed, completed, cancelled, pages, baskets } = orders[i] as (typeof orders)[number];
    return {
      ...{ bucket, orders: placed, completed, cancelled, pages },
      revenue: netOf(moved[i] as MoneyFigure[]),
      newUsers: users[i] as number,
      averageBasket: averageOf(baskets),
    };
  });
}
