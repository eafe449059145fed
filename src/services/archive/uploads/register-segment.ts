import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import { UploadSegment, type UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import type { SealedFile } from '../../vault/index.ts';
import { finishUploadTask } from './finish-upload.task.ts';
import { publishProgress, publishUpload } from './live.ts';
import { lockUpload } from './own-upload.ts';
import { uploadStates } from './upload.states.ts';

export interface SealedSegment {
  readonly uploadId: string;
  readonly writer: string;
  readonly sealed: SealedFile;
}

type Registering = Tx<'em' | 'now' | 'publish' | 'enqueue'>;

/** Makes a sealed segment count. `UPLOAD_BUSY` when another request has taken over: its bytes count, not these. */
export async function registerSegment(
  tx: Registering,
  { uploadId, writer, sealed }: SealedSegment,
): Promise<UploadSession> {
  const session = await lockUpload(tx, uploadId);
  if (session === null || session.status !== 'RECEIVING' || session.writer !== writer)
    throw new DomainError('UPLOAD_BUSY', { retryAfter: 1 });
  tx.em.create(DataKey, {
    id: sealed.dekId,
    fileId: sealed.fileId,
    versionId: sealed.versionId,
    kekId: sealed.kekId,
    wrapped: sealed.wrappedKey,
  });
  tx.em.create(UploadSegment, {
    id: sealed.versionId,
    sessionId: session.id,
    position: session.segmentCount,
    sizeBytes: sealed.size,
    storedBytes: sealed.storedSize,
    chunkCount: sealed.chunkCount,
    dataKeyId: sealed.dekId,
    sha256: sealed.sha256,
    ciphertextSha256: sealed.ciphertextSha256,
  });
  session.segmentCount += 1;
  session.receivedBytes += sealed.size;
  session.lastActiveAt = tx.now;
  if (session.receivedBytes === session.sizeBytes) finishReceived(tx, session);
  else publishProgress(tx, session);
  return session;
}

/** All of it is there: a job judges it and makes it a document. */
export function finishReceived(tx: Pick<Registering, 'now' | 'publish' | 'enqueue'>, session: UploadSession): void {
  transition(uploadStates, session, 'finish');
  session.writer = null;
  tx.enqueue(finishUploadTask, { uploadId: session.id }, { dedupeKey: `archive.finish-upload:${session.id}` });
  publishUpload(tx, session);
}
