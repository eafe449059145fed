import { peopleByIds, type Person } from '../../identity/index.ts';
import type { Db, ReadContext } from '../../platform/context.ts';

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

/** Who of the team watches a ticket, in the order in which they began. */
export async function watcherIdsOf(db: Db, ticketId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ticket_watcher')
    .select('user_id as userId')
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute();
  return rows.map(({ userId }) => userId);
}

/** The same of each of these tickets. */
export async function watchersOf(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Person[]>> {
  const rows = await ctx.db
    .selectFrom('ticket_watcher')
    .select(['ticket_id as ticketId', 'user_id as userId'])
    .where('ticket_id', 'in', ids)
    .orderBy('id')
    .execute();
  const people = await peopleByIds(
    ctx,
    rows.map(({ userId }) => userId),
  );
  const grouped = Map.groupBy(rows, ({ ticketId }) => ticketId);
  return new Map([...grouped].map(([id, found]) => [id, found.flatMap(({ userId }) => people.get(userId) ?? [])]));
}
