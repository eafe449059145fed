import type { Tx } from '../../platform/context.ts';
import { newId } from '../../kernel/ids.ts';
import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';
import { insertCompiled } from '../../platform/orm/compiled.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import { dayMs, edgeOf, localDayOf } from '../availability/local-days.ts';
import { slotFreed } from '../events.ts';
import { publishAgenda } from '../live.ts';
import { layExternalTime } from './external-time.ts';
import { quantumMs, type Interval } from './quanta.ts';

/** A time that something outside takes. */
export interface ExternalBlock extends Interval {
  readonly id: string;
}

export interface ExternalChange {
  readonly artisanId: string;
  /** IANA, of the artisan. */
  readonly timeZone: string;
  /** Blocks that take no time any more. */
  readonly gone: readonly string[];
  readonly added: readonly ExternalBlock[];
}

type Changing = Tx<'em' | 'now' | 'emit' | 'publish'>;

/** Statements of some hundred rows: between them the event loop runs. */
const chunkSize = 100;

/**
 * Replaces external busy time in one transaction: what is gone is freed, what is new is laid, and where another calendar or another event
 * has the same time it stays taken. Bookings keep what they have.
 */
export async function changeExternalTime(tx: Changing, change: ExternalChange): Promise<void> {
  const { artisanId, gone, added } = change;
  const freed: Interval[] = [];
  for (const ids of chunks(gone)) freed.push(...(await removeTimes(tx, artisanId, ids)));
  const pieces = added.flatMap((block) => piecesOf(block, change.timeZone));
  for (const some of chunks(pieces)) await insertTimes(tx, artisanId, some);
  for (const stretch of stretchesOf([...freed, ...pieces.map(onGrid)])) {
    await yieldToEventLoop();
    await layExternalTime(tx, artisanId, stretch);
  }
  for (const { from, to } of united(freed))
    if (to > tx.now) tx.emit(slotFreed, { artisanId, from: from.toISOString(), to: to.toISOString() });
  if (freed.length + pieces.length > 0) publishAgenda(tx, artisanId);
}

function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += chunkSize) yield all.slice(at, at + chunkSize);
}

/** The intervals first, which waits for whoever is laying them, then their quanta. */
async function removeTimes({ em }: Changing, artisanId: string, blockIds: readonly string[]): Promise<Interval[]> {
  await yieldToEventLoop();
  const { db } = writing(em);
  const rows = await db
    .selectFrom('occupancy')
    .select(['id', 'padded_from as from', 'padded_to as to'])
    .where('reference_id', 'in', blockIds)
    .where('kind', '=', 'EXTERNAL')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const times = rows.map(({ from, to }) => ({ from: instantFrom(from), to: instantFrom(to) }));
  await db.deleteFrom('occupancy').where('id', 'in', ids).execute();
  for (const { from, to } of stretchesOf(times))
    await db
      .deleteFrom('quantum')
      .where('artisan_id', '=', artisanId)
      .where('q', '>=', from.getTime() / quantumMs)
      .where('q', '<', to.getTime() / quantumMs)
      .where('occupancy_id', 'in', ids)
      .execute();
  return times;
}

async function insertTimes({ em, now }: Changing, artisanId: string, pieces: readonly ExternalBlock[]): Promise<void> {
  await yieldToEventLoop();
  const { db } = writing(em);
  const rows = pieces.map((piece) => {
    const { from, to } = onGrid(piece);
    return {
      ...{ id: newId(), created_at: now, version: 1, artisan_id: artisanId, kind: 'EXTERNAL' as const },
      ...{ starts_at: piece.from, ends_at: piece.to, padded_from: from, padded_to: to },
      ...{ reference_id: piece.id, hold_until: null },
    };
  });
  await insertCompiled(db, 'occupancy external', { rows, make: () => db.insertInto('occupancy').values(rows) });
}

/** Longer than a day, it is cut at local midnights: what is read of a range then begins at most a day before it. */
function piecesOf({ id, from, to }: ExternalBlock, zone: string): ExternalBlock[] {
  if (to.getTime() - from.getTime() <= dayMs) return [{ id, from, to }];
  const first = localDayOf(zone, from.getTime());
  const count = localDayOf(zone, to.getTime() - 1) - first + 1;
  const edges = Array.from({ length: count - 1 }, (_, i) => new Date(edgeOf(zone, first + i + 1, 0)));
  const ends = [...edges, to];
  return [from, ...edges]
    .map((start, i) => ({ id, from: start, to: ends[i] ?? to }))
    .filter((piece) => piece.to > piece.from);
}

/** Rounded outwards to the five minutes on which times exclude one another. */
const onGrid = ({ from, to }: Interval): Interval => ({
  from: new Date(Math.floor(from.getTime() / quantumMs) * quantumMs),
  to: new Date(Math.ceil(to.getTime() / quantumMs) * quantumMs),
});

/** Apart from one another, ascending. */
function united(intervals: readonly Interval[]): Interval[] {
  const apart: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = apart.at(-1);
    if (last === undefined || next.from > last.to) apart.push(next);
    else if (next.to > last.to) apart[apart.length - 1] = { from: last.from, to: next.to };
  }
  return apart;
}

/** The same, joined where less than some hours lie between and cut where they are long: one statement for each, of some hundred rows. */
function stretchesOf(intervals: readonly Interval[]): Interval[] {
  const stretches: Interval[] = [];
  for (const next of united(intervals)) {
    const last = stretches.at(-1);
    if (last !== undefined && next.to.getTime() - last.from.getTime() <= dayMs)
      stretches[stretches.length - 1] = { from: last.from, to: next.to };
    else stretches.push(...daysOf(next));
  }
  return stretches;
}

function daysOf({ from, to }: Interval): Interval[] {
  const count = Math.ceil((to.getTime() - from.getTime()) / dayMs);
  return Array.from({ length: count }, (_, i) => ({
    from: new Date(from.getTime() + i * dayMs),
    to: new Date(Math.min(to.getTime(), from.getTime() + (i + 1) * dayMs)),
  }));
}
