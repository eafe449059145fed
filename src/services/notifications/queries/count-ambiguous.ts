import { numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';

/** How many attempts ended without our knowing whether the mail left; for the metric `outbox_ambiguous_total`. */
export async function countAmbiguousDeliveries(db: Db): Promise<number> {
  const row = await db
    .selectFrom('email_delivery')
    .select((eb) => eb.fn.sum('ambiguities').as('sum'))
    .executeTakeFirst();
  return numberFrom(row?.sum);
}
