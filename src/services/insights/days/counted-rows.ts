import { sql, type RawBuilder } from 'kysely';
import { dialectOfReader } from '../../platform/keyset.ts';
import type { Db } from '../../platform/context.ts';

/** The pages of an order: those that were verified, else measured, else declared; a pack that nobody counted has none. */
export const pagesOfOrder = sql<number>`coalesce(verified_pages, measured_pages, declared_pages, 0)`;
/** What an order costs: the price that the team fixed, else what was ordered. */
const priceOfOrder = sql<number>`coalesce(final_cents, total_cents)`;

const isLeftOut = sql`(o.status = 'CANCELLED' or o.is_demo = 1)`;

/**
 * Payments that count as revenue: all but those of orders that were cancelled, and of a demo. `p` is the payment. The money
 * of an invoice counts as that of the order it was issued for.
 */
const isRevenue = sql<boolean>`(p.subject_type <> 'ORDER' or not exists (
    select 1 from customer_order o where o.id = p.subject_id and ${isLeftOut}))
  and (p.subject_type <> 'INVOICE' or not exists (
    select 1 from invoice i join customer_order o on o.id = i.subject_id
    where i.id = p.subject_id and i.subject_type = 'ORDER' and ${isLeftOut}))`;

const refunds = sql`from refund r join payment p on p.id = r.payment_id where r.status = 'SUCCEEDED' and ${isRevenue}`;
const lost = sql`from dispute d join payment p on p.id = d.payment_id where d.status = 'LOST' and ${isRevenue}`;
const undone = sql`from payment_reversal v join payment p on p.id = v.payment_id where ${isRevenue}`;

/** The last word of a person in `c`: what the application writes, what only the team reads, and what was deleted, count for nothing. A visitor’s is a customer’s. */
const lastRole = sql`(
  select coalesce(u.role, 'CUSTOMER') from message m left join ${sql.table('user')} u on u.id = m.sender_id
  where m.conversation_id = c.id and (m.sender_id is not null or m.visitor_id is not null) and m.deleted_at is null and m.audience = 'ALL' order by m.created_at desc, m.id desc limit 1)`;

/** How the moment of a row is stored: an instant, milliseconds since 1970, or a local day that somebody wrote down. */
export type Form = 'INSTANT' | 'MILLISECONDS' | 'DAY';

/** Rows that count on the day of one of their columns. */
export interface Counted {
  readonly kind: 'PLACED' | 'COMPLETED' | 'CANCELLED' | 'PAID' | 'DUE' | 'MADE' | 'PENDING' | 'RECEIVED' | 'RETURNED';
  readonly column: string;
  readonly form: Form;
  /** What they differ by: a state, or a currency. */
  readonly detail: RawBuilder<unknown>;
  readonly amount: RawBuilder<unknown>;
  /** From where, up to a condition. */
  readonly rows: RawBuilder<unknown>;
}

const nothing = { detail: sql`null`, amount: sql`0` };
const orders = (condition: RawBuilder<unknown>) => sql`from customer_order where ${condition}`;

/** Money that came through a provider counts when it was confirmed; money without one on the local day that somebody wrote down. */
const money: readonly Counted[] = [
  {
    ...{ kind: 'RECEIVED', column: 'p.paid_at', form: 'INSTANT', detail: sql`p.currency`, amount: sql`p.amount_cents` },
    rows: sql`from payment p where p.received_on is null and ${isRevenue}`,
  },
  {
    ...{ kind: 'RECEIVED', column: 'p.received_on', form: 'DAY', detail: sql`p.currency`, amount: sql`p.amount_cents` },
    rows: sql`from payment p where p.paid_at is not null and ${isRevenue}`,
  },
  ...(
    [
      ['r.succeeded_at', 'INSTANT', 'r', sql`${refunds} and r.paid_on is null`],
      ['r.paid_on', 'DAY', 'r', refunds],
      ['v.at', 'INSTANT', 'v', undone],
      ['d.closed_at', 'INSTANT', 'd', lost],
    ] as const
  ).map(([column, form, row, rows]): Counted => ({
    ...{ kind: 'RETURNED', column, form, rows },
    ...{ detail: sql.ref(`${row}.currency`), amount: sql.ref(`${row}.amount_cents`) },
  })),
];

export const countedRows: readonly Counted[] = [
  {
    ...{ kind: 'PLACED', column: 'created_at', form: 'INSTANT', amount: sql`0`, rows: orders(sql`1 = 1`) },
    detail: sql`case when status = 'PAID' and proofreader_id is null then 'UNASSIGNED' else status end`,
  },
  {
    ...{ kind: 'COMPLETED', column: 'completed_at', form: 'INSTANT', detail: sql`null`, amount: pagesOfOrder },
    rows: orders(sql`status = 'COMPLETED'`),
  },
  { kind: 'CANCELLED', column: 'cancelled_at', form: 'INSTANT', ...nothing, rows: orders(sql`status = 'CANCELLED'`) },
  {
    ...{ kind: 'PAID', column: 'paid_at', form: 'INSTANT', detail: sql`currency`, amount: priceOfOrder },
    rows: orders(sql`status <> 'CANCELLED' and is_demo = 0`),
  },
  // By the key of the due date, which has an index.
  {
    ...{ kind: 'DUE', column: 'due_key', form: 'MILLISECONDS', ...nothing },
    rows: orders(sql`status in ('PAID', 'IN_PROGRESS')`),
  },
  { kind: 'MADE', column: 'created_at', form: 'INSTANT', ...nothing, rows: sql`from ${sql.table('user')} where 1 = 1` },
  {
    ...{ kind: 'PENDING', column: 'c.last_message_at', form: 'INSTANT', ...nothing },
    rows: sql`from conversation c where ${lastRole} = 'CUSTOMER'`,
  },
  ...money,
];

/** Every time zone changes its day at a quarter of an hour of UTC: rows are counted by those. */
export const quarterMs = 900_000;

/** The quarter of an hour since 1970 in which the moment of a row is; null for a day that somebody wrote down. */
export function quarterOf(db: Db, { column, form }: Pick<Counted, 'column' | 'form'>): RawBuilder<unknown> {
  if (form === 'DAY') return sql`null`;
  if (dialectOfReader(db) === 'sqlite') return sql`(${sql.ref(column)} / ${sql.lit(quarterMs)})`;
  return form === 'MILLISECONDS'
    ? sql`(${sql.ref(column)} div ${sql.lit(quarterMs)})`
    : sql`floor(timestampdiff(second, '1970-01-01', ${sql.ref(column)}) / 900)`;
}
