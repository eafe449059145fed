import { LockMode } from '@mikro-orm/core';
import { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { ReadContext, Tx } from '../../platform/context.ts';

/** One's own upload, locked until the commit. Another's does not exist. */
export async function lockOwnUpload({ em, actor }: Tx<'em' | 'actor'>, uploadId: string): Promise<UploadSession> {
  const session = isId(uploadId) ? await lockUpload({ em }, uploadId) : null;
  if (session === null) throw new DomainError('NOT_FOUND');
  if (session.uploaderId !== idOf(actor)) throw hiding({ type: 'upload', id: uploadId });
  return session;
}

/** The same without a lock, for what is done before: nobody else's request is ended by whoever only knows its address. */
export async function requireOwnUpload({ db, actor }: Pick<ReadContext, 'db' | 'actor'>, id: string): Promise<void> {
  const query = db.selectFrom('upload_session').select('uploader_id').where('id', '=', id);
  const row = isId(id) ? await query.executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.uploader_id !== idOf(actor)) throw hiding({ type: 'upload', id });
}

export const lockUpload = ({ em }: Tx<'em'>, uploadId: string): Promise<UploadSession | null> =>
  em.findOne(UploadSession, { id: uploadId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
