import type { Db } from '../../platform/context.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import { quantaOf } from '../occupancy/quanta.ts';
import type { BookingFault } from './verify-bookings.ts';

/**
 * Whether each five minutes that are taken belong to a time, and each time but those of other calendars has all of its own: then no two
 * overlap, since the key of a quantum is there once.
 */
export async function quantumFaults(db: Db): Promise<BookingFault[]> {
  const artisans = await db
    .selectFrom('occupancy')
    .select('artisan_id as id')
    .union(db.selectFrom('quantum').select('artisan_id as id'))
    .execute();
  const faults: BookingFault[] = [];
  for (const { id } of artisans) faults.push(...(await faultsOf(db, id)));
  return faults;
}

async function faultsOf(db: Db, artisanId: string): Promise<BookingFault[]> {
  const taken = new Map((await quantaByTime(db, artisanId)).map((row) => [row.id, row]));
  const faults: BookingFault[] = [];
  for (const { id, kind, padded_from, padded_to } of await timesOf(db, artisanId)) {
    const wanted = quantaOf({ from: instantFrom(padded_from), to: instantFrom(padded_to) });
    const has = taken.get(id);
    taken.delete(id);
    const count = numberFrom(has?.count);
    const isOutside = has !== undefined && (has.first < (wanted[0] ?? 0) || has.last > (wanted.at(-1) ?? 0));
    if (isOutside) faults.push({ kind: 'QUANTA_OUTSIDE', id });
    else if (kind !== 'EXTERNAL' && count !== wanted.length) faults.push({ kind: 'QUANTA_DIFFER', id });
  }
  if (taken.size > 0) faults.push({ kind: 'QUANTA_WITHOUT_TIME', id: artisanId });
  return faults;
}

const timesOf = (db: Db, artisanId: string) =>
  db
    .selectFrom('occupancy')
    .select(['id', 'kind', 'padded_from', 'padded_to'])
    .where('artisan_id', '=', artisanId)
    .execute();

/** How many quanta say that they are of a time, the first and the last of them. */
const quantaByTime = (db: Db, artisanId: string) =>
  db
    .selectFrom('quantum')
    .select(({ fn }) => ['occupancy_id as id', fn.countAll().as('count')])
    .select(({ fn }) => [fn.min('q').as('first'), fn.max('q').as('last')])
    .where('artisan_id', '=', artisanId)
    .groupBy('occupancy_id')
    .execute();
