import { jsonFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** The local days on which what invoices are for was supplied, as they were issued; by invoice, those that say one. */
export async function suppliedDaysOf(
  { db }: Pick<ReadContext, 'db'>,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('invoice').select(['id', 'document']).where('id', 'in', invoiceIds).execute();
  return new Map(
    rows.flatMap(({ id, document }) => {
      const { suppliedOn } = jsonFrom<{ readonly suppliedOn?: string }>(document);
      return suppliedOn === undefined ? [] : [[id, suppliedOn] as const];
    }),
  );
}
