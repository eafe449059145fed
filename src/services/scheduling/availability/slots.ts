import { localDayOf, minuteMs } from './local-days.ts';
import { windowsOn } from './opening.ts';
import { bookableTime, busyTimes, fullDays, lengthsOf, paddedAt, type Plan } from './plan.ts';
import type { Span } from './spans.ts';

/** The instants of a range at which an appointment is offered, ascending. Whether the offering takes bookings at all is asked before. */
export function offeredStarts(plan: Plan, range: Span): number[] {
  const bookable = bookableTime(plan);
  const within = { from: Math.max(range.from, bookable.from), to: Math.min(range.to, bookable.to) };
  const [busy, lengths] = [busyTimes(plan), lengthsOf(plan)];
  const full = fullDays(plan);
  return daysIn(plan.opening.zone, within)
    .filter((day) => !full.has(day))
    .flatMap((day) => windowsOn(plan.opening, day))
    .flatMap((window) => startsIn(window, plan, within))
    .filter((start) => isFree(busy, paddedAt(start, lengths)));
}

/** The local days that a range touches. */
function daysIn(zone: string, { from, to }: Span): number[] {
  if (from >= to) return [];
  const first = localDayOf(zone, from);
  return Array.from({ length: localDayOf(zone, to - 1) - first + 1 }, (_, at) => first + at);
}

/** A window's start and a whole number of steps of elapsed time, as long as the appointment ends with the window. */
function startsIn(window: Span, { offering }: Plan, within: Span): number[] {
  const step = offering.slotStepMinutes * minuteMs;
  const skipped = Math.max(0, Math.ceil((within.from - window.from) / step));
  const last = Math.min(window.to - offering.durationMinutes * minuteMs, within.to - 1);
  const starts: number[] = [];
  for (let start = window.from + skipped * step; start <= last; start += step) starts.push(start);
  return starts;
}

/** Does none of these times overlap it? They are apart from one another and in order: the last that begins before its end decides. */
function isFree(busy: readonly Span[], wanted: Span): boolean {
  let [low, high] = [0, busy.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((busy[middle]?.from ?? Infinity) < wanted.to) low = middle + 1;
    else high = middle;
  }
  return (busy[low - 1]?.to ?? -Infinity) <= wanted.from;
}
