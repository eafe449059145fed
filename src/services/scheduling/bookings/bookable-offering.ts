import type { Tier } from '../../../entities/scheduling/booking.entity.ts';
import type { AssignmentKind, LocationKind, OfferingStatus } from '../../../entities/scheduling/offering.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Db } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';

/** An offering as a booking takes it over. */
export interface BookableOffering {
  readonly id: string;
  readonly name: string;
  readonly durationMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly noticeMinutes: number;
  readonly priceCents: number;
  readonly currency: Currency;
  readonly depositBasisPoints: number;
  readonly capacity: number;
  readonly maxPerDay: number | null;
  readonly locationKind: LocationKind;
  readonly place: string | null;
  readonly requiresApproval: boolean;
  readonly approvalHours: number;
  readonly assignment: AssignmentKind;
  readonly rescheduleUntilMinutes: number;
  readonly maxReschedules: number;
  /** The earliest first. */
  readonly tiers: readonly Tier[];
  /** Those who give it and can be booked, by id. */
  readonly artisans: readonly BookableArtisan[];
}

export interface BookableArtisan {
  readonly id: string;
  readonly timeZone: string;
  readonly country: string;
  readonly place: string | null;
  readonly defaultTravelMinutes: number;
}

/** Any offering, archived ones too, with the published artisans who give it; undefined when there is none. */
export async function findOffering(
  db: Db,
  id: string,
): Promise<(BookableOffering & { readonly status: OfferingStatus }) | undefined> {
  const row = isId(id) ? await offeringRow(db, id) : undefined;
  if (row === undefined) return undefined;
  const [tiers, artisans] = await Promise.all([tiersOf(db, id), publishedArtisansOf(db, id)]);
  const { price_cents, requires_approval, ...offering } = row;
  return {
    ...offering,
    priceCents: Number(price_cents),
    requiresApproval: Boolean(requires_approval),
    tiers,
    artisans,
  };
}

/** The offering that a customer chose, with whom it can be: all of its artisans, or the chosen one. OFFERING_UNAVAILABLE otherwise. */
export async function chosenOffering(
  db: Db,
  { offeringId, artisanId }: { readonly offeringId: string; readonly artisanId?: string | null },
): Promise<BookableOffering> {
  const offering = await findOffering(db, offeringId);
  if (offering?.status !== 'ACTIVE') throw new DomainError('OFFERING_UNAVAILABLE');
  const artisans = artisanId ? offering.artisans.filter(({ id }) => id === artisanId) : offering.artisans;
  if (artisans.length === 0) throw new DomainError('OFFERING_UNAVAILABLE');
  return { ...offering, artisans };
}

async function offeringRow(db: Db, id: string) {
  const make = () =>
    db
      .selectFrom('offering')
      .select(['id', 'name', 'status', 'price_cents', 'currency', 'capacity', 'assignment', 'place'])
      .select(['requires_approval', 'duration_minutes as durationMinutes'])
      .select(['buffer_before_minutes as bufferBeforeMinutes', 'buffer_after_minutes as bufferAfterMinutes'])
      .select(['notice_minutes as noticeMinutes', 'deposit_basis_points as depositBasisPoints'])
      .select(['max_per_day as maxPerDay', 'location_kind as locationKind', 'approval_hours as approvalHours'])
      .select(['reschedule_until_minutes as rescheduleUntilMinutes', 'max_reschedules as maxReschedules'])
      .where('id', '=', id);
  const [row] = await runCompiled<RowOf<typeof make>>(db, { key: 'bookable offering', values: [id], make });
  return row;
}

function tiersOf(db: Db, offeringId: string): Promise<Tier[]> {
  const make = () =>
    db
      .selectFrom('cancellation_tier')
      .select(['hours_before as hoursBefore', 'refund_percent as refundPercent'])
      .where('offering_id', '=', offeringId)
      .orderBy('hours_before', 'desc');
  return runCompiled<RowOf<typeof make>>(db, { key: 'tiers of an offering', values: [offeringId], make });
}

function publishedArtisansOf(db: Db, offeringId: string): Promise<BookableArtisan[]> {
  const make = () =>
    db
      .selectFrom('offering_artisan')
      .innerJoin('artisan', 'artisan.id', 'offering_artisan.artisan_id')
      .select(['artisan.id', 'artisan.time_zone as timeZone', 'artisan.country', 'artisan.place'])
      .select('artisan.default_travel_minutes as defaultTravelMinutes')
      .where('offering_artisan.offering_id', '=', offeringId)
      .where('artisan.status', '=', 'PUBLISHED')
      .orderBy('artisan.id');
  const values = [offeringId, 'PUBLISHED'];
  return runCompiled<RowOf<typeof make>>(db, { key: 'artisans of an offering', values, make });
}
