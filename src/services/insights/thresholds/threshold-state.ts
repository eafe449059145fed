import type { ThresholdKind } from '../../../entities/insights/threshold-limit.entity.ts';
import { electronicSalesInUnion } from '../../billing/index.ts';
import { money, type Money } from '../../kernel/money.ts';
import { daysBetween } from '../../kernel/working-days.ts';
import { bucketOf, today, type Bucket, type Moment } from '../buckets.ts';
import { figuresOf } from '../days/figures-of.ts';
import type { Db } from '../../platform/context.ts';

/** What of a limit matters for its figures. */
export interface Limit {
  readonly kind: ThresholdKind;
  readonly amount: Money;
  /** The first day of the activity; null when it is older, or never prorated. */
  readonly activityFrom: string | null;
}

export interface ThresholdFigures {
  /** The limit of this year: prorated in the year in which the activity began. */
  readonly limit: Money;
  readonly revenue: Money;
  /** What the year would bring at the pace so far. */
  readonly projection: Money;
  /** Of the limit: 0.8 is eighty percent. */
  readonly share: number;
}

const beginning = (year: number): string => `${year}-01-01`;
const end = (year: number): string => `${year}-12-31`;
/** Both included. */
const days = (from: string, to: string): number => daysBetween(from, to) + 1;

/** When the counting of a year begins: with the activity in its first year, else on 1 January. */
const beginsOn = ({ activityFrom }: Omit<Limit, 'kind'>, year: number): string =>
  activityFrom !== null && activityFrom.startsWith(`${year}-`) ? activityFrom : beginning(year);

/** Whole units, rounded down: an alarm comes rather early than late. */
export const proratedLimit = (limit: Omit<Limit, 'kind'>, year: number): Money =>
  money(
    Math.floor((limit.amount.amount * days(beginsOn(limit, year), end(year))) / days(beginning(year), end(year))),
    limit.amount.currency,
  );

/** A year against a limit: up to now, or the whole of a year that is over. */
export async function thresholdFigures(
  db: Db,
  { limit, year, moment }: { readonly limit: Limit; readonly year: number; readonly moment: Moment },
): Promise<ThresholdFigures> {
  const present = today(moment).toString();
  const last = present < end(year) ? present : end(year);
  const whole = bucketOf(Temporal.PlainDate.from(beginning(year)), Temporal.PlainDate.from(last), moment);
  const revenue =
    limit.kind === 'UNION_ELECTRONIC'
      ? await electronicSalesInUnion(db, whole)
      : await receivedIn(db, whole, { limit, moment });
  return stateOf({ limit, year, last, revenue });
}

/** What came in, less what went back. */
async function receivedIn(
  db: Db,
  bucket: Bucket,
  { limit, moment }: { readonly limit: Limit; readonly moment: Moment },
): Promise<Money> {
  const [figures] = await figuresOf(db, moment, [bucket]);
  const { currency } = limit.amount;
  const own = figures?.money.find((each) => each.currency === currency);
  return money((own?.received ?? 0) - (own?.returned ?? 0), currency);
}

interface Known {
  readonly limit: Omit<Limit, 'kind'>;
  readonly year: number;
  /** The last day that counts. */
  readonly last: string;
  readonly revenue: Money;
}

export function stateOf({ limit, year, last, revenue }: Known): ThresholdFigures {
  const first = beginsOn(limit, year);
  const prorated = proratedLimit(limit, year);
  const run = Math.max(1, days(first, last));
  return {
    limit: prorated,
    revenue,
    projection: money(Math.round((revenue.amount * days(first, end(year))) / run), revenue.currency),
    share: revenue.amount / prorated.amount,
  };
}
