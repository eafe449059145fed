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

/** What plans are read for: the times of a range, at an instant, with bookings and holds that count as gone. */
export interface PlansAsked {
  readonly offering: OfferedService;
  readonly givers: readonly OfferingGiver[];
  readonly range: Span;
  readonly now: Date;
  readonly ignoring: readonly string[];
}

/** The plans of an offering's artisans for a range of instants, in the order of the artisans. */
export async function readPlans(db: Db, { offering, givers, range, now, ignoring }: PlansAsked): Promise<Plan[]> {
  const ids = givers.map(({ id }) => id);
  const openings = await readOpenings(db, { offeringId: offering.id, artisanIds: ids });
  const takenBy = await readTaken(db, { offering, artisanIds: ids, range, now, ignoring });
  return givers.map(({ id, timeZone, holidayRegion, defaultTravelMinutes, isPublished }) => ({
    now: now.getTime(),
    offering,
    artisanId: id,
    isPublished,
    travelMinutes: defaultTravelMinutes,
    opening: { zone: timeZone, isHoliday: holidaysOfRegion(holidayRegion), ...openings(id) },
    taken: takenBy.get(id) ?? [],
  }));
}
