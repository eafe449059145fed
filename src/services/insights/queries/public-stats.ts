import { daysUpTo } from '../buckets.ts';
import type { Figures } from '../days/figures.ts';
import { figuresOf } from '../days/figures-of.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';

export interface PublicStats {
  /** Manuscripts proofread and delivered; null while there are fewer than twenty. */
  readonly manuscripts: number | null;
  /** Their pages; null as well. */
  readonly pages: number | null;
  /** What customers gave accepted work, 1 to 5, in mean; null while fewer than twenty did. */
  readonly averageRating: number | null;
}

/** Below it a figure would say too much about single people, and too little about the business. */
export const leastShown = 20;

/** What everybody may know: nothing of money. Orders know their pages, but not their words. */
export async function publicStats(ctx: Pick<StatsContext, 'db' | 'now' | 'config'>): Promise<PublicStats> {
  const moment = momentOf(ctx);
  const [all] = (await figuresOf(ctx.db, moment, [daysUpTo(moment)])) as [Figures];
  const { placedCompleted: manuscripts, pages } = all.counts;
  const counted = manuscripts < leastShown ? { manuscripts: null, pages: null } : { manuscripts, pages };
  return { ...counted, averageRating: await averageRating(ctx) };
}

async function averageRating({ db }: Pick<StatsContext, 'db'>): Promise<number | null> {
  const { given, stars } = await db
    .selectFrom('delivery')
    .innerJoin('customer_order as o', 'o.id', 'delivery.order_id')
    .select(({ fn }) => [fn.count('rating').as('given'), fn.sum('rating').as('stars')])
    .where('delivery.status', '=', 'ACCEPTED')
    .where('o.is_demo', '=', false)
    .executeTakeFirstOrThrow();
  return meanRating(numberFrom(given), numberFrom(stars ?? 0));
}

/** To a tenth of a star. */
const meanRating = (given: number, stars: number): number | null =>
  given < leastShown ? null : Math.round((10 * stars) / given) / 10;
