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
  const times = await timesOf(db, artisanId);
  const unlaid = await unlaidFaults(db, artisanId, times);
  const faults = [...times.flatMap((time) => faultOf(time, taken.get(time.id))), ...unlaid];
  const known = new Set(times.map(({ id }) => id));
  return [...taken.keys()].every((id) => known.has(id))
    ? faults
    : [...faults, { kind: 'QUANTA_WITHOUT_TIME', id: artisanId }];
}

/** Times of other calendars of which five minutes are free: they are laid wherever nobody else is. */
async function unlaidFaults(db: Db, artisanId: string, times: readonly Time[]): Promise<BookingFault[]> {
  const external = times.filter(({ kind }) => kind === 'EXTERNAL');
  if (external.length === 0) return [];
  const rows = await db.selectFrom('quantum').select('q').where('artisan_id', '=', artisanId).execute();
  const taken = new Set(rows.map(({ q }) => q));
  return external
    .filter(({ padded_from, padded_to }) =>
      quantaOf({ from: instantFrom(padded_from), to: instantFrom(padded_to) }).some((q) => !taken.has(q)),
    )
    .map(({ id }) => ({ kind: 'EXTERNAL_NOT_LAID', id }));
}

/** What is wrong with the quanta of a time; those of another calendar are laid only where it is free. */
function faultOf({ id, kind, padded_from, padded_to }: Time, has: Quanta | undefined): BookingFault[] {
  const wanted = quantaOf({ from: instantFrom(padded_from), to: instantFrom(padded_to) });
  const [first = 0] = wanted;
  if (has !== undefined && (has.first < first || has.last >= first + wanted.length))
    return [{ kind: 'QUANTA_OUTSIDE', id }];
  const isWhole = numberFrom(has?.count) === wanted.length;
  return kind === 'EXTERNAL' || isWhole ? [] : [{ kind: 'QUANTA_DIFFER', id }];
}

type Time = Awaited<ReturnType<typeof timesOf>>[number];
type Quanta = Awaited<ReturnType<typeof quantaByTime>>[number];

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
