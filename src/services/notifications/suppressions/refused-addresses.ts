import type { ReadContext } from '../../platform/context.ts';

/** Those of these addresses that no mail is sent to any more. */
export async function refusedAddresses(
  { db }: Pick<ReadContext, 'db'>,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, true>> {
  const rows = await db
    .selectFrom('email_suppression')
    .select('address')
    .where('scope', '=', 'EVERYTHING')
    .where('address', 'in', addresses)
    .execute();
  return new Map(rows.map(({ address }) => [address as string, true]));
}
