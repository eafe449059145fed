import type { Db, LiveTopic, Tx } from './context.ts';

/**
 * Counts the changes of what everyone may read: its stream grows by one in the transaction of each of them. An answer that was kept
 * stands as long as the number does, in every process; nobody listens to it.
 */
const contentChanged: LiveTopic = { name: 'contentChanged' };
const key = 'all';

/** Every use case that changes what everyone may read does this. */
export const touchContent = ({ publish }: Tx<'publish'>): void => publish(contentChanged, key, {});

/** How often it was changed. */
export async function contentRevision(db: Db): Promise<number> {
  const row = await db
    .selectFrom('live_stream')
    .select('last_seq')
    .where('stream', '=', `${contentChanged.name}:${key}`)
    .executeTakeFirst();
  return Number(row?.last_seq ?? 0);
}
