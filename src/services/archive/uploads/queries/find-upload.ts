import { UploadReceipt } from '../../../../entities/archive/upload-receipt.entity.ts';
import { UploadSession } from '../../../../entities/archive/upload-session.entity.ts';
import { idOf, type Actor } from '../../../access/actor.ts';
import { DomainError, hiding } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { ReadContext, Tx } from '../../../platform/context.ts';

/** One's own upload, as it is now. Another's does not exist. */
export async function findUpload(
  { em, actor }: Tx<'em' | 'actor'>,
  { uploadId }: { readonly uploadId: string },
): Promise<UploadSession> {
  const found = isId(uploadId) ? await em.findOne(UploadSession, { id: uploadId }) : null;
  if (found === null) throw new DomainError('NOT_FOUND');
  if (found.uploaderId !== idOf(actor)) throw hiding({ type: 'upload', id: uploadId });
  return found;
}

/** The receipt of an upload; null before it is done. */
export const findReceipt = (
  { em }: Tx<'em'>,
  { uploadId }: { readonly uploadId: string },
): Promise<UploadReceipt | null> => em.findOne(UploadReceipt, { sessionId: uploadId });

/** The ids of those of these people who may follow the upload: who began it. */
export async function whoFollowsUpload(
  { db }: Pick<ReadContext, 'db'>,
  uploadId: string,
  people: readonly Actor[],
): Promise<ReadonlySet<string>> {
  const row = await db.selectFrom('upload_session').select('uploader_id').where('id', '=', uploadId).executeTakeFirst();
  return new Set(people.flatMap((person) => (idOf(person) === row?.uploader_id ? [row?.uploader_id as string] : [])));
}
