import type { DayWindow } from '../../../entities/scheduling/opening.entity.ts';
import { dateOf, dayOf, edgeOf, weekdayOf, weekOf } from './local-days.ts';
import { overlap, united, without, type Span } from './spans.ts';

/** Windows or breaks, week by week. Dates are written `2026-12-24`; the last one of a validity belongs to it. */
export interface WeeklyRule extends DayWindow {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly everyWeeks: number;
  readonly anchorOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Whole local dates, the last one with them, or instants. */
export type ClosedTime =
  | { readonly fromOn: string; readonly untilOn: string; readonly isYearly: boolean }
  | (Span & { readonly fromOn: null });

/** When an artisan is open for one offering. */
export interface Opening {
  readonly zone: string;
  readonly rules: readonly WeeklyRule[];
  readonly breaks: readonly WeeklyRule[];
  /** By local date. */
  readonly exceptions: ReadonlyMap<string, readonly DayWindow[]>;
  readonly closures: readonly ClosedTime[];
  readonly isHoliday: (date: string) => boolean;
}

/** What decides the hours of a local day; the first of them that applies. */
export type OpeningSource = 'CLOSURE' | 'EXCEPTION' | 'HOLIDAY' | 'WEEKLY';

export interface DayHours {
  readonly source: OpeningSource;
  readonly hours: readonly Span[];
  /** What is cut out of the hours. */
  readonly breaks: readonly Span[];
}

/** A closure wins over an exception, which replaces the whole day, its breaks too; that over a holiday, and that over the week. */
export function hoursOn(opening: Opening, day: number): DayHours {
  const date = dateOf(day);
  if (opening.closures.some((closure) => closesDate(closure, date))) return closed('CLOSURE');
  const exception = opening.exceptions.get(date);
  if (exception !== undefined)
    return { source: 'EXCEPTION', hours: united(spansOn(opening.zone, day, exception)), breaks: [] };
  if (opening.isHoliday(date)) return closed('HOLIDAY');
  const of = (rules: readonly WeeklyRule[]): Span[] =>
    united(
      spansOn(
        opening.zone,
        day,
        rules.filter((rule) => appliesOn(rule, day, date)),
      ),
    );
  return { source: 'WEEKLY', hours: of(opening.rules), breaks: of(opening.breaks) };
}

/** The windows of a local day: what its hours leave once breaks and closures are cut out. */
export function windowsOn(opening: Opening, day: number): Span[] {
  const { hours, breaks } = hoursOn(opening, day);
  return hours.length === 0 ? [] : without(hours, [...breaks, ...closedSpans(opening)]);
}

/** Does a closure of instants touch this time? */
export const isClosedIn = (opening: Opening, span: Span): boolean =>
  closedSpans(opening).some((closure) => overlap(closure, span));

const closedSpans = ({ closures }: Opening): Span[] => closures.filter((closure) => closure.fromOn === null);

const closed = (source: OpeningSource): DayHours => ({ source, hours: [], breaks: [] });

const spansOn = (zone: string, day: number, windows: readonly DayWindow[]): Span[] =>
  windows.map(({ startMinute, endMinute }) => ({
    from: edgeOf(zone, day, startMinute),
    to: edgeOf(zone, day, endMinute),
  }));

/** Does the week of a rule have this local day? */
export const appliesOn = (rule: WeeklyRule, day: number, date: string): boolean =>
  rule.weekday === weekdayOf(day) &&
  (rule.validFrom === null || rule.validFrom <= date) &&
  (rule.validTo === null || date <= rule.validTo) &&
  isItsWeek(rule, day);

const isItsWeek = ({ everyWeeks, anchorOn }: WeeklyRule, day: number): boolean =>
  everyWeeks === 1 || anchorOn === null || (weekOf(day) - weekOf(dayOf(anchorOn))) % everyWeeks === 0;

function closesDate(closure: ClosedTime, date: string): boolean {
  if (closure.fromOn === null || date < closure.fromOn) return false;
  return date <= closure.untilOn || (closure.isYearly && comesBackOn(closure, date));
}

/** By month and day, across the new year too; a year or more closes every day. */
function comesBackOn(
  { fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string },
  date: string,
): boolean {
  const [first, last, day] = [fromOn, untilOn, date].map((text) => text.slice(5)) as [string, string, string];
  const years = Number(untilOn.slice(0, 4)) - Number(fromOn.slice(0, 4));
  if (years > 1 || (years === 1 && last >= first)) return true;
  return years === 0 ? first <= day && day <= last : first <= day || day <= last;
}
