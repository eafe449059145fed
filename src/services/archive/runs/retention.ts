import { sql } from 'kysely';
import type { RetentionClass } from '../../platform/retention.ts';

/** Actions on many documents that have ended: what came of each was answered. */
export const runsRetention: readonly RetentionClass[] = [
  {
    name: 'DOCUMENT_RUNS',
    description: {
      fr: 'actions groupées sur des documents, qui sont terminées',
      en: 'actions on many documents that have ended',
    },
    table: 'document_run',
    since: sql.ref('document_run.ended_at'),
    days: { usual: 30, least: 1, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
];
