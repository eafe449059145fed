import type { SlotRefusalReason } from '../../kernel/appointments.ts';
import { localDayOf, minuteMs } from './local-days.ts';
import { hoursOn, isClosedIn, windowsOn } from './opening.ts';
import {
  bookableTime,
  fullDays,
  lengthsOf,
  onGrid,
  paddedAt,
  type ExplainedPlan,
  type Plan,
  type TakenTime,
} from './plan.ts';
import { contains, overlap, type Span } from './spans.ts';

/** Why a time is not offered. */
export interface SlotRefusal {
  readonly reason: SlotRefusalReason;
  /** What takes the time, where something does: a booking, a hold, or a block of a calendar, and when it is. */
  readonly taken?: TakenTime;
}

export interface SlotAsked {
  readonly start: number;
  readonly partySize: number;
}

/** Every reason why an appointment is not offered at an instant; none when it is. */
export const refusalsOf = (plan: ExplainedPlan, asked: SlotAsked): SlotRefusal[] => [
  ...[...generalReasons(plan, asked), ...openingReasons(plan, asked.start)].map((reason) => ({ reason })),
  ...takenReasons(plan, asked.start),
  ...(fullDays(plan).has(localDayOf(plan.opening.zone, asked.start)) ? [{ reason: 'DAILY_LIMIT' as const }] : []),
];

function generalReasons(plan: Plan, { start, partySize }: SlotAsked): SlotRefusalReason[] {
  const bookable = bookableTime(plan);
  const facts: readonly (readonly [boolean, SlotRefusalReason])[] = [
    [plan.offering.status === 'ARCHIVED', 'ARCHIVED'],
    [!plan.isPublished, 'PAUSED'],
    [plan.isStale, 'STALE_CALENDAR'],
    [partySize > plan.offering.capacity, 'CAPACITY'],
    [start < bookable.from, 'NOTICE'],
    [start >= bookable.to, 'HORIZON'],
  ];
  return facts.filter(([is]) => is).map(([, reason]) => reason);
}

function openingReasons(plan: Plan, start: number): SlotRefusalReason[] {
  const core = coreAt(plan, start);
  const day = localDayOf(plan.opening.zone, start);
  const window = windowsOn(plan.opening, day).find((span) => contains(span, core));
  if (window === undefined) return closedReasons(plan, day, core);
  return (start - window.from) % (plan.offering.slotStepMinutes * minuteMs) === 0 ? [] : ['OFF_GRID'];
}

const coreAt = (plan: Plan, start: number): Span => ({ from: start, to: start + lengthsOf(plan).core });

/** Why no window holds the appointment. */
function closedReasons({ opening }: Plan, day: number, core: Span): SlotRefusalReason[] {
  const { source, hours, breaks } = hoursOn(opening, day);
  const outside = source === 'WEEKLY' ? ('OUTSIDE_OPENING' as const) : source;
  return [
    ...(source !== 'CLOSURE' && isClosedIn(opening, core) ? (['CLOSURE'] as const) : []),
    ...(hours.some((span) => contains(span, core)) ? [] : [outside]),
    ...(breaks.some((span) => overlap(span, core)) ? (['BREAK'] as const) : []),
  ];
}

const takenReasons = (plan: ExplainedPlan, start: number): SlotRefusal[] => {
  const [core, padded] = [coreAt(plan, start), paddedAt(start, lengthsOf(plan))];
  return plan.taken
    .filter((taken) => overlap(onGrid(taken.padded), padded))
    .map((taken) => ({ reason: overlap(taken.core, core) ? reasonsOfKinds[taken.kind] : 'BUFFER', taken }));
};

const reasonsOfKinds = {
  BOOKING: 'BOOKED',
  GROUP_SESSION: 'BOOKED',
  HOLD: 'HELD',
  OFFER: 'HELD',
  EXTERNAL: 'EXTERNAL',
} as const;
