import { sql } from 'kysely';
import { insertCompiled, runCompiled } from '../orm/compiled.ts';
import type { EntityManager } from '../orm/orm.ts';
import { jsonText, writing } from '../orm/values.ts';

/** One live event: `seq` counts 1, 2, 3 … within its stream, in the order of commits, without a gap. */
export interface LivePublication {
  readonly stream: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly seq: number;
}

/**
 * Numbers each event within its stream and writes it, in the transaction of the change. The stream's row is locked from
 * here to the commit, so that numbers follow the order of commits. Streams are locked in one order: no deadlock.
 */
export async function appendLive(
  em: EntityManager,
  events: readonly LivePublication[],
  now: Date,
): Promise<LivePublication[]> {
  if (events.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { stream } of events) counts.set(stream, (counts.get(stream) ?? 0) + 1);
  const last = await advance(em, new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1))));
  const placed = events.map((event) => {
    const seq = (last.get(event.stream) as number) + 1;
    last.set(event.stream, seq);
    return { ...event, seq };
  });
  for (const chunk of chunksOf(placed)) {
    const rows = chunk.map(({ stream, seq, payload }) => ({
      stream,
      seq,
      payload: jsonText({ ...payload }),
      created_at: now,
    }));
    const { db } = writing(em);
    await insertCompiled(db, 'live_event', { rows, make: () => db.insertInto('live_event').values(rows) });
  }
  return placed;
}

/** Advances each stream by its count, and returns its previous number. */
async function advance(em: EntityManager, counts: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const before = new Map<string, number>();
  for (const chunk of chunksOf([...counts])) {
    for (const row of await moveOn(em, chunk))
      before.set(row.stream, Number(row.last_seq) - (counts.get(row.stream) as number));
  }
  return before;
}

/**
 * Adds to the counters of these streams and returns the new values; MySQL cannot return what it has updated, so it is
 * queried again.
 */
async function moveOn(em: EntityManager, counts: readonly (readonly [string, number])[]): Promise<Moved[]> {
  const { db, dialect } = writing(em);
  const rows = counts.map(([stream, count]) => ({ stream, last_seq: count }));
  const insert = () => db.insertInto('live_stream').values(rows);
  if (dialect === 'sqlite')
    return insertCompiled<Moved>(db, 'live_stream', {
      rows,
      make: () =>
        insert()
          .onConflict((conflict) =>
            conflict.column('stream').doUpdateSet({ last_seq: sql`live_stream.last_seq + excluded.last_seq` }),
          )
          .returning(['stream', 'last_seq']),
    });
  await insertCompiled(db, 'live_stream', {
    rows,
    make: () => insert().onDuplicateKeyUpdate({ last_seq: sql`last_seq + values(last_seq)` }),
  });
  const streams = counts.map(([stream]) => stream);
  return runCompiled<Moved>(db, {
    key: `live_stream of ${streams.length}`,
    values: streams,
    make: () => db.selectFrom('live_stream').select(['stream', 'last_seq']).where('stream', 'in', streams),
  });
}

interface Moved {
  readonly stream: string;
  readonly last_seq: unknown;
}

const chunkSize = 500;

const chunksOf = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / chunkSize) }, (_, i) => list.slice(i * chunkSize, (i + 1) * chunkSize));
