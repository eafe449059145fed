import { LockMode } from '@mikro-orm/core';
import { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';

/** One's own upload, locked until the commit. Another's does not exist. */
export async function lockOwnUpload({ em, actor }: Tx<'em' | 'actor'>, uploadId: string): Promise<UploadSession> {
  const session = isId(uploadId) ? await lockUpload({ em }, uploadId) : null;
  if (session === null) throw new DomainError('NOT_FOUND');
  if (session.uploaderId !== idOf(actor)) throw hiding({ type: 'upload', id: uploadId });
  return session;
}

export const lockUpload = ({ em }: Tx<'em'>, uploadId: string): Promise<UploadSession | null> =>
  em.findOne(UploadSession, { id: uploadId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
