import { localDateOf } from '../kernel/format.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Config } from './config.ts';
import type { Db, LiveTopic, Tx } from './context.ts';
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

/** A local date stays the same for a minute at least: to ask for it each time costs as much as the statement. */
function createCalendar(timeZone: string): (now: Date) => string {
  let last = { minute: NaN, date: '' };
  return (now) => {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== last.minute) last = { minute, date: localDateOf(now, timeZone) };
    return last.date;
  };
}

/**
 * Moves on with each change, and when a price or a version of the seller with a day to come comes into force, which no commit says. One statement: every
 * request that may be answered from memory waits for it.
 */
export function contentRevisions({ db, clock, config }: RevisionParts): () => Promise<number> {
  const today = createCalendar(config.TIME_ZONE);
  return () => readRevision(db(), { now: clock.now(), today: today(clock.now()) });
}

interface RevisionParts {
  readonly db: () => Db;
  readonly clock: Clock;
  readonly config: Pick<Config, 'TIME_ZONE'>;
}

async function readRevision(db: Db, { now, today }: { readonly now: Date; readonly today: string }): Promise<number> {
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
