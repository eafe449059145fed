import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';
import { dayMs } from './local-days.ts';
import { bookableTime, type Plan } from './plan.ts';
import type { PlanReader } from './read-plans.ts';
import { offeredStarts } from './slots.ts';
import type { Span } from './spans.ts';

/** A start, and who offers it. */
export interface OfferedStart {
  readonly start: number;
  readonly artisanIds: readonly string[];
}

/** The starts that artisans offer in a range, ascending; one that several of them offer is one. */
export async function startsOfAll(plans: readonly Plan[], range: Span): Promise<OfferedStart[]> {
  const offered = new Map<number, string[]>();
  for (const [index, plan] of plans.entries()) {
    if (index > 0) await yieldToEventLoop();
    for (const start of offeredStarts(plan, range)) {
      const ids = offered.get(start);
      if (ids === undefined) offered.set(start, [plan.artisanId]);
      else ids.push(plan.artisanId);
    }
  }
  const starts = [...offered].map(([start, artisanIds]) => ({ start, artisanIds }));
  return plans.length > 1 ? starts.sort((a, b) => a.start - b.start) : starts;
}

/** How far ahead is looked at first, and at once: the horizon is a year at most, and the first free time is mostly near. */
const [firstStretchMs, longestStretchMs] = [2 * dayMs, 31 * dayMs];

/** The first starts from an instant on, up to the horizon, of the artisans whose plans are read. */
export async function nextStarts(read: PlanReader, from: number, limit: number): Promise<OfferedStart[]> {
  const found: OfferedStart[] = [];
  let [begin, stretchMs] = [from, firstStretchMs];
  while (found.length < limit) {
    const range = { from: begin, to: begin + stretchMs };
    const plans = await read(range);
    if (plans.every((plan) => bookableTime(plan).to <= begin)) break;
    found.push(...(await startsOfAll(plans, range)));
    begin = range.to;
    stretchMs = Math.min(stretchMs * 4, longestStretchMs);
  }
  return found.slice(0, limit);
}
