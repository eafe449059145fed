import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { OfferedService } from './plan.ts';
import type { OfferingGiver } from './read-plans.ts';

export interface OfferingWithGivers {
  readonly offering: OfferedService;
  /** Whoever gives it, published or not, the longest known first. */
  readonly givers: readonly OfferingGiver[];
}

/** An offering with its artisans, at most twenty: one read. Refuses one that does not exist. */
export async function findOfferingWithGivers(db: Db, offeringId: string): Promise<OfferingWithGivers> {
  if (!isId(offeringId)) throw new DomainError('NOT_FOUND');
  const rows = await rowsOf(db, offeringId);
  const [first] = rows;
  if (first === undefined) throw new DomainError('NOT_FOUND');
  return { offering: first, givers: rows.map(giverFrom) };
}

/** An offering beside each of its artisans, as availability needs them. */
export const offeringRows = (db: Db, offeringId: string) =>
  db
    .selectFrom('offering')
    .innerJoin('offering_artisan', 'offering_artisan.offering_id', 'offering.id')
    .innerJoin('artisan', 'artisan.id', 'offering_artisan.artisan_id')
    .select(['offering.id', 'offering.status', 'location_kind as locationKind', 'capacity'])
    .select(['duration_minutes as durationMinutes', 'slot_step_minutes as slotStepMinutes'])
    .select(['buffer_before_minutes as bufferBeforeMinutes', 'buffer_after_minutes as bufferAfterMinutes'])
    .select(['notice_minutes as noticeMinutes', 'horizon_days as horizonDays', 'max_per_day as maxPerDay'])
    .select(['horizon_working_days as horizonWorkingDays', 'artisan.id as artisanId', 'artisan.user_id as userId'])
    .select(['artisan.status as artisanStatus', 'time_zone as timeZone', 'holiday_region as holidayRegion'])
    .select(['default_travel_minutes as defaultTravelMinutes', 'stale_after_hours as staleAfterHours'])
    .select(['when_stale as whenStale', 'outside_read_at as outsideReadAt'])
    .where('offering.id', '=', offeringId)
    .orderBy('artisan.id');

type Row = RowOf<() => ReturnType<typeof offeringRows>>;

const rowsOf = (db: Db, offeringId: string): Promise<Row[]> =>
  runCompiled<Row>(db, { key: 'offering with givers', values: [offeringId], make: () => offeringRows(db, offeringId) });

const hourMs = 3_600_000;

/** The artisan of a row. */
export const giverFrom = (row: Row): OfferingGiver => ({
  id: row.artisanId,
  userId: row.userId,
  timeZone: row.timeZone,
  holidayRegion: row.holidayRegion,
  defaultTravelMinutes: row.defaultTravelMinutes,
  isPublished: row.artisanStatus === 'PUBLISHED',
  staleAt: staleAt(row),
});

/** Null for an artisan whose last known busy time stands. */
const staleAt = ({ whenStale, outsideReadAt, staleAfterHours }: Row): Date | null =>
  whenStale === 'KEEP' || outsideReadAt === null
    ? null
    : new Date(instantFrom(outsideReadAt).getTime() + staleAfterHours * hourMs);
