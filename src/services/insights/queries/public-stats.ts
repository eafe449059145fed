import { daysUpTo } from '../buckets.ts';
import type { Figures } from '../days/figures.ts';
import { figuresOf } from '../days/figures-of.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';

export interface PublicStats {
  /** Manuscripts proofread and delivered; null while there are fewer than twenty. */
  readonly manuscripts: number | null;
  /** Their pages; null as well. */
  readonly pages: number | null;
}

/** Below it a figure would say too much about single people, and too little about the business. */
export const leastShown = 20;

/** What everybody may know: nothing of money. Orders know their pages, but not their words. */
export async function publicStats(ctx: Pick<StatsContext, 'db' | 'now' | 'config'>): Promise<PublicStats> {
  const moment = momentOf(ctx);
  const [all] = (await figuresOf(ctx.db, moment, [daysUpTo(moment)])) as [Figures];
  const { placedCompleted: manuscripts, pages } = all.counts;
  return manuscripts < leastShown ? { manuscripts: null, pages: null } : { manuscripts, pages };
}
