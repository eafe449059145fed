import { sql } from 'kysely';
import type { Currency } from '../kernel/money.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import type { Bucket } from './buckets.ts';
import { extentOf, Places, quarterOf } from './places.ts';

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

/** By the column of its instant. */
const kinds = [
  { kind: 'placed', column: 'created_at', amount: sql`0`, among: sql`1 = 1` },
  { kind: 'completed', column: 'completed_at', amount: pagesOfOrder, among: sql`status = 'COMPLETED'` },
  { kind: 'cancelled', column: 'cancelled_at', amount: sql`0`, among: sql`status = 'CANCELLED'` },
  { kind: 'paid', column: 'paid_at', amount: priceOfOrder, among: sql`status <> 'CANCELLED' and is_demo = 0` },
] as const;

interface Row {
  readonly kind: (typeof kinds)[number]['kind'];
  readonly quarter: unknown;
  readonly currency: Currency;
  readonly n: unknown;
  readonly amount: unknown;
}

/** Orders placed, completed, cancelled and paid within each bucket. */
export async function orderFigures(db: Db, buckets: readonly Bucket[]): Promise<OrderFigures[]> {
  const { from, to } = extentOf(buckets);
  const terms = kinds.map(
    ({ kind, column, amount, among }) =>
      sql`select ${sql.lit(kind)} as kind, quarter, currency, count(*) as n, sum(amount) as amount from (
        select ${quarterOf(db, column)} as quarter, currency, ${amount} as amount from customer_order
        where ${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to} and ${among}
      ) as those group by quarter, currency`,
  );
  const { rows } = await sql<Row>`${sql.join(terms, sql` union all `)}`.execute(db);
  const places = new Places(buckets);
  const byPlace = Map.groupBy(rows, ({ quarter }) => places.ofQuarter(Number(quarter)));
  return buckets.map((_, place) => figuresIn(byPlace.get(place) ?? []));
}

function figuresIn(rows: readonly Row[]): OrderFigures {
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  const count = (kind: Row['kind']): number => of(kind).reduce((sum, { n }) => sum + numberFrom(n), 0);
  return {
    placed: count('placed'),
    completed: count('completed'),
    cancelled: count('cancelled'),
    pages: of('completed').reduce((sum, { amount }) => sum + numberFrom(amount), 0),
    baskets: [...Map.groupBy(of('paid'), ({ currency }) => currency)]
      .map(([currency, paid]) => ({
        currency,
        count: paid.reduce((sum, { n }) => sum + numberFrom(n), 0),
        cents: paid.reduce((sum, { amount }) => sum + numberFrom(amount), 0),
      }))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  };
}
