import type { OccupancyKind } from '../../../entities/scheduling/occupancy.entity.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { insertCompiled } from '../../platform/orm/compiled.ts';
import { instantFrom, numberFrom, writing } from '../../platform/orm/values.ts';
import { isTaken } from './is-taken.ts';
import { layExternalTime } from './external-time.ts';
import { quantaOf, type Interval } from './quanta.ts';

/** A time of an artisan that something takes, with the minutes that must stay free around it. */
export interface TimeToTake {
  readonly artisanId: string;
  readonly kind: Exclude<OccupancyKind, 'EXTERNAL'>;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** The booking or the hold. */
  readonly referenceId: string;
  /** When it ends by itself. */
  readonly holdUntil?: Date | null;
}

const minuteMs = 60_000;

/** From the first minute that must be free to the last. */
export const paddedInterval = (time: Omit<TimeToTake, 'artisanId' | 'kind' | 'referenceId'>): Interval => ({
  from: new Date(time.startsAt.getTime() - time.bufferBeforeMinutes * minuteMs),
  to: new Date(time.endsAt.getTime() + time.bufferAfterMinutes * minuteMs),
});

/**
 * Takes a time, or answers false when any five minutes of it are taken. The quanta are written in one statement, ascending, and
 * should be the first write of the transaction: whoever comes second is refused by their key, without a lock of ours.
 */
export async function occupy({ em, now }: Tx<'em' | 'now'>, time: TimeToTake): Promise<boolean> {
  const { db } = writing(em);
  const id = newId();
  const padded = paddedInterval(time);
  const quanta = quantaOf(padded).map((q) => ({ artisan_id: time.artisanId, q, occupancy_id: id }));
  try {
    await insertCompiled(db, 'quantum', { rows: quanta, make: () => db.insertInto('quantum').values(quanta) });
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
  const row = {
    ...{ id, created_at: now, version: 1, artisan_id: time.artisanId, kind: time.kind },
    ...{ starts_at: time.startsAt, ends_at: time.endsAt, padded_from: padded.from, padded_to: padded.to },
    ...{ reference_id: time.referenceId, hold_until: time.holdUntil ?? null },
  };
  await insertCompiled(db, 'occupancy', { rows: [row], make: () => db.insertInto('occupancy').values(row) });
  return true;
}

/**
 * Frees whatever a booking or a hold takes, and lays the external busy time of that range back, in the same transaction. Answers the
 * ranges that became free.
 */
export async function release({ em }: Tx<'em'>, referenceId: string): Promise<readonly Interval[]> {
  const { db } = writing(em);
  const taken = await db
    .selectFrom('occupancy')
    .select(['id', 'artisan_id as artisanId', 'padded_from as from', 'padded_to as to'])
    .where('reference_id', '=', referenceId)
    .where('kind', '<>', 'EXTERNAL')
    .execute();
  const freed: Interval[] = [];
  for (const { id, artisanId, from, to } of taken) {
    const padded = { from: instantFrom(from), to: instantFrom(to) };
    await freeQuanta({ em }, { id, artisanId, padded });
    await db.deleteFrom('occupancy').where('id', '=', id).execute();
    await layExternalTime({ em }, artisanId, padded);
    freed.push(padded);
  }
  return freed;
}

/** By the primary key: the range of one artisan, and within it what this occupancy has. */
export async function freeQuanta(
  { em }: Tx<'em'>,
  { id, artisanId, padded }: { readonly id: string; readonly artisanId: string; readonly padded: Interval },
): Promise<void> {
  const quanta = quantaOf(padded);
  await writing(em)
    .db.deleteFrom('quantum')
    .where('artisan_id', '=', artisanId)
    .where('q', '>=', quanta[0] ?? 0)
    .where('q', '<=', quanta.at(-1) ?? 0)
    .where('occupancy_id', '=', id)
    .execute();
}

/** Sets when a kept time ends by itself; null once it stands. */
export async function keepUntil({ em }: Tx<'em'>, referenceId: string, holdUntil: Date | null): Promise<void> {
  await writing(em)
    .db.updateTable('occupancy')
    .set({ hold_until: holdUntil })
    .where('reference_id', '=', referenceId)
    .where('kind', '<>', 'EXTERNAL')
    .execute();
}

/** A kept slot becomes a booking: what was taken stays taken, by another thing. False when it is not the time that the booking takes. */
export async function handOver({ em }: Tx<'em'>, from: string, time: TimeToTake): Promise<boolean> {
  const padded = paddedInterval(time);
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('occupancy')
    .set({ kind: time.kind, reference_id: time.referenceId, hold_until: time.holdUntil ?? null })
    .where('reference_id', '=', from)
    .where('kind', '=', 'HOLD')
    .where('ends_at', '=', time.endsAt)
    .where('padded_from', '=', padded.from)
    .where('padded_to', '=', padded.to)
    .executeTakeFirstOrThrow();
  return numberFrom(numUpdatedRows) === 1;
}
