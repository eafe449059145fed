import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { removeObjectTask } from '../../files/index.ts';

/** Destroys the pieces of an upload, keys first; all of them, or all but the one that became a file. */
export async function discardSegments(
  { em, enqueue }: Tx<'em' | 'enqueue'>,
  uploadId: string,
  keptVersionId?: string,
): Promise<void> {
  const { db } = writing(em);
  const segments = await db
    .selectFrom('upload_segment')
    .select(['id', 'data_key_id'])
    .where('session_id', '=', uploadId)
    .execute();
  await db.deleteFrom('upload_segment').where('session_id', '=', uploadId).execute();
  for (const { id, data_key_id } of segments) {
    if (id === keptVersionId) continue;
    await db.deleteFrom('data_key').where('id', '=', data_key_id).execute();
    enqueue(removeObjectTask, { versionId: id });
  }
}
