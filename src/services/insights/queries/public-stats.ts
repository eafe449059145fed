import { numberFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface PublicStats {
  /** Manuscripts proofread and delivered; null while there are fewer than twenty. */
  readonly manuscripts: number | null;
}

/** Below it a figure would say too much about single people, and too little about the business. */
export const leastShown = 20;

/** What everybody may know: nothing of money. */
export async function publicStats({ db }: Pick<ReadContext, 'db'>): Promise<PublicStats> {
  const { n } = await db
    .selectFrom('customer_order')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('status', '=', 'COMPLETED')
    .executeTakeFirstOrThrow();
  const manuscripts = numberFrom(n);
  return { manuscripts: manuscripts < leastShown ? null : manuscripts };
}
