import type { Tx } from '../../platform/context.ts';
import { instantFrom, lockedForShare, writing } from '../../platform/orm/values.ts';
import { quantaOf, quantumMs, type Interval } from './quanta.ts';

/**
 * Lays the external busy time of a range onto the artisan's quanta, where they are free: external events overlap bookings and one
 * another, so each five minutes belong to whoever took them first. Called by whatever frees quanta, and after an import.
 */
export async function layExternalTime({ em }: Tx<'em'>, artisanId: string, range: Interval): Promise<void> {
  const { db, dialect } = writing(em);
  const laid = db
    .selectFrom('occupancy')
    .select(['id', 'padded_from as from', 'padded_to as to'])
    .where('artisan_id', '=', artisanId)
    .where('kind', '=', 'EXTERNAL')
    .where('padded_from', '<', range.to)
    .where('padded_from', '>', new Date(range.from.getTime() - longestExternalMs))
    .where('padded_to', '>', range.from)
    .orderBy('padded_from');
  // An import that removes one of them meanwhile waits: no five minutes belong to a time that is gone.
  const blocks = await lockedForShare(laid, dialect).execute();
  const rows = blocks.flatMap(({ id, from, to }) =>
    quantaOf(cut({ from: instantFrom(from), to: instantFrom(to) }, range)).map((q) => ({
      artisan_id: artisanId,
      q,
      occupancy_id: id,
    })),
  );
  if (rows.length === 0) return;
  const insert = db.insertInto('quantum').values(firstOfEach(rows));
  await (dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.doNothing())).execute();
}

/** External time is cut at local midnights when it is stored: a day of 25 hours is the longest, rounded outwards. */
const longestExternalMs = 26 * 3_600_000;

const cut = ({ from, to }: Interval, range: Interval): Interval => ({
  from: new Date(Math.max(from.getTime(), Math.floor(range.from.getTime() / quantumMs) * quantumMs)),
  to: new Date(Math.min(to.getTime(), Math.ceil(range.to.getTime() / quantumMs) * quantumMs)),
});

/** Of two blocks on one quantum the first, in ascending order. */
const firstOfEach = <R extends { readonly q: number }>(rows: readonly R[]): R[] =>
  [...new Map(rows.toReversed().map((row) => [row.q, row])).values()].sort((a, b) => a.q - b.q);
