import { dayOf, weekdayOf } from '../../../../src/services/scheduling/availability/local-days.ts';
import type { Opening, WeeklyRule } from '../../../../src/services/scheduling/availability/opening.ts';
import type {
  ExplainedPlan,
  OfferedService,
  TakenTime,
} from '../../../../src/services/scheduling/availability/plan.ts';

/** 90 is `01:30`. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A window of the weekday of a date, unless the facts say otherwise. */
export const rule = (date: string, hours: string, facts: Partial<WeeklyRule> = {}): WeeklyRule => {
  const [start, end] = hours.split('-') as [string, string];
  return {
    ...{ weekday: weekdayOf(dayOf(date)), startMinute: minuteOf(start), endMinute: minuteOf(end) },
    ...{ everyWeeks: 1, anchorOn: null, validFrom: null, validTo: null },
    ...facts,
  };
};

export interface PlanFacts {
  readonly now?: string;
  readonly offering?: Partial<OfferedService>;
  readonly opening?: Partial<Opening>;
  readonly taken?: readonly TakenTime[];
  readonly travelMinutes?: number;
}

/** An artisan in Paris who never opens, unless the facts say otherwise, asked at the beginning of 2026 with a year's horizon. */
export const makePlan = ({
  now = '2026-01-01T00:00:00Z',
  offering,
  opening,
  taken,
  travelMinutes,
}: PlanFacts): ExplainedPlan => ({
  now: Date.parse(now),
  artisanId: 'artisan',
  isPublished: true,
  isStale: false,
  travelMinutes: travelMinutes ?? 0,
  taken: taken ?? [],
  offering: {
    ...{ id: 'offering', status: 'ACTIVE', durationMinutes: 60, slotStepMinutes: 60, capacity: 1, maxPerDay: null },
    ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: 0, horizonDays: 730, horizonWorkingDays: null },
    locationKind: 'AT_ARTISAN',
    ...offering,
  },
  opening: {
    zone: 'Europe/Paris',
    ...{ rules: [], breaks: [], exceptions: new Map(), closures: [], isHoliday: () => false },
    ...opening,
  },
});

export const taken = (from: string, to: string, facts: Partial<TakenTime> = {}): TakenTime => {
  const core = { from: Date.parse(from), to: Date.parse(to) };
  return { kind: 'BOOKING', referenceId: `${from} ${to}`, core, padded: core, countedAt: null, ...facts };
};

/** One of the offering, where it has a daily limit. */
export const counted = (from: string, to: string, facts: Partial<TakenTime> = {}): TakenTime =>
  taken(from, to, { countedAt: Date.parse(from), ...facts });
