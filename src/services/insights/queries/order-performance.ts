import { sql } from 'kysely';
import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { OrderPaymentState } from '../../kernel/figures.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import { medianOf, percentileOf } from '../../kernel/quantiles.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import { requirePeriod, wholeOf, type Bucket, type Period } from '../buckets.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';

export interface PerformanceRow {
  readonly status: OrderStatus;
  readonly payment: OrderPaymentState;
  readonly count: number;
  readonly amount: Money;
  readonly estimated: Money;
  readonly final: Money;
  /** What the final prices exceed the estimates by, where both are known: 0.1 is a tenth more. Null without any. */
  readonly finalAgainstEstimate: number | null;
  readonly averageDeclaredPages: number | null;
  readonly averageMeasuredPages: number | null;
  readonly averageVerifiedPages: number | null;
  /** Changes that customers asked for, on average. */
  readonly averageRevisions: number;
}

export interface OrderPerformance {
  readonly bucket: Bucket;
  readonly rows: readonly PerformanceRow[];
  /** Of the orders of the period that were delivered: days from payment to delivery. Null without any. */
  readonly medianDays: number | null;
  readonly p90Days: number | null;
}

/** How many times a customer may ask for changes: what is left of it says how often they did. */
export const revisionsGiven = 2;

/** The orders placed within a period. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE. */
export async function orderPerformance(ctx: StatsContext, period: Period): Promise<OrderPerformance> {
  requirePermission(ctx.actor, 'stats:read');
  const moment = momentOf(ctx);
  requirePeriod(period, moment);
  const bucket = wholeOf(period, moment);
  return { bucket, rows: await rowsOf(ctx.db, bucket), ...(await durations(ctx.db, bucket)) };
}

interface Row {
  readonly status: OrderStatus;
  readonly payment: OrderPaymentState;
  readonly currency: Currency;
  readonly n: unknown;
  readonly amount: unknown;
  readonly estimated: unknown;
  readonly final: unknown;
  readonly compared: unknown;
  readonly excess: unknown;
  readonly declared: unknown;
  readonly measured: unknown;
  readonly verified: unknown;
  readonly revisions: unknown;
}

async function rowsOf(db: Db, { from, to }: Bucket): Promise<PerformanceRow[]> {
  const { rows } = await sql<Row>`
    select status, payment, currency, count(*) as n, sum(total_cents) as amount,
      sum(estimated_cents) as estimated, sum(final_cents) as final,
      sum(case when final_cents is not null then estimated_cents end) as compared,
      sum(final_cents - estimated_cents) as excess,
      avg(declared_pages) as declared, avg(measured_pages) as measured, avg(verified_pages) as verified,
      avg(${sql.lit(revisionsGiven)} - revisions_left) as revisions
    from (
      select o.*, case when coalesce(p.paid, 0) = 0 then 'NONE' when p.refunded = 0 then 'PAID'
        when p.refunded >= p.paid then 'REFUNDED' else 'PARTIALLY_REFUNDED' end as payment
      from customer_order o left join (
        select subject_id, sum(amount_cents) as paid, sum(refunded_cents) as refunded
        from payment where subject_type = 'ORDER' and paid_at is not null group by subject_id
      ) p on p.subject_id = o.id
      where o.created_at >= ${from} and o.created_at < ${to}
    ) placed group by status, payment, currency order by status, payment, currency`.execute(db);
  return rows.map(shaped);
}

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));

const shaped = (row: Row): PerformanceRow => ({
  status: row.status,
  payment: row.payment,
  count: numberFrom(row.n),
  amount: money(numberFrom(row.amount), row.currency),
  estimated: money(numberFrom(row.estimated), row.currency),
  final: money(numberFrom(row.final), row.currency),
  finalAgainstEstimate: numberFrom(row.compared) === 0 ? null : numberFrom(row.excess) / numberFrom(row.compared),
  averageDeclaredPages: numberOrNull(row.declared),
  averageMeasuredPages: numberOrNull(row.measured),
  averageVerifiedPages: numberOrNull(row.verified),
  averageRevisions: numberFrom(row.revisions),
});

const dayMs = 86_400_000;

async function durations(db: Db, { from, to }: Bucket): Promise<Pick<OrderPerformance, 'medianDays' | 'p90Days'>> {
  const rows = await db
    .selectFrom('customer_order')
    .select(['paid_at', 'completed_at'])
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where('status', '=', 'COMPLETED')
    .where('paid_at', 'is not', null)
    .where('completed_at', 'is not', null)
    .execute();
  const days = rows
    .map(({ paid_at, completed_at }) => (instantFrom(completed_at).getTime() - instantFrom(paid_at).getTime()) / dayMs)
    .toSorted((a, b) => a - b);
  return { medianDays: medianOf(days), p90Days: percentileOf(days, 0.9) };
}
