import { sql } from 'kysely';
import { statesAllowing } from '../../kernel/states.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { MetricDefinition } from '../../platform/metrics.ts';
import { uploadStates } from './upload.states.ts';

/** What uploads are waiting for: bytes, or their judgement. */
export const uploadMetrics: readonly MetricDefinition[] = [
  {
    name: 'archive_uploads',
    help: 'Uploads to the archive that are under way, by state',
    labelNames: ['status'],
    read: async ({ db }) => {
      const rows = await db
        .selectFrom('upload_session')
        .select(['status', sql<unknown>`count(*)`.as('n')])
        .where('status', 'in', [...statesAllowing(uploadStates, 'append'), ...statesAllowing(uploadStates, 'complete')])
        .groupBy('status')
        .execute();
      return rows.map(({ status, n }) => ({ labels: { status }, value: numberFrom(n) }));
    },
  },
];
