import type { Tier } from '../../../entities/scheduling/booking.entity.ts';
import type { AssignmentKind } from '../../../entities/scheduling/offering.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Db } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { giverFrom, offeringRows } from '../availability/find-offering.ts';
import type { OfferedService } from '../availability/plan.ts';
import type { OfferingGiver } from '../availability/read-plans.ts';
import { readTogether } from './read-together.ts';

/** An offering as a booking takes it over. */
export interface BookableOffering extends OfferedService {
  readonly name: string;
  readonly priceCents: number;
  readonly currency: Currency;
  readonly depositBasisPoints: number;
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

export interface BookableArtisan extends OfferingGiver {
  readonly country: string;
  readonly place: string | null;
}

/** Any offering, archived ones too, with the published artisans who give it; undefined when there is none. */
export async function findOffering(db: Db, id: string): Promise<BookableOffering | undefined> {
  if (!isId(id)) return undefined;
  const [rows, tiers] = await Promise.all([bookableRows(db, id), tiersOf(db, id)]);
  const [first] = rows;
  if (first === undefined) return undefined;
  const { price_cents, requires_approval, ...offering } = first;
  const artisans = rows
    .map((row) => ({ ...giverFrom(row), country: row.country, place: row.artisanPlace }))
    .filter(({ isPublished }) => isPublished);
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

/** The same for many customers at once: they read it together. Outside transactions. */
export const offeringChosenNow = (db: Db, wish: Parameters<typeof chosenOffering>[1]): Promise<BookableOffering> =>
  readTogether(db, `offering ${wish.offeringId} ${wish.artisanId ?? ''}`, () => chosenOffering(db, wish));

/** What availability reads of it, and what a booking takes over: one row for each of its artisans. */
function bookableRows(db: Db, id: string) {
  const make = () =>
    offeringRows(db, id)
      .select(['offering.name', 'price_cents', 'currency', 'assignment', 'offering.place', 'requires_approval'])
      .select(['deposit_basis_points as depositBasisPoints', 'approval_hours as approvalHours'])
      .select(['reschedule_until_minutes as rescheduleUntilMinutes', 'max_reschedules as maxReschedules'])
      .select(['artisan.country', 'artisan.place as artisanPlace']);
  return runCompiled<RowOf<typeof make>>(db, { key: 'bookable offering', values: [id], make });
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
