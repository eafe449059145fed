import type { LiveTopic, ReadContext, Tx } from './context.ts';
import { numberFrom } from './orm/values.ts';

/**
 * Counts the changes of what everyone may read: its stream grows by one in the transaction of each of them. An answer that was kept
 * stands as long as the number does, in every process; nobody listens to it.
 */
const contentChanged: LiveTopic = { name: 'contentChanged' };
const key = 'all';

/** Every use case that changes what everyone may read does this. */
export const touchContent = ({ publish }: Tx<'publish'>): void => publish(contentChanged, key, {});

/** So many prices come into force between two changes at most. */
const mostPrices = 10_000;

/**
 * Moves on with each change, and when a price with a day to come comes into force, which no commit says. One statement: every
 * request that may be answered from memory waits for it.
 */
export async function contentRevision({ db, now }: Pick<ReadContext, 'db' | 'now'>): Promise<number> {
  const { changes, inForce } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('live_stream').select('last_seq').where('stream', '=', `${contentChanged.name}:${key}`).as('changes'),
      selectFrom('price_item').select(fn.countAll().as('n')).where('valid_from', '<=', now).as('inForce'),
    ])
    .executeTakeFirstOrThrow();
  return numberFrom(changes) * mostPrices + numberFrom(inForce);
}
