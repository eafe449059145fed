import { sql, type RawBuilder } from 'kysely';
import type { Currency } from '../kernel/money.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import type { Bucket } from './buckets.ts';
import { extentOf, Places, quarterOf, type Extent } from './places.ts';

/** Money of one currency within a bucket, in minor units. */
export interface MoneyFigure {
  readonly currency: Currency;
  readonly received: number;
  /** Refunded, taken back by a bank, or never arrived after all. */
  readonly returned: number;
}

const isLeftOut = sql`(o.status = 'CANCELLED' or o.is_demo = 1)`;

/**
 * Payments that count as revenue: all but those of orders that were cancelled, and of a demo. `p` is the payment. The money
 * of an invoice counts as that of the order it was issued for.
 */
export const isRevenue = sql<boolean>`(p.subject_type <> 'ORDER' or not exists (
    select 1 from customer_order o where o.id = p.subject_id and ${isLeftOut}))
  and (p.subject_type <> 'INVOICE' or not exists (
    select 1 from invoice i join customer_order o on o.id = i.subject_id
    where i.id = p.subject_id and i.subject_type = 'ORDER' and ${isLeftOut}))`;

interface Movement {
  readonly sign: 1 | -1;
  /** The column of its instant, or of the local day that somebody wrote down. */
  readonly column: string;
  readonly isDay: boolean;
  readonly rows: RawBuilder<unknown>;
}

const refunds = sql`r.amount_cents as cents, r.currency from refund r join payment p on p.id = r.payment_id where r.status = 'SUCCEEDED'`;

/** Money that came through a provider counts when it was confirmed; money without one on the local day that somebody wrote down. */
const movements: readonly Movement[] = [
  {
    ...{ sign: 1, column: 'p.paid_at', isDay: false },
    rows: sql`p.amount_cents as cents, p.currency from payment p where p.received_on is null`,
  },
  {
    ...{ sign: 1, column: 'p.received_on', isDay: true },
    rows: sql`p.amount_cents as cents, p.currency from payment p where p.paid_at is not null`,
  },
  { sign: -1, column: 'r.succeeded_at', isDay: false, rows: sql`${refunds} and r.paid_on is null` },
  { sign: -1, column: 'r.paid_on', isDay: true, rows: refunds },
  {
    ...{ sign: -1, column: 'v.at', isDay: false },
    rows: sql`v.amount_cents as cents, v.currency from payment_reversal v join payment p on p.id = v.payment_id where 1 = 1`,
  },
  {
    ...{ sign: -1, column: 'd.closed_at', isDay: false },
    rows: sql`d.amount_cents as cents, d.currency from dispute d join payment p on p.id = d.payment_id where d.status = 'LOST'`,
  },
];

interface Row {
  readonly sign: number;
  readonly quarter: unknown;
  readonly day: string | null;
  readonly currency: Currency;
  readonly cents: unknown;
}

function termOf(db: Db, { sign, column, isDay, rows }: Movement, extent: Extent): RawBuilder<unknown> {
  const [from, to] = isDay ? [extent.startsOn, extent.endsOn] : [extent.from, extent.to];
  const until = isDay ? sql`<=` : sql`<`;
  const [quarter, day] = isDay ? [sql`null`, sql.ref(column)] : [quarterOf(db, column), sql`null`];
  return sql`select ${sql.lit(sign)} as sign, quarter, day, currency, sum(cents) as cents from (
    select ${quarter} as quarter, ${day} as day, ${rows}
    and ${sql.ref(column)} >= ${from} and ${sql.ref(column)} ${until} ${to} and ${isRevenue}
  ) as moved group by quarter, day, currency`;
}

/** What came and what went back within each bucket, by currency. Nothing: an empty list. */
export async function moneyFigures(db: Db, buckets: readonly Bucket[]): Promise<MoneyFigure[][]> {
  const extent = extentOf(buckets);
  const terms = movements.map((movement) => termOf(db, movement, extent));
  const { rows } = await sql<Row>`${sql.join(terms, sql` union all `)}`.execute(db);
  const places = new Places(buckets);
  const figures = buckets.map(() => new Map<Currency, { received: number; returned: number }>());
  for (const row of rows) {
    const place = row.day === null ? places.ofQuarter(Number(row.quarter)) : places.ofDay(row.day);
    if (place === undefined) continue;
    const known = figures[place] as (typeof figures)[number];
    const figure = known.get(row.currency) ?? { received: 0, returned: 0 };
    figure[Number(row.sign) > 0 ? 'received' : 'returned'] += numberFrom(row.cents);
    known.set(row.currency, figure);
  }
  return figures.map((each) =>
    [...each]
      .map(([currency, figure]) => ({ currency, ...figure }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  );
}
