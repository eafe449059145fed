import { sql } from 'kysely';
import { eraseFiles } from '../files/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { RetentionClass } from '../platform/retention.ts';

/** Reports of figures, with their sealed files: what they were computed from stays. */
export const insightsRetention: readonly RetentionClass[] = [
  {
    name: 'STATS_REPORTS',
    description: { fr: 'rapports de chiffres', en: 'reports of figures' },
    table: 'stats_report',
    since: sql.ref('stats_report.finished_at'),
    days: { usual: 90, least: 1, most: 3_653 },
    ground: 'OPERATION',
    action: 'DELETE',
    apply: async (tx, ids) => {
      const { db } = writing(tx.em);
      const files = await db
        .selectFrom('stats_report')
        .select('file_id')
        .where('id', 'in', ids)
        .where('file_id', 'is not', null)
        .execute();
      await db.deleteFrom('stats_report').where('id', 'in', ids).execute();
      await eraseFiles(
        tx,
        files.map(({ file_id }) => file_id as string),
      );
    },
  },
];
