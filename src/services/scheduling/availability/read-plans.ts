import type { Db } from '../../platform/context.ts';
import { holidaysOfRegion } from './holidays.ts';
import type { OfferedService, Plan } from './plan.ts';
import { readOpenings } from './read-openings.ts';
import { readTaken } from './read-taken.ts';
import type { Span } from './spans.ts';

/** An artisan of an offering, as availability needs them. */
export interface OfferingGiver {
  readonly id: string;
  /** Whose agenda it is. */
  readonly userId: string | null;
  readonly timeZone: string;
  readonly holidayRegion: string | null;
  readonly defaultTravelMinutes: number;
  readonly isPublished: boolean;
}

/** Whose plans, for what, at an instant, with bookings and holds that count as gone. */
export interface PlansAsked {
  readonly offering: OfferedService;
  readonly givers: readonly OfferingGiver[];
  readonly now: Date;
  readonly ignoring: readonly string[];
}

/** Reads what the artisans have taken in a range: their plans, in their order. */
export type PlanReader = (range: Span) => Promise<Plan[]>;

/** When the artisans are open is read once; what they have taken, range by range. */
export async function planReader(db: Db, asked: PlansAsked): Promise<PlanReader> {
  const { offering, givers, now } = asked;
  const artisanIds = givers.map(({ id }) => id);
  const openings = await readOpenings(db, { offeringId: offering.id, artisanIds });
  const plans = givers.map(({ id, timeZone, holidayRegion, defaultTravelMinutes, isPublished }) => ({
    now: now.getTime(),
    offering,
    artisanId: id,
    isPublished,
    travelMinutes: defaultTravelMinutes,
    opening: { zone: timeZone, isHoliday: holidaysOfRegion(holidayRegion), ...openings(id) },
  }));
  return async (range) => {
    const taken = await readTaken(db, { ...asked, artisanIds, range });
    return plans.map((plan) => ({ ...plan, taken: taken.get(plan.artisanId) ?? [] }));
  };
}
