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

/** A time of the artisan that something takes: itself, and padded with the minutes that must stay free around it. */
export interface TakenTime {
  readonly kind: OccupancyKind;
  readonly referenceId: string;
  readonly core: Span;
  readonly padded: Span;
  /** Of a booking or a hold, where the offering has a daily limit; null otherwise. */
  readonly offeringId: string | null;
}

/** Everything that decides which times of an artisan are offered for an offering: facts, and the instant that they are read at. */
export interface Plan {
  readonly now: number;
  readonly offering: OfferedService;
  readonly artisanId: string;
  /** Whether the artisan is published; paused or being prepared, they take no bookings. */
  readonly isPublished: boolean;
  readonly travelMinutes: number;
  readonly opening: Opening;
  readonly taken: readonly TakenTime[];
}

export const takesBookings = ({ offering, isPublished }: Plan): boolean => isPublished && offering.status === 'ACTIVE';

export interface Buffers {
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

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

/** The appointment that would begin at an instant, and its time with the buffers. */
export function appointmentAt({ offering, travelMinutes }: Plan, start: number): { core: Span; padded: Span } {
  const core = { from: start, to: start + offering.durationMinutes * minuteMs };
  const { bufferBeforeMinutes, bufferAfterMinutes } = buffersOf(offering, travelMinutes);
  const padded = { from: core.from - bufferBeforeMinutes * minuteMs, to: core.to + bufferAfterMinutes * minuteMs };
  return { core, padded: onGrid(padded) };
}

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
export function fullDays({ offering, opening, taken }: Plan): ReadonlySet<number> {
  const { maxPerDay, id } = offering;
  if (maxPerDay === null) return new Set();
  const counts = new Map<number, number>();
  for (const { offeringId, core } of taken)
    if (offeringId === id) counts.set(...oneMore(counts, localDayOf(opening.zone, core.from)));
  return new Set([...counts].filter(([, count]) => count >= maxPerDay).map(([day]) => day));
}

const oneMore = (counts: ReadonlyMap<number, number>, day: number): [number, number] => [
  day,
  (counts.get(day) ?? 0) + 1,
];

/** Nothing that is taken lasts longer with its buffers and ways; an external time is cut at local midnights. */
export const longestTakenMs = dayMs + 4 * 3_600_000 + 2 * quantumMs;
