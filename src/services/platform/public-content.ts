import { localDateOf } from '../kernel/format.ts';
import type { AppContext, LiveTopic, Tx } from './context.ts';
import { runCompiled, type RowOf } from './orm/compiled.ts';
import { numberFrom } from './orm/values.ts';

/**
 * Counts the changes of what everyone may read: its stream grows by one in the transaction of each of them. An answer that was kept
 * stands as long as the number does, in every process; nobody listens to it.
 */
const contentChanged: LiveTopic = { name: 'contentChanged' };
const key = 'all';
const stream = `${contentChanged.name}:${key}`;

/** Every use case that changes what everyone may read does this. */
export const touchContent = ({ publish }: Tx<'publish'>): void => publish(contentChanged, key, {});

/** So many prices and versions of the seller come into force between two changes at most. */
const mostInForce = 10_000;

/**
 * Moves on with each change, and when a price or a version of the seller with a day to come comes into force, which no commit says. One statement: every
 * request that may be answered from memory waits for it.
 */
export async function contentRevision({ db, now, config }: Pick<AppContext, 'db' | 'now' | 'config'>): Promise<number> {
  const today = localDateOf(now, config.TIME_ZONE);
  const make = () =>
    db.selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('live_stream').select('last_seq').where('stream', '=', stream).as('changes'),
      selectFrom('price_item').select(fn.countAll().as('n')).where('valid_from', '<=', now).as('inForce'),
      selectFrom('seller').select(fn.countAll().as('n')).where('valid_from', '<=', today).as('sellers'),
    ]);
  const [row] = await runCompiled<RowOf<typeof make>>(db, {
    key: 'content revision',
    values: [stream, now, today],
    make,
  });
  return numberFrom(row?.changes) * mostInForce + numberFrom(row?.inForce) + numberFrom(row?.sellers);
}
