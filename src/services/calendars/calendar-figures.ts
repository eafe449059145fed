import { sql } from 'kysely';
import { instantFrom } from '../platform/orm/values.ts';
import type { MeasureDefinition } from '../platform/measures.ts';
import type { MetricDefinition } from '../platform/metrics.ts';

/** The oldest reading of those connections that are to be read. */
export const calendarMetrics: readonly MetricDefinition[] = [
  {
    name: 'calendar_age_seconds',
    help: 'Age of the oldest successful reading among the connected calendars, by provider',
    labelNames: ['provider'],
    read: async ({ db, now }) => {
      const rows = await db
        .selectFrom('calendar_connection')
        .select(['provider', sql<unknown>`min(coalesce(last_success_at, created_at))`.as('oldest')])
        .where('status', '=', 'CONNECTED')
        .groupBy('provider')
        .execute();
      return rows.map(({ provider, oldest }) => ({
        labels: { provider },
        value: Math.max(0, (now.getTime() - instantFrom(oldest).getTime()) / 1_000),
      }));
    },
  },
];

export const calendarMeasures: readonly MeasureDefinition[] = [
  {
    name: 'calendar_failures_total',
    help: 'Readings of calendars that failed, by provider',
    labelNames: ['provider'],
  },
];
