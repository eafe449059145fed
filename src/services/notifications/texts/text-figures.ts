import { numberFrom } from '../../platform/orm/values.ts';
import type { MetricDefinition } from '../../platform/metrics.ts';

const dayMs = 24 * 3_600_000;

/** Of the last day: older texts do not change, and counting all would cost. */
export const textMetrics: readonly MetricDefinition[] = [
  {
    name: 'sms_failed_ratio',
    help: 'Share of the text messages of the last day that failed or were not delivered',
    read: async ({ db, now }) => {
      const rows = await db
        .selectFrom('sms_delivery')
        .select(({ fn }) => ['status', fn.countAll().as('count')])
        .where('created_at', '>=', new Date(now.getTime() - dayMs))
        .where('status', '<>', 'OPTED_OUT')
        .groupBy('status')
        .execute();
      const countOf = (isMeant: (status: string) => boolean): number =>
        rows.filter(({ status }) => isMeant(status)).reduce((sum, { count }) => sum + numberFrom(count), 0);
      const all = countOf(() => true);
      return all === 0 ? [] : [{ value: countOf((one) => one === 'FAILED' || one === 'UNDELIVERED') / all }];
    },
  },
];
