import { DomainError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/context.ts';
import { findOfferingWithGivers } from './find-offering.ts';
import { nextStarts } from './next-slots.ts';
import { asAgreed, takesBookings, takesMoves, type AgreedLengths, type OfferedService } from './plan.ts';
import { planReader, readExplainedPlan, type OfferingGiver, type PlanReader, type PlansAsked } from './read-plans.ts';
import { refusalsOf, type SlotRefusal } from './refusals.ts';

export interface SlotToCheck {
  readonly offeringId: string;
  readonly artisanId: string;
  readonly startsAt: Date;
  readonly now: Date;
  /** One, unless it is said. */
  readonly partySize?: number;
  /** References that count as gone: a hold of one's own, or the booking that moves. */
  readonly ignoring?: readonly string[];
  /** Of the booking that moves. */
  readonly agreed?: AgreedLengths | null;
}

/**
 * Every reason why a time is not offered; none when it is. It is for rules and for good messages: what truly forbids that two
 * bookings meet is `occupy`. Refuses an offering that does not exist, or that this artisan does not give.
 */
export async function slotRefusals(db: Db, slot: SlotToCheck): Promise<SlotRefusal[]> {
  const start = slot.startsAt.getTime();
  const plan = await readExplainedPlan(db, await plansAsked(db, slot), start);
  return refusalsOf(plan, { start, partySize: slot.partySize ?? 1 });
}

/** The same of an offering and an artisan that were read just now. */
export async function refusalsOfGiver(
  db: Db,
  { offering, giver, now, startsAt, partySize }: SlotOfGiver,
): Promise<SlotRefusal[]> {
  const start = startsAt.getTime();
  const plan = await readExplainedPlan(db, { offering, givers: [giver], now, ignoring: [] }, start);
  return refusalsOf(plan, { start, partySize });
}

export interface SlotOfGiver {
  readonly offering: OfferedService;
  readonly giver: OfferingGiver;
  readonly now: Date;
  readonly startsAt: Date;
  readonly partySize: number;
}

/** Of one artisan, or of any. */
export type AlternativesAsked = Omit<SlotToCheck, 'artisanId' | 'partySize'> & {
  readonly artisanId: string | null;
};

/** The next times that are offered after one, three at most. */
export async function alternativesTo(db: Db, slot: AlternativesAsked, limit = 3): Promise<Date[]> {
  const from = Math.max(slot.startsAt.getTime(), slot.now.getTime()) + 1;
  const read = await planReader(db, await plansAsked(db, slot));
  const isOpen = slot.agreed ? takesMoves : takesBookings;
  const readOpen: PlanReader = async (range) => (await read(range)).filter(isOpen);
  return (await nextStarts(readOpen, from, limit)).map(({ start }) => new Date(start));
}

async function plansAsked(
  db: Db,
  { offeringId, artisanId, now, ignoring = [], agreed }: AlternativesAsked,
): Promise<PlansAsked> {
  const { offering, givers } = await findOfferingWithGivers(db, offeringId);
  const asked = givers.filter(({ id }) => artisanId === null || id === artisanId);
  if (asked.length === 0) throw new DomainError('NOT_FOUND');
  return { offering: asAgreed(offering, agreed), givers: asked, now, ignoring };
}
