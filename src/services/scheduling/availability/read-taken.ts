import type { Db } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { dayMs } from './local-days.ts';
import { longestTakenMs, type BusyTime, type OfferedService, type TakenTime } from './plan.ts';
import type { Span } from './spans.ts';

export interface TakenAsked {
  readonly offering: Pick<OfferedService, 'id' | 'maxPerDay'>;
  readonly artisanIds: readonly string[];
  readonly range: Span;
  readonly now: Date;
  /** References that count as gone. */
  readonly ignoring: readonly string[];
}

type ByArtisan<T> = ReadonlyMap<string, readonly T[]>;

/** When artisans are not free: no more columns than a walk needs, since a month may have hundreds of rows. */
export async function readBusy(db: Db, asked: TakenAsked): Promise<ByArtisan<BusyTime>> {
  if (asked.offering.maxPerDay !== null) return readTaken(db, asked);
  const bounds = boundsOf(asked);
  const make = () => timesOf(db, asked, bounds);
  const rows = await runCompiled<RowOf<typeof make>>(db, { ...compiling('busy', asked, bounds), make });
  return byArtisan(asked, rows, (row) => ({ padded: paddedOf(row), countedAt: null }));
}

/** The same, with what takes the times. */
export async function readTaken(db: Db, asked: TakenAsked): Promise<ByArtisan<TakenTime>> {
  const { offering } = asked;
  const bounds = boundsOf(asked);
  const isCounted = offering.maxPerDay !== null;
  const make = () =>
    timesOf(db, asked, bounds)
      .select(['occupancy.kind', 'occupancy.reference_id', 'occupancy.starts_at', 'occupancy.ends_at'])
      .$if(isCounted, (query) =>
        query
          .leftJoin('booking', 'booking.id', 'occupancy.reference_id')
          .leftJoin('slot_hold', 'slot_hold.id', 'occupancy.reference_id')
          .select(({ fn }) => fn.coalesce('booking.offering_id', 'slot_hold.offering_id').as('offering_id')),
      );
  const rows = await runCompiled<RowOf<typeof make>>(db, { ...compiling(`taken ${isCounted}`, asked, bounds), make });
  return byArtisan(asked, rows, (row) => {
    const core = { from: millisecondsFrom(row.starts_at), to: millisecondsFrom(row.ends_at) };
    const countedAt = row.offering_id === offering.id ? core.from : null;
    return { kind: row.kind, referenceId: row.reference_id, core, padded: paddedOf(row), countedAt };
  });
}

/**
 * Times that are taken in a range and a day around it, so that the days at its ends are counted wholly and the buffers of its first
 * and last appointments are seen. What is only kept until an instant is gone from then on.
 */
function timesOf(db: Db, asked: TakenAsked, { from, to, earliest }: Bounds) {
  return db
    .selectFrom('occupancy')
    .select(['occupancy.artisan_id', 'occupancy.padded_from', 'occupancy.padded_to'])
    .where('occupancy.artisan_id', 'in', asked.artisanIds)
    .where('occupancy.padded_from', '<', to)
    .where('occupancy.padded_from', '>', earliest)
    .where('occupancy.padded_to', '>', from)
    .where((eb) => eb.or([eb('occupancy.hold_until', 'is', null), eb('occupancy.hold_until', '>', asked.now)]))
    .$if(asked.ignoring.length > 0, (query) => query.where('occupancy.reference_id', 'not in', asked.ignoring));
}

/** `earliest`: the index reads a bounded past, since nothing lasts longer than the longest. */
interface Bounds {
  readonly from: Date;
  readonly to: Date;
  readonly earliest: Date;
}

function boundsOf({ range }: TakenAsked): Bounds {
  const from = range.from - dayMs;
  return { from: new Date(from), to: new Date(range.to + dayMs), earliest: new Date(from - longestTakenMs) };
}

/** The key of a statement, and its values in their order. */
const compiling = (name: string, { artisanIds, now, ignoring }: TakenAsked, { from, to, earliest }: Bounds) => ({
  key: `${name} ${artisanIds.length} ${ignoring.length}`,
  values: [...artisanIds, to, earliest, from, now, ...ignoring],
});

function byArtisan<R extends { readonly artisan_id: string }, T>(
  { artisanIds }: TakenAsked,
  rows: readonly R[],
  from: (row: R) => T,
): ByArtisan<T> {
  const times = new Map<string, T[]>(artisanIds.map((id) => [id, []]));
  for (const row of rows) times.get(row.artisan_id)?.push(from(row));
  return times;
}

const millisecondsFrom = (value: unknown): number => (typeof value === 'number' ? value : instantFrom(value).getTime());

const paddedOf = (row: { readonly padded_from: unknown; readonly padded_to: unknown }): Span => ({
  from: millisecondsFrom(row.padded_from),
  to: millisecondsFrom(row.padded_to),
});
