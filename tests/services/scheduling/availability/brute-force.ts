import type { WeeklyRule } from '../../../../src/services/scheduling/availability/opening.ts';
import type { Plan } from '../../../../src/services/scheduling/availability/plan.ts';
import type { Span } from '../../../../src/services/scheduling/availability/spans.ts';

/**
 * Availability as its definition says it, of every minute: what does the clock show, has it shown that before, is anything closed or
 * taken? It shares the facts with the product, and no arithmetic.
 */

const minuteMs = 60_000;
const dayMinutes = 1_440;

/** What the clocks of a zone show in the minutes of some days, in minutes since 1970. */
export interface Readings {
  /** The first minute. */
  readonly from: number;
  readonly shown: Int32Array;
  /** The latest that was ever shown: it stands still while clocks that went back catch up. */
  readonly reached: Int32Array;
}

export function readClock(zone: string, from: number, minutes: number): Readings {
  const shown = Int32Array.from({ length: minutes }, (_, index) => {
    const local = Temporal.Instant.fromEpochMilliseconds(from + index * minuteMs).toZonedDateTimeISO(zone);
    return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute) / minuteMs;
  });
  let latest = -Infinity;
  return { from, shown, reached: shown.map((wall) => (latest = Math.max(latest, wall))) };
}

/** The local dates of readings by their number of days, and what is open on them, minute by minute. */
const dateOf = (wall: number): string =>
  new Date(Math.floor(wall / dayMinutes) * dayMinutes * minuteMs).toISOString().slice(0, 10);

type OpenMinute = (minute: number) => boolean;

function openMinutesOf({ opening }: Plan, date: string): OpenMinute {
  const day = Temporal.PlainDate.from(date);
  if (opening.closures.some((closure) => closure.fromOn !== null && isClosedOn(closure, day))) return () => false;
  const exception = opening.exceptions.get(date);
  const within = (windows: readonly { startMinute: number; endMinute: number }[]): OpenMinute =>
    windows.length === 0
      ? () => false
      : (minute) => windows.some((window) => window.startMinute <= minute && minute < window.endMinute);
  if (exception) return within(exception);
  if (opening.isHoliday(date)) return () => false;
  const isOpen = within(opening.rules.filter((rule) => isOn(rule, day)));
  const isBreak = within(opening.breaks.filter((rule) => isOn(rule, day)));
  return (minute) => isOpen(minute) && !isBreak(minute);
}

function isClosedOn(
  { fromOn, untilOn, isYearly }: { fromOn: string; untilOn: string; isYearly: boolean },
  day: Temporal.PlainDate,
): boolean {
  const [first, last] = [fromOn, untilOn].map((date) => Temporal.PlainDate.from(date)) as [
    Temporal.PlainDate,
    Temporal.PlainDate,
  ];
  const years = isYearly ? Math.max(0, day.year - first.year) : 0;
  // The closure of this year, and the one that began the year before.
  return [years, years - 1]
    .filter((later) => later >= 0)
    .some((later) => {
      const [from, to] = [first.add({ years: later }), last.add({ years: later })];
      return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0;
    });
}

function isOn({ weekday, everyWeeks, anchorOn, validFrom, validTo }: WeeklyRule, day: Temporal.PlainDate): boolean {
  const monday = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });
  const weeks =
    anchorOn === null
      ? 0
      : monday(Temporal.PlainDate.from(anchorOn)).until(monday(day), { largestUnit: 'weeks' }).weeks;
  return (
    day.dayOfWeek === weekday + 1 &&
    weeks % everyWeeks === 0 &&
    (validFrom === null || Temporal.PlainDate.compare(day, validFrom) >= 0) &&
    (validTo === null || Temporal.PlainDate.compare(day, validTo) <= 0)
  );
}

/** For each minute of the readings: the local day in whose windows it is, or -1 where nothing is open. */
function windowDays(plan: Plan, { from, reached }: Readings): Int32Array {
  const days = new Map<number, OpenMinute>();
  const closures = plan.opening.closures.filter((closure) => closure.fromOn === null);
  return reached.map((wall, index) => {
    const at = from + index * minuteMs;
    const day = Math.floor(wall / dayMinutes);
    const isOpen = days.get(day) ?? openMinutesOf(plan, dateOf(wall));
    days.set(day, isOpen);
    return isOpen(wall - day * dayMinutes) && !closures.some((closure) => closure.from <= at && at < closure.to)
      ? day
      : -1;
  });
}

/** For each minute, how long its window has been open. */
function minutesOpen(windows: Int32Array): Int32Array {
  let open = 0;
  return windows.map((day, index) => (open = windows[index - 1] === day ? open + 1 : 0));
}

/** Minutes that are taken, whole groups of five. */
function takenMinutes({ taken }: Plan, { from, reached }: Readings): Uint8Array {
  const minutes = new Uint8Array(reached.length);
  for (const { padded } of taken) minutes.fill(1, ...fives(padded, from));
  return minutes;
}

const fives = (span: Span, from: number): [number, number] => {
  const five = 5 * minuteMs;
  const [first, last] = [Math.floor(span.from / five) * five, Math.ceil(span.to / five) * five];
  return [Math.max(0, (first - from) / minuteMs), (last - from) / minuteMs];
};

/** The last local date on which an appointment may begin. */
function lastDateOf({ offering, opening, now }: Plan): string {
  let day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(opening.zone).toPlainDate();
  const isWorking = () => day.dayOfWeek <= 5 && !opening.isHoliday(day.toString());
  for (let left = offering.horizonDays ?? offering.horizonWorkingDays ?? 0; left > 0;) {
    day = day.add({ days: 1 });
    if (offering.horizonDays !== null || isWorking()) left -= 1;
  }
  return day.toString();
}

/** The instants of a range at which an appointment is offered. */
export function bruteForceStarts(plan: Plan, readings: Readings, range: Span): number[] {
  const { offering, now } = plan;
  const { from, shown } = readings;
  const windows = windowDays(plan, readings);
  const busy = takenMinutes(plan, readings);
  const last = lastDateOf(plan);
  const travel = offering.locationKind === 'AT_CUSTOMER' ? plan.travelMinutes : 0;
  const shownDay = (at: number): string => dateOf(shown[(at - from) / minuteMs] ?? 0);
  const booked = (date: string): number =>
    plan.taken.filter(({ offeringId, core }) => offeringId === offering.id && shownDay(core.from) === date).length;
  const openFor = minutesOpen(windows);
  const isOffered = (at: number): boolean => {
    const minute = (at - from) / minuteMs;
    if (windows[minute] === -1 || (openFor[minute] ?? 0) % offering.slotStepMinutes !== 0) return false;
    if (at < now + offering.noticeMinutes * minuteMs || shownDay(at) > last) return false;
    if (offering.maxPerDay !== null && booked(shownDay(at)) >= offering.maxPerDay) return false;
    const core = windows.subarray(minute, minute + offering.durationMinutes);
    const padded = {
      from: at - (offering.bufferBeforeMinutes + travel) * minuteMs,
      to: at + (offering.durationMinutes + offering.bufferAfterMinutes + travel) * minuteMs,
    };
    return core.every((day) => day === windows[minute]) && !busy.subarray(...fives(padded, from)).includes(1);
  };
  const starts: number[] = [];
  for (let at = Math.ceil(range.from / minuteMs) * minuteMs; at < range.to; at += minuteMs)
    if (isOffered(at)) starts.push(at);
  return starts;
}
