import { sql, type RawBuilder } from 'kysely';
import type { Currency } from '../kernel/money.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import type { Bucket } from './buckets.ts';

/** The pages of an order: those that were verified, else measured, else declared; a pack that nobody counted has none. */
export const pagesOfOrder = sql<number>`coalesce(verified_pages, measured_pages, declared_pages, 0)`;
/** What an order costs: the price that the team fixed, else what was ordered. */
export const priceOfOrder = sql<number>`coalesce(final_cents, total_cents)`;

/** The baskets of one currency that were paid within a bucket. */
export interface Baskets {
  readonly currency: Currency;
  readonly count: number;
  readonly cents: number;
}

export interface OrderFigures {
  readonly placed: number;
  readonly completed: number;
  readonly cancelled: number;
  /** Of those completed. */
  readonly pages: number;
  readonly baskets: readonly Baskets[];
}

const within = (column: string, { from, to }: Bucket) =>
  sql`from customer_order where ${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}`;

/** One row of each kind for each bucket; several of `paid`, by currency. */
const kinds: readonly ((bucket: Bucket) => RawBuilder<unknown>)[] = [
  (bucket) => sql`'placed' as kind, '' as currency, count(*) as n, 0 as amount ${within('created_at', bucket)}`,
  (bucket) =>
    sql`'completed' as kind, '' as currency, count(*) as n, sum(${pagesOfOrder}) as amount ${within('completed_at', bucket)} and status = 'COMPLETED'`,
  (bucket) =>
    sql`'cancelled' as kind, '' as currency, count(*) as n, 0 as amount ${within('cancelled_at', bucket)} and status = 'CANCELLED'`,
  (bucket) =>
    sql`'paid' as kind, currency, count(*) as n, sum(${priceOfOrder}) as amount ${within('paid_at', bucket)} and status <> 'CANCELLED' group by currency`,
];

interface Row {
  readonly place: number;
  readonly kind: 'placed' | 'completed' | 'cancelled' | 'paid';
  readonly currency: Currency;
  readonly n: unknown;
  readonly amount: unknown;
}

/** Terms of a compound statement that the embedded database takes. */
const mostTerms = 400;

/** Orders placed, completed, cancelled and paid within each bucket. */
export async function orderFigures(db: Db, buckets: readonly Bucket[]): Promise<OrderFigures[]> {
  const terms = buckets.flatMap((bucket, place) =>
    kinds.map((kind) => sql`select ${sql.lit(place)} as place, ${kind(bucket)}`),
  );
  const rows: Row[] = [];
  for (let done = 0; done < terms.length; done += mostTerms)
    rows.push(
      ...(await sql<Row>`${sql.join(terms.slice(done, done + mostTerms), sql` union all `)}`.execute(db)).rows,
    );
  return buckets.map((_, place) => figuresIn(rows.filter((row) => Number(row.place) === place)));
}

function figuresIn(rows: readonly Row[]): OrderFigures {
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  const count = (kind: Row['kind']): number => of(kind).reduce((sum, { n }) => sum + numberFrom(n), 0);
  return {
    placed: count('placed'),
    completed: count('completed'),
    cancelled: count('cancelled'),
    pages: of('completed').reduce((sum, { amount }) => sum + numberFrom(amount), 0),
    baskets: of('paid')
      .map(({ currency, n, amount }) => ({ currency, count: numberFrom(n), cents: numberFrom(amount) }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}
