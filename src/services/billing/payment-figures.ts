import { instantFrom, numberFrom } from '../platform/orm/values.ts';
import type { MetricDefinition } from '../platform/metrics.ts';
import type { Db } from '../platform/context.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Asked {
  readonly db: Db;
  readonly now: Date;
}

/** How payments of the last day ended, or stand, by provider and method. Older ones do not change any more, and counting all would cost. */
async function countPayments({ db, now }: Asked) {
  const rows = await db
    .selectFrom('payment')
    .select(({ fn }) => ['provider', 'method', 'status', fn.countAll().as('count')])
    .where('created_at', '>=', new Date(now.getTime() - dayMs))
    .groupBy(['provider', 'method', 'status'])
    .execute();
  return rows.map(({ count, ...labels }) => ({ labels, value: numberFrom(count) }));
}

export interface CardPayments {
  readonly succeeded: number;
  readonly failed: number;
}

/** Card payments begun within the hour that were paid or refused. One that is open, or that nobody finished, is neither. */
export async function cardPaymentsOfHour({ db, now }: Asked): Promise<CardPayments> {
  const rows = await db
    .selectFrom('payment')
    .select(({ fn }) => ['status', fn.countAll().as('count')])
    .where('created_at', '>=', new Date(now.getTime() - hourMs))
    .where('method', '=', 'CARD')
    .where('status', 'in', ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'FAILED'])
    .groupBy('status')
    .execute();
  let [succeeded, failed] = [0, 0];
  for (const { status, count } of rows) {
    if (status === 'FAILED') failed += numberFrom(count);
    else succeeded += numberFrom(count);
  }
  return { succeeded, failed };
}

const secondsSince = (
  { now }: Pick<Asked, 'now'>,
  oldest: Parameters<typeof instantFrom>[0] | null | undefined,
): number =>
  oldest === null || oldest === undefined ? 0 : Math.max(0, now.getTime() - instantFrom(oldest).getTime()) / 1_000;

/** Seconds; 0 when of every payment somebody knows whether it was made. */
async function oldestUnknownPayment({ db, now }: Asked): Promise<number> {
  const row = await db
    .selectFrom('payment')
    .select(({ fn }) => fn.min('unknown_since').as('oldest'))
    .where('status', '=', 'UNKNOWN')
    .executeTakeFirst();
  return secondsSince({ now }, row?.oldest);
}

/** Seconds; 0 when every event was processed. */
async function oldestWaitingEvent({ db, now }: Asked): Promise<number> {
  const row = await db
    .selectFrom('webhook_event')
    .select(({ fn }) => fn.min('created_at').as('oldest'))
    .where('status', '=', 'RECEIVED')
    .executeTakeFirst();
  return secondsSince({ now }, row?.oldest);
}

async function countRefundsDue({ db }: Asked): Promise<number> {
  const row = await db
    .selectFrom('payment')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('refund_due_reason', 'is not', null)
    .executeTakeFirst();
  return numberFrom(row?.count);
}

/** What Prometheus reads of payments. */
export const billingMetrics: readonly MetricDefinition[] = [
  {
    name: 'payments_of_last_day',
    help: 'Payments begun in the last 24 hours, by provider, method and status',
    labelNames: ['provider', 'method', 'status'],
    read: countPayments,
  },
  {
    name: 'card_payments_success_ratio',
    help: 'Of the card payments begun in the last hour that were paid or refused, the share that was paid; absent without any',
    read: async (asked) => {
      const { succeeded, failed } = await cardPaymentsOfHour(asked);
      return succeeded + failed === 0 ? [] : [{ value: succeeded / (succeeded + failed) }];
    },
  },
  {
    name: 'payment_events_oldest_waiting_seconds',
    help: 'Age of the oldest event of a payment provider that is not processed',
    read: async (asked) => [{ value: await oldestWaitingEvent(asked) }],
  },
  {
    name: 'payments_oldest_unknown_seconds',
    help: 'How long nobody has known of a payment whether it was made, of the oldest such payment',
    read: async (asked) => [{ value: await oldestUnknownPayment(asked) }],
  },
  {
    name: 'payments_refund_due',
    help: 'Payments that must be refunded',
    read: async (asked) => [{ value: await countRefundsDue(asked) }],
  },
];
