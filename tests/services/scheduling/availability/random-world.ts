import { holidaysOfRegion } from '../../../../src/services/scheduling/availability/holidays.ts';
import { dateOf, dayMs, dayOf } from '../../../../src/services/scheduling/availability/local-days.ts';
import type { ClosedTime, WeeklyRule } from '../../../../src/services/scheduling/availability/opening.ts';
import type { ExplainedPlan, TakenTime } from '../../../../src/services/scheduling/availability/plan.ts';
import { makePlan } from './make-plan.ts';

export const zones = [
  'Europe/Paris',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
  'Pacific/Apia',
  'America/New_York',
  'America/Havana',
  'Africa/Casablanca',
] as const;

/** Days on which nothing happens to clocks, but a year ends, February does, or holidays come one after another. */
const otherDates = ['2026-05-08', '2026-12-31', '2027-02-28'];

/** The local dates of 2026 and 2027 on which the clocks of a zone change. */
function changesOf(zone: string): string[] {
  const dates: string[] = [];
  let at = Temporal.ZonedDateTime.from(`2026-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  for (; at !== null && at.year <= 2027; at = at.getTimeZoneTransition('next')) dates.push(at.toPlainDate().toString());
  return dates;
}

export interface Place {
  readonly zone: string;
  /** The local date that the world is about. */
  readonly date: string;
}

export const places: readonly Place[] = zones.flatMap((zone) =>
  [...changesOf(zone), ...otherDates].map((date) => ({ zone, date })),
);

/** Numbers from a seed, always the same (mulberry32). */
export function chance(seed: number) {
  let state = seed;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
  const one = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: below(most + 1) }, make);
  return { below, one, some };
}

export type Chance = ReturnType<typeof chance>;

/** A time of the day: mostly a quarter of an hour, sometimes any minute. */
const minuteOf = ({ below, one }: Chance): number => one([15 * below(97), 5 * below(289), below(1_441)]);

function windowOf(dice: Chance): { startMinute: number; endMinute: number } {
  const [startMinute, endMinute] = [minuteOf(dice), minuteOf(dice)].sort((a, b) => a - b) as [number, number];
  return startMinute === endMinute ? { startMinute: 0, endMinute: 1_440 } : { startMinute, endMinute };
}

function ruleOf(dice: Chance, dates: readonly string[]): WeeklyRule {
  const { below, one } = dice;
  return {
    ...windowOf(dice),
    weekday: below(7),
    ...one([
      { everyWeeks: 1, anchorOn: null },
      { everyWeeks: 1, anchorOn: null },
      { everyWeeks: 2, anchorOn: dateOf(dayOf(one(dates)) - 70 + below(140)) },
    ]),
    validFrom: one([null, null, one(dates)]),
    validTo: one([null, null, one(dates)]),
  };
}

function closureOf({ below, one }: Chance, dates: readonly string[]): ClosedTime {
  const first = one(dates);
  const from = Date.parse(`${first}T00:00:00Z`) + 60_000 * below(1_440);
  return one<ClosedTime>([
    { fromOn: null, from, to: from + 60_000 * (1 + below(600)) },
    { fromOn: first, untilOn: dateOf(dayOf(first) + below(2)), isYearly: false },
    { fromOn: `2024-${first.slice(5)}`, untilOn: dateOf(dayOf(`2024-${first.slice(5)}`) + below(2)), isYearly: true },
  ]);
}

function takenOf({ below, one }: Chance, dates: readonly string[]): TakenTime {
  const grid = one([5, 5, 1]);
  const from = Date.parse(`${one(dates)}T00:00:00Z`) + 60_000 * grid * below(1_440 / grid);
  const core = { from, to: from + 60_000 * grid * (1 + below(36)) };
  const kind = one(['BOOKING', 'HOLD', 'EXTERNAL'] as const);
  return {
    ...{ kind, core, referenceId: String(from) },
    countedAt: kind === 'EXTERNAL' ? null : one([from, null]),
    padded: { from: core.from - 300_000 * below(7), to: core.to + 300_000 * below(7) },
  };
}

export interface RandomWorld extends Place {
  readonly plan: ExplainedPlan;
  readonly holidayRegion: string | null;
  /** Goes on with the numbers of the seed. */
  readonly dice: Chance;
}

/** A small practice around a date, with everything that can be said of it. */
export function randomWorld(seed: number): RandomWorld {
  const dice = chance(seed);
  const { below, one, some } = dice;
  const { zone, date } = one(places);
  const dates = [-2, -1, 0, 0, 1, 2].map((days) => dateOf(dayOf(date) + days));
  const lengths = [5, 15, 30, 45, 60, 90, 120];
  const week = one([() => ruleOf(dice, dates), () => ({ ...ruleOf(dice, dates), validFrom: null, validTo: null })]);
  const holidayRegion = one([null, null, 'metropole', 'alsace-moselle', 'la-reunion']);
  const plan = makePlan({
    now: new Date(Date.parse(`${date}T00:00:00Z`) - 2 * dayMs + 60_000 * below(3 * 1_440)).toISOString(),
    travelMinutes: one([0, 20, 33]),
    offering: {
      ...{ durationMinutes: one(lengths), slotStepMinutes: one(lengths), maxPerDay: one([null, null, 1, 2]) },
      ...{ bufferBeforeMinutes: one([0, 0, 10, 45]), bufferAfterMinutes: one([0, 0, 15, 60]) },
      ...{ noticeMinutes: one([0, 0, 120, 1_440]), locationKind: one(['AT_ARTISAN', 'AT_CUSTOMER'] as const) },
      ...one([
        { horizonDays: one([1, 2, 3, 60, 60, 60]), horizonWorkingDays: null },
        { horizonDays: null, horizonWorkingDays: one([1, 2, 7]) },
      ]),
    },
    opening: {
      zone,
      rules: [...some(14, week), ...some(7, () => ({ ...ruleOf(dice, dates), ...{ startMinute: 0, endMinute: 360 } }))],
      breaks: some(6, week),
      exceptions: new Map(some(1, () => [one(dates), some(2, () => windowOf(dice))])),
      closures: some(1, () => closureOf(dice, dates)),
      isHoliday: holidaysOfRegion(holidayRegion),
    },
    taken: some(6, () => takenOf(dice, dates)),
  });
  return { zone, date, plan, holidayRegion, dice };
}
