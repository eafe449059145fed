import { sql, type RawBuilder } from 'kysely';
import type { Currency } from '../kernel/money.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import type { Bucket } from './buckets.ts';

/** Money of one currency within a bucket, in minor units. */
export interface MoneyFigure {
  readonly currency: Currency;
  readonly received: number;
  /** Refunded, taken back by a bank, or never arrived after all. */
  readonly returned: number;
}

/**
 * Payments that count as revenue: all but those of the demo, and those of orders that were cancelled. `p` is the payment. The money
 * of an invoice counts as that of the order it was issued for.
 */
export const isRevenue = sql<boolean>`p.provider <> 'DEMO'
  and (p.subject_type <> 'ORDER' or not exists (
    select 1 from customer_order o where o.id = p.subject_id and o.status = 'CANCELLED'))
  and (p.subject_type <> 'INVOICE' or not exists (
    select 1 from invoice i join customer_order o on o.id = i.subject_id
    where i.id = p.subject_id and i.subject_type = 'ORDER' and o.status = 'CANCELLED'))`;

interface Movement {
  readonly sign: 1 | -1;
  /** Whether a row belongs to a bucket, and what it is. */
  readonly rows: (bucket: Bucket) => RawBuilder<unknown>;
}

const at = (column: string, { from, to }: Bucket) => sql`${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`;
const on = (column: string, { startsOn, endsOn }: Bucket) =>
  sql`${sql.ref(column)} >= ${startsOn} and ${sql.ref(column)} <= ${endsOn}`;

/** Money that came through a provider counts when it was confirmed; money without one on the local day that somebody wrote down. */
const movements: readonly Movement[] = [
  {
    sign: 1,
    rows: (bucket) =>
      sql`p.amount_cents as cents, p.currency from payment p where ${at('p.paid_at', bucket)} and p.received_on is null`,
  },
  {
    sign: 1,
    rows: (bucket) =>
      sql`p.amount_cents as cents, p.currency from payment p where ${on('p.received_on', bucket)} and p.paid_at is not null`,
  },
  {
    sign: -1,
    rows: (bucket) =>
      sql`r.amount_cents as cents, r.currency from refund r join payment p on p.id = r.payment_id where ${at('r.succeeded_at', bucket)} and r.paid_on is null and r.status = 'SUCCEEDED'`,
  },
  {
    sign: -1,
    rows: (bucket) =>
      sql`r.amount_cents as cents, r.currency from refund r join payment p on p.id = r.payment_id where ${on('r.paid_on', bucket)} and r.status = 'SUCCEEDED'`,
  },
  {
    sign: -1,
    rows: (bucket) =>
      sql`v.amount_cents as cents, v.currency from payment_reversal v join payment p on p.id = v.payment_id where ${at('v.at', bucket)}`,
  },
  {
    sign: -1,
    rows: (bucket) =>
      sql`d.amount_cents as cents, d.currency from dispute d join payment p on p.id = d.payment_id where ${at('d.closed_at', bucket)} and d.status = 'LOST'`,
  },
];

/** Terms of a compound statement that the embedded database takes. */
const mostTerms = 400;

interface Row {
  readonly place: number;
  readonly sign: number;
  readonly currency: Currency;
  readonly cents: unknown;
}

/** What came and what went back within each bucket, by currency. Nothing: an empty list. */
export async function moneyFigures(db: Db, buckets: readonly Bucket[]): Promise<MoneyFigure[][]> {
  const terms = buckets.flatMap((bucket, place) =>
    movements.map(
      ({ sign, rows }) =>
        sql`select ${sql.lit(place)} as place, ${sql.lit(sign)} as sign, currency, sum(cents) as cents from (select ${rows(bucket)} and ${isRevenue}) as moved group by currency`,
    ),
  );
  const figures = buckets.map(() => new Map<Currency, { received: number; returned: number }>());
  for (let done = 0; done < terms.length; done += mostTerms) {
    const { rows } = await sql<Row>`${sql.join(terms.slice(done, done + mostTerms), sql` union all `)}`.execute(db);
    for (const row of rows) {
      const known = figures[Number(row.place)] as (typeof figures)[number];
      const figure = known.get(row.currency) ?? { received: 0, returned: 0 };
      figure[Number(row.sign) > 0 ? 'received' : 'returned'] += numberFrom(row.cents);
      known.set(row.currency, figure);
    }
  }
  return figures.map((each) =>
    [...each].map(([currency, figure]) => ({ currency, ...figure })).toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  );
}
