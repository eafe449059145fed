import type { FileQuestion } from '../files/index.ts';
import { can } from '../access/actor.ts';

/** A report is read by who asked for it, while they may ask for one. */
export const mayReadReport: FileQuestion = async ({ db, actor }, fileId) =>
  can(actor, 'stats:report') &&
  (await db
    .selectFrom('stats_report')
    .select('id')
    .where('file_id', '=', fileId)
    .where('requested_by_id', '=', actor.userId ?? '')
    .executeTakeFirst()) !== undefined;
