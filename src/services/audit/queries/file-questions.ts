import type { FileQuestion } from '../../files/index.ts';
import { can } from '../../access/actor.ts';

/** An extract is read by the person who requested it, a sealed segment by those who may seal; both while they have that permission. */
export const mayReadAuditFile: FileQuestion = async ({ db, actor }, fileId) => {
  if (can(actor, 'audit:export')) {
    const own = await db
      .selectFrom('audit_export')
      .select('id')
      .where('file_id', '=', fileId)
      .where('requested_by_id', '=', actor.userId ?? '')
      .executeTakeFirst();
    if (own !== undefined) return true;
  }
  return can(actor, 'audit:seal') && (await isSegmentFile({ db, actor }, fileId));
};

const isSegmentFile = async (
  { db }: Pick<Parameters<FileQuestion>[0], 'db' | 'actor'>,
  fileId: string,
): Promise<boolean> =>
  (await db.selectFrom('audit_segment').select('id').where('file_id', '=', fileId).executeTakeFirst()) !== undefined;
