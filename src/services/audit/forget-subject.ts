import { writing } from '../platform/orm/values.ts';
import { sql } from 'kysely';
import type { Tx } from '../platform/context.ts';

/**
 * Destroys the personal values of a person in the audit log: first the key, then the rows under it. The entries
 * stay and the chain stays whole; what they say in numbers and states stays readable. Nothing is kept about the person
 * from then on. Called by an erasure, in its transaction; again is harmless. Returns how many rows went.
 */
export async function forgetSubject(
  { em, now, record }: Tx<'em' | 'now' | 'record'>,
  { subjectId }: { subjectId: string },
): Promise<number> {
  const { db, dialect } = writing(em);
  const insert = db.insertInto('audit_subject').values({ id: subjectId, key_id: null, forgotten_at: null });
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('id').doNothing())
  ).execute();
  const { numUpdatedRows } = await db
    .updateTable('audit_subject')
    .set({ key_id: null, forgotten_at: now })
    .where('id', '=', subjectId)
    .where('forgotten_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return 0;
  // Every key made for the subject bears the subject's id in the place of a file's.
  await db.deleteFrom('data_key').where('file_id', '=', subjectId).execute();
  const { numDeletedRows } = await db
    .deleteFrom('audit_personal')
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow();
  record({ action: 'AUDIT_SUBJECT_FORGOTTEN', targetId: subjectId, payload: { rows: Number(numDeletedRows) } });
  return Number(numDeletedRows);
}
