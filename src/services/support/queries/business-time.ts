import { businessPath } from '../../kernel/business-time.ts';
import type { Db } from '../../platform/context.ts';
import { businessHours } from '../sla/calendar.ts';

/** The way to so many minutes of business time, day by day. */
export interface BusinessTime {
  readonly endsAt: Date | null;
  readonly days: readonly {
    readonly date: string;
    readonly windows: readonly { readonly from: Date; readonly to: Date }[];
    readonly minutes: number;
  }[];
}

interface Asked {
  readonly from: Date;
  readonly minutes: number;
  /** Of the application. */
  readonly zone: string;
}

/** Days longer than this are not shown one by one: nothing is open any more, or it is years away. */
const mostDays = 400;

/** Shows the arithmetic of targets: which windows of which days count, and how much of each. */
export async function businessTime({ db }: { readonly db: Db }, { from, minutes, zone }: Asked): Promise<BusinessTime> {
  const { days, endsAt } = businessPath(await businessHours(db, zone), from, minutes);
  return {
    endsAt,
    days: days
      .slice(0, mostDays)
      .filter(({ countedMs, spans }) => countedMs > 0 || spans.length === 0)
      .map(({ localDate, spans, countedMs }) => ({
        date: localDate,
        windows: spans.map(([opens, closes]) => ({ from: new Date(opens), to: new Date(closes) })),
        minutes: countedMs / 60_000,
      })),
  };
}
