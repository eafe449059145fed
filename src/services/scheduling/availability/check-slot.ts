import { DomainError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/context.ts';
import { findOfferingWithGivers } from './find-offering.ts';
import { dayMs } from './local-days.ts';
import { bookableTime, takesBookings, type Plan } from './plan.ts';
import { readPlans } from './read-plans.ts';
import { refusalsOf, type SlotRefusal } from './refusals.ts';
import { offeredStarts } from './slots.ts';
import type { Span } from './spans.ts';

export interface SlotToCheck {
  readonly offeringId: string;
  readonly artisanId: string;
  readonly startsAt: Date;
  readonly now: Date;
  /** One, unless it is said. */
  readonly partySize?: number;
  /** References that count as gone: a hold of one's own, or the booking that moves. */
  readonly ignoring?: readonly string[];
}

/**
 * Every reason why a time is not offered; none when it is. It is for rules and for good messages: what truly forbids that two
 * bookings meet is `occupy`. Refuses an offering that does not exist, or that this artisan does not give.
 */
export async function slotRefusals(db: Db, slot: SlotToCheck): Promise<SlotRefusal[]> {
  const start = slot.startsAt.getTime();
  const [plan] = await (await plansOf(db, slot))({ from: start, to: start });
  if (plan === undefined) throw new DomainError('NOT_FOUND');
  return refusalsOf(plan, { start, partySize: slot.partySize ?? 1 });
}

/** Of one artisan, or of any. */
export type AlternativesAsked = Omit<SlotToCheck, 'artisanId' | 'partySize'> & {
  readonly artisanId: string | null;
};

/** How far ahead other times are looked for at once, and how often. */
const stretchMs = 14 * dayMs;
const mostStretches = 4;

/** The next times that are offered after one, three at most. */
export async function alternativesTo(db: Db, slot: AlternativesAsked, limit = 3): Promise<Date[]> {
  const read = await plansOf(db, slot);
  const found = new Set<number>();
  let from = Math.max(slot.startsAt.getTime(), slot.now.getTime()) + 1;
  for (let stretch = 0; stretch < mostStretches && found.size < limit; stretch += 1, from += stretchMs) {
    const range = { from, to: from + stretchMs };
    const plans = (await read(range)).filter(takesBookings);
    if (plans.every((plan) => bookableTime(plan).to <= from)) break;
    for (const start of plans.flatMap((plan) => offeredStarts(plan, range)).sort((a, b) => a - b)) found.add(start);
  }
  return [...found].slice(0, limit).map((start) => new Date(start));
}

/** Reads the plans of a range, of the artisan or of all. Refuses an offering that does not exist, or that the artisan does not give. */
async function plansOf(db: Db, { offeringId, artisanId, now, ignoring = [] }: AlternativesAsked) {
  const { offering, givers } = await findOfferingWithGivers(db, offeringId);
  const asked = givers.filter(({ id }) => artisanId === null || id === artisanId);
  if (asked.length === 0) throw new DomainError('NOT_FOUND');
  return (range: Span): Promise<Plan[]> => readPlans(db, { offering, givers: asked, range, now, ignoring });
}
