import { jsonFrom, numberFrom } from '../orm/values.ts';
import type { Db } from '../context.ts';
import type { LiveDelivery } from './source.ts';

/** How many events are read at once. */
export const pageSize = 500;

/** The events of a stream after a cursor, in order, at most `pageSize`. */
export async function readAfter(db: Db, stream: string, after: number): Promise<LiveDelivery[]> {
  const rows = await db
    .selectFrom('live_event')
    .select(['seq', 'payload'])
    .where('stream', '=', stream)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(pageSize)
    .execute();
  return rows.map(({ seq, payload }) => ({ seq: numberFrom(seq), payload: jsonFrom(payload) }));
}

/** The last number of each stream; a stream without events is absent. One query per 500 streams. */
export async function readHeads(db: Db, streams: readonly string[]): Promise<Map<string, number>> {
  const heads = new Map<string, number>();
  for (let from = 0; from < streams.length; from += pageSize) {
    const rows = await db
      .selectFrom('live_stream')
      .select(['stream', 'last_seq'])
      .where('stream', 'in', streams.slice(from, from + pageSize))
      .execute();
    for (const { stream, last_seq } of rows) heads.set(stream, numberFrom(last_seq));
  }
  return heads;
}
