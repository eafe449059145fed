import { UploadSession, uploadStatuses } from '../../../../entities/archive/upload-session.entity.ts';
import { idOf } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { isOver } from '../../../kernel/states.ts';
import type { Tx } from '../../../platform/context.ts';
import { uploadStates } from '../upload.states.ts';

/** One's own uploads that are under way, the newest first: at most twenty. */
export function listUploads({ em, actor }: Tx<'em' | 'actor'>): Promise<UploadSession[]> {
  const uploaderId = idOf(actor);
  if (uploaderId === null) throw new DomainError('UNAUTHENTICATED');
  const status = uploadStatuses.filter((one) => !isOver(uploadStates, one));
  return em.find(
    UploadSession,
    { uploaderId, status: { $in: status } },
    { orderBy: { createdAt: 'desc', id: 'desc' } },
  );
}
