import type { ReadContext } from '../../platform/context.ts';

type Reading = Pick<ReadContext, 'db'>;

/** The words that each of these tickets is found under, in the order of the alphabet. */
export async function tagsOf({ db }: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('ticket_tag')
    .select(['ticket_id as ticketId', 'tag'])
    .where('ticket_id', 'in', ids)
    .orderBy('tag')
    .execute();
  const grouped = Map.groupBy(rows, ({ ticketId }) => ticketId);
  return new Map([...grouped].map(([id, found]) => [id, found.map(({ tag }) => tag)]));
}
