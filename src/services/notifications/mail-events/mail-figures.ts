import { numberFrom } from '../../platform/orm/values.ts';
import type { MetricDefinition } from '../../platform/metrics.ts';

const dayMs = 24 * 3_600_000;

/** What becomes of mails, and the addresses that get none. */
export const mailMetrics: readonly MetricDefinition[] = [
  {
    name: 'mail_deliveries',
    help: 'E-mails written in the last day, by their present state',
    labelNames: ['status'],
    read: async ({ db, now }) => {
      const rows = await db
        .selectFrom('email_delivery')
        .select(({ fn }) => ['status', fn.countAll().as('count')])
        .where('created_at', '>=', new Date(now.getTime() - dayMs))
        .groupBy('status')
        .execute();
      return rows.map(({ status, count }) => ({ labels: { status }, value: numberFrom(count) }));
    },
  },
  {
    name: 'mail_suppressions',
    help: 'Addresses that no mail is sent to',
    read: async ({ db }) => {
      const row = await db
        .selectFrom('email_suppression')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('scope', '=', 'EVERYTHING')
        .executeTakeFirstOrThrow();
      return [{ value: numberFrom(row.count) }];
    },
  },
];
