import { sql, type RawBuilder } from 'kysely';
import type { Currency } from '../../kernel/money.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import type { Bucket } from '../buckets.ts';
import { extentOf, Places, type Extent } from '../places.ts';
import { countedRows, quarterOf, type Counted } from './counted-rows.ts';
import { Sum, type CountName, type Figures } from './figures.ts';

interface Row {
  readonly kind: Counted['kind'];
  readonly detail: string | null;
  readonly quarter: unknown;
  readonly day: string | null;
  readonly n: unknown;
  readonly amount: unknown;
}

/** The orders placed by how they stand now; those that are PAID and nobody’s have a name of their own. */
const standings: Readonly<Record<string, readonly CountName[]>> = {
  UNASSIGNED: ['placedActive', 'placedUnassigned'],
  PAID: ['placedActive'],
  IN_PROGRESS: ['placedActive'],
  SUSPENDED: ['placedActive'],
  COMPLETED: ['placedCompleted'],
  AWAITING_REVIEW: ['placedToReview'],
};

type Take = (sum: Sum, row: { readonly detail: string; readonly n: number; readonly amount: number }) => void;

const takes: Readonly<Record<Counted['kind'], Take>> = {
  PLACED: (sum, { detail, n }) => {
    for (const name of ['placed', ...(standings[detail] ?? [])] as CountName[]) sum.count(name, n);
  },
  COMPLETED: (sum, { n, amount }) => {
    sum.count('completed', n);
    sum.count('pages', amount);
  },
  CANCELLED: (sum, { n }) => sum.count('cancelled', n),
  PAID: (sum, { detail, n, amount }) => {
    sum.amount(detail as Currency, 'baskets', n);
    sum.amount(detail as Currency, 'basketCents', amount);
  },
  DUE: (sum, { n }) => sum.count('due', n),
  MADE: (sum, { n }) => sum.count('newUsers', n),
  PENDING: (sum, { n }) => sum.count('pending', n),
  RECEIVED: (sum, { detail, amount }) => sum.amount(detail as Currency, 'received', amount),
  RETURNED: (sum, { detail, amount }) => sum.amount(detail as Currency, 'returned', amount),
};

/** From when until when, as a column stores its moments. */
function within({ column, form }: Counted, { from, to, startsOn, endsOn }: Extent): RawBuilder<unknown> {
  const ref = sql.ref(column);
  if (form === 'DAY') return sql`${ref} >= ${startsOn} and ${ref} <= ${endsOn}`;
  const [first, end] = form === 'MILLISECONDS' ? [from.getTime(), to.getTime()] : [from, to];
  return sql`${ref} >= ${first} and ${ref} < ${end}`;
}

function termOf(db: Db, counted: Counted, extent: Extent): RawBuilder<unknown> {
  const { kind, column, form, detail, amount, rows } = counted;
  const day = form === 'DAY' ? sql.ref(column) : sql`null`;
  return sql`select ${sql.lit(kind)} as kind, detail, quarter, day, count(*) as n, sum(amount) as amount from (
    select ${quarterOf(db, counted)} as quarter, ${day} as day, ${detail} as detail, ${amount} as amount ${rows}
    and ${within(counted, extent)}
  ) as those group by quarter, day, detail`;
}

/**
 * What the rows themselves say of buckets that do not overlap, in one pass over them; then each quarter of an hour, and each day that
 * somebody wrote down, is given to its bucket, so that no statement grows with the buckets.
 */
export async function figuresFromRows(db: Db, buckets: readonly Bucket[]): Promise<Figures[]> {
  const extent = extentOf(buckets);
  const terms = countedRows.map((counted) => termOf(db, counted, extent));
  const { rows } = await sql<Row>`${sql.join(terms, sql` union all `)}`.execute(db);
  const places = new Places(buckets);
  const sums = buckets.map(() => new Sum());
  for (const { kind, detail, quarter, day, n, amount } of rows) {
    const place = day === null ? places.ofQuarter(Number(quarter)) : places.ofDay(day);
    const sum = sums[place ?? -1];
    if (sum !== undefined) takes[kind](sum, { detail: detail ?? '', n: numberFrom(n), amount: numberFrom(amount) });
  }
  return sums.map((sum) => sum.figures());
}

/** The first quarter of an hour, or the first day, on which anything counts. */
export async function firstMoments(
  db: Db,
): Promise<{ readonly quarter: number | null; readonly day: string | null }[]> {
  const answers = { column: 'created_at', form: 'INSTANT', rows: sql`from message where 1 = 1` } as const;
  const terms = [...countedRows, answers].map((counted) => {
    const column = sql.ref(counted.column);
    return sql`select * from (
      select ${quarterOf(db, counted)} as quarter, ${counted.form === 'DAY' ? column : sql`null`} as day ${counted.rows}
      and ${column} is not null order by ${column} limit 1
    ) as earliest`;
  });
  const { rows } = await sql<{ quarter: unknown; day: string | null }>`${sql.join(terms, sql` union all `)}`.execute(
    db,
  );
  return rows.map(({ quarter, day }) => ({ quarter: quarter === null ? null : Number(quarter), day }));
}
