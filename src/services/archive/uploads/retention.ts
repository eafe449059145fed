import { sql } from 'kysely';
import type { RetentionClass } from '../../platform/retention.ts';

/** Uploads that have ended: what came of them is a version with a receipt, or nothing. */
export const uploadsRetention: readonly RetentionClass[] = [
  {
    name: 'UPLOADS',
    description: { fr: 'envois vers les armoires qui sont terminés', en: 'uploads to cabinets that have ended' },
    table: 'upload_session',
    since: sql.ref('upload_session.ended_at'),
    days: { usual: 30, least: 1, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
];
