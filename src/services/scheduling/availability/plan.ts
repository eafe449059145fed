import type { Offering } from '../../../entities/scheduling/offering.entity.ts';
import type { OccupancyKind } from '../../../entities/scheduling/occupancy.entity.ts';
import { quantumMs } from '../occupancy/quanta.ts';
import { dayMs, edgeOf, localDayOf, minuteMs } from './local-days.ts';
import type { Opening } from './opening.ts';
import { united, type Span } from './spans.ts';
import { addWorkingDays } from './working-horizon.ts';

/** What availability needs to know of an offering. */
export type OfferedService = Pick<
  Offering,
  | 'id'
  | 'durationMinutes'
  | 'slotStepMinutes'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'noticeMinutes'
  | 'horizonDays'
  | 'horizonWorkingDays'
  | 'capacity'
  | 'maxPerDay'
  | 'locationKind'
  | 'status'
>;

/** A time at which the artisan is not free, padded with the minutes that must stay free around it. */
export interface BusyTime {
  readonly padded: Span;
  /** When it begins, where it counts for the daily limit of the offering; null otherwise. */
  readonly countedAt: number | null;
}

/** The same, with what takes it: itself is `core`. */
export interface TakenTime extends BusyTime {
  readonly kind: OccupancyKind;
  readonly referenceId: string;
  readonly core: Span;
}

/** Everything that decides which times of an artisan are offered for an offering: facts, and the instant that they are read at. */
export interface Plan {
  readonly now: number;
  readonly offering: OfferedService;
  readonly artisanId: string;
  /** Whether the artisan is published; paused or being prepared, they take no bookings. */
  readonly isPublished: boolean;
  /** Whether a calendar outside was not read for longer than they accept. */
  readonly isStale: boolean;
  readonly travelMinutes: number;
  readonly opening: Opening;
  readonly taken: readonly BusyTime[];
}

/** A plan that can say what takes a time. */
export interface ExplainedPlan extends Plan {
  readonly taken: readonly TakenTime[];
}

export const takesBookings = ({ offering, isPublished, isStale }: Plan): boolean =>
  isPublished && !isStale && offering.status === 'ACTIVE';

/** A booking that stands is none of the new ones that an archived offering or an artisan who pauses refuses. */
export const takesMoves = ({ isStale }: Plan): boolean => !isStale;

export interface Buffers {
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/** How long an appointment lasts, and what is kept free around it with the way to it, as it was agreed. */
export interface AgreedLengths extends Buffers {
  readonly durationMinutes: number;
}

/** An offering as it is for a booking that moves: as long as it was agreed, whatever is offered to others by now. */
export const asAgreed = (offering: OfferedService, agreed: AgreedLengths | null | undefined): OfferedService => {
  if (!agreed) return offering;
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } = agreed;
  // The way is among the buffers, and is not added again.
  return { ...offering, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, locationKind: 'AT_ARTISAN' };
};

/** The minutes that must stay free around an appointment: at the customer's, the way there and back is added. */
export function buffersOf(
  { bufferBeforeMinutes, bufferAfterMinutes, locationKind }: Buffers & Pick<Offering, 'locationKind'>,
  defaultTravelMinutes: number,
): Buffers {
  const travel = locationKind === 'AT_CUSTOMER' ? defaultTravelMinutes : 0;
  return {
    bufferBeforeMinutes: bufferBeforeMinutes + travel,
    bufferAfterMinutes: bufferAfterMinutes + travel,
  };
}

/** Rounded outwards to the grid on which times exclude one another, as the quanta are. */
export const onGrid = ({ from, to }: Span): Span => ({
  from: Math.floor(from / quantumMs) * quantumMs,
  to: Math.ceil(to / quantumMs) * quantumMs,
});

/** Milliseconds of an appointment, and of what must stay free before and after it. */
export interface Lengths {
  readonly before: number;
  readonly core: number;
  readonly after: number;
}

export function lengthsOf({ offering, travelMinutes }: Plan): Lengths {
  const { bufferBeforeMinutes, bufferAfterMinutes } = buffersOf(offering, travelMinutes);
  return {
    before: bufferBeforeMinutes * minuteMs,
    core: offering.durationMinutes * minuteMs,
    after: bufferAfterMinutes * minuteMs,
  };
}

/** What the appointment that begins at an instant takes, with its buffers. */
export const paddedAt = (start: number, { before, core, after }: Lengths): Span =>
  onGrid({ from: start - before, to: start + core + after });

/** The times that are taken, as spans apart from one another. */
export const busyTimes = ({ taken }: Plan): Span[] => united(taken.map(({ padded }) => onGrid(padded)));

/** An appointment begins between these: after the notice, and on a local date within the horizon. */
export const bookableTime = ({ now, offering, opening }: Plan): Span => ({
  from: now + offering.noticeMinutes * minuteMs,
  to: edgeOf(opening.zone, lastDayOf(offering, opening, now) + 1, 0),
});

function lastDayOf({ horizonDays, horizonWorkingDays }: OfferedService, opening: Opening, now: number): number {
  const today = localDayOf(opening.zone, now);
  return horizonDays === null ? addWorkingDays(today, horizonWorkingDays ?? 0, opening.isHoliday) : today + horizonDays;
}

/** The local days on which the offering has as many bookings as a day may have. */
export function fullDays({ offering: { maxPerDay }, opening, taken }: Plan): ReadonlySet<number> {
  if (maxPerDay === null) return new Set();
  const days = taken.flatMap(({ countedAt }) => (countedAt === null ? [] : [localDayOf(opening.zone, countedAt)]));
  return new Set(
    [...Map.groupBy(days, (day) => day)].filter(([, same]) => same.length >= maxPerDay).map(([day]) => day),
  );
}

/** Nothing that is taken lasts longer with its buffers and ways; an external time is cut at local midnights. */
export const longestTakenMs = dayMs + 4 * 3_600_000 + 2 * quantumMs;
