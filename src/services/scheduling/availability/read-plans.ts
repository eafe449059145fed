import { DomainError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/context.ts';
import { holidaysOfRegion } from './holidays.ts';
import type { ExplainedPlan, OfferedService, Plan } from './plan.ts';
import { readOpenings } from './read-openings.ts';
import { readBusy, readTaken } from './read-taken.ts';
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
  /** From when on their calendars outside were not read for too long; null: nothing closes for it. */
  readonly staleAt: Date | null;
}

/** Whose plans, for what, at an instant, with bookings and holds that count as gone. */
export interface PlansAsked {
  readonly offering: OfferedService;
  readonly givers: readonly OfferingGiver[];
  readonly now: Date;
  readonly ignoring: readonly string[];
}

/** Reads when the artisans are busy in a range: their plans, in their order. */
export type PlanReader = (range: Span) => Promise<Plan[]>;

/** When the artisans are open is read once; when they are busy, range by range. */
export async function planReader(db: Db, asked: PlansAsked): Promise<PlanReader> {
  const plans = await openingPlans(db, asked);
  const artisanIds = plans.map(({ artisanId }) => artisanId);
  return async (range) => {
    const busy = await readBusy(db, { ...asked, artisanIds, range });
    return plans.map((plan) => ({ ...plan, taken: busy.get(plan.artisanId) ?? [] }));
  };
}

/** The plan of one artisan around an instant, which can say what takes it. */
export async function readExplainedPlan(db: Db, asked: PlansAsked, start: number): Promise<ExplainedPlan> {
  const [plan] = await openingPlans(db, asked);
  if (plan === undefined) throw new DomainError('NOT_FOUND');
  const artisanIds = [plan.artisanId];
  const taken = await readTaken(db, { ...asked, artisanIds, range: { from: start, to: start } });
  return { ...plan, taken: taken.get(plan.artisanId) ?? [] };
}

async function openingPlans(db: Db, { offering, givers, now }: PlansAsked): Promise<Omit<Plan, 'taken'>[]> {
  const openings = await readOpenings(db, { offeringId: offering.id, artisanIds: givers.map(({ id }) => id) });
  return givers.map(({ id, timeZone, holidayRegion, defaultTravelMinutes, isPublished, staleAt }) => ({
    now: now.getTime(),
    offering,
    artisanId: id,
    isPublished,
    isStale: staleAt !== null && staleAt <= now,
    travelMinutes: defaultTravelMinutes,
    opening: { zone: timeZone, isHoliday: holidaysOfRegion(holidayRegion), ...openings(id) },
  }));
}
