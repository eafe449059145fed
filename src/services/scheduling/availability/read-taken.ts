import type { Db } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { dayMs } from './local-days.ts';
import { longestTakenMs, type OfferedService, type TakenTime } from './plan.ts';
import type { Span } from './spans.ts';

export interface TakenAsked {
  readonly offering: Pick<OfferedService, 'maxPerDay'>;
  readonly artisanIds: readonly string[];
  readonly range: Span;
  readonly now: Date;
  /** References that count as gone. */
  readonly ignoring: readonly string[];
}

/**
 * The times of artisans that are taken in a range and a day around it, so that the days at its ends are counted wholly and the
 * buffers of its first and last appointments are seen. What is only kept until an instant is gone from then on.
 */
export async function readTaken(db: Db, asked: TakenAsked): Promise<ReadonlyMap<string, readonly TakenTime[]>> {
  const gone = new Set(asked.ignoring);
  const taken = new Map<string, TakenTime[]>(asked.artisanIds.map((id) => [id, []]));
  for (const row of await takenRows(db, asked))
    if (!gone.has(row.reference_id)) taken.get(row.artisan_id)?.push(takenFrom(row));
  return taken;
}

function takenRows(db: Db, { offering, artisanIds, range, now }: TakenAsked) {
  const from = new Date(range.from - dayMs);
  const to = new Date(range.to + dayMs);
  const earliest = new Date(from.getTime() - longestTakenMs);
  const isCounted = offering.maxPerDay !== null;
  const make = () =>
    db
      .selectFrom('occupancy')
      .select(['occupancy.artisan_id', 'occupancy.kind', 'occupancy.reference_id'])
      .select(['occupancy.starts_at', 'occupancy.ends_at', 'occupancy.padded_from', 'occupancy.padded_to'])
      .$if(isCounted, (query) =>
        query
          .leftJoin('booking', 'booking.id', 'occupancy.reference_id')
          .leftJoin('slot_hold', 'slot_hold.id', 'occupancy.reference_id')
          .select(({ fn }) => fn.coalesce('booking.offering_id', 'slot_hold.offering_id').as('offering_id')),
      )
      .where('occupancy.artisan_id', 'in', artisanIds)
      .where('occupancy.padded_from', '<', to)
      .where('occupancy.padded_from', '>', earliest)
      .where('occupancy.padded_to', '>', from)
      .where((eb) => eb.or([eb('occupancy.hold_until', 'is', null), eb('occupancy.hold_until', '>', now)]));
  return runCompiled<RowOf<typeof make>>(db, {
    key: `taken ${artisanIds.length} ${isCounted}`,
    values: [...artisanIds, to, earliest, from, now],
    make,
  });
}

type TakenRow = Awaited<ReturnType<typeof takenRows>>[number];

const spanFrom = (from: unknown, to: unknown): Span => ({
  from: instantFrom(from).getTime(),
  to: instantFrom(to).getTime(),
});

const takenFrom = (row: TakenRow): TakenTime => ({
  kind: row.kind,
  referenceId: row.reference_id,
  core: spanFrom(row.starts_at, row.ends_at),
  padded: spanFrom(row.padded_from, row.padded_to),
  offeringId: row.offering_id ?? null,
});
