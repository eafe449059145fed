import type { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import type { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import type { SealedFile } from '../../vault/index.ts';
import { addUploaded, releasePlace } from './destination.ts';
import { discardSegments } from './discard-segments.ts';
import { uploadExpired, uploadFinished, uploadRefused } from './events.ts';
import { publishUpload } from './live.ts';
import { lockOwnUpload, lockUpload } from './own-upload.ts';
import type { SigningKeys } from '../../platform/signing-keys.ts';
import { writeReceipt } from './receipts/receipt.ts';
import { uploadStates, type UploadVerb } from './upload.states.ts';

type Ending = Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue' | 'emit'>;

export interface Completion {
  readonly uploadId: string;
  readonly sealed: SealedFile;
  readonly signer: SigningKeys;
  /** A version that has the same bytes, and was read back. */
  readonly provenVersionId: string | undefined;
}

/**
 * Makes the sealed bytes a version, with its receipt; false when that was done already. One transaction, under the upload's lock.
 * `UnprovenVersion` when the document has these bytes: its version gets the receipt, once it was read back.
 */
export async function completeUpload(
  tx: Ending,
  { uploadId, sealed, signer, provenVersionId }: Completion,
): Promise<boolean> {
  const session = await lockUpload(tx, uploadId);
  if (session?.status !== 'FINISHING') return false;
  await releasePlace(tx, session);
  await discardSegments(tx, uploadId, sealed.versionId);
  const { document, version } = await addUploaded(tx, { session, sealed, provenVersionId });
  const [documentId, versionId] = [document.id, version.id];
  writeReceipt(tx, session, { stored: { documentId, versionId, sha256: sealed.sha256 }, signer });
  Object.assign(session, { madeDocumentId: documentId, madeVersionId: versionId });
  end(tx, session, 'complete');
  tx.emit(uploadFinished, { uploadId, documentId, versionId });
  return true;
}

/** Ends an upload that cannot become a version; nothing of it is kept. */
export async function refuseUpload(
  tx: Ending,
  { uploadId, refusal }: { readonly uploadId: string; readonly refusal: DomainError },
): Promise<void> {
  const session = await lockUpload(tx, uploadId);
  if (session?.status !== 'FINISHING') return;
  session.refusal = refusal.code;
  await drop(tx, session, 'refuse');
  tx.emit(uploadRefused, { uploadId, code: refusal.code });
}

/** Gives up one's own upload. Errors: NOT_FOUND, ACTION_NOT_ALLOWED once all of it has arrived. */
export async function cancelUpload(tx: Ending, { uploadId }: { readonly uploadId: string }): Promise<UploadSession> {
  const session = await lockOwnUpload(tx, uploadId);
  await drop(tx, session, 'cancel');
  return session;
}

/** Ends an upload that nobody continued for seven days. */
export async function expireUpload(
  tx: Ending,
  { uploadId, before }: { readonly uploadId: string; readonly before: Date },
): Promise<void> {
  const session = await lockUpload(tx, uploadId);
  if (session?.status !== 'RECEIVING' || session.lastActiveAt >= before) return;
  await drop(tx, session, 'expire');
  tx.emit(uploadExpired, { uploadId });
}

/** Ends it without a version: its place is free again, and its bytes are unreadable from here on. */
export async function drop(tx: Ending, session: UploadSession, verb: UploadVerb): Promise<void> {
  end(tx, session, verb);
  await releasePlace(tx, session);
  await discardSegments(tx, session.id);
}

const actions = {
  complete: 'UPLOAD_FINISHED',
  refuse: 'UPLOAD_REFUSED',
  cancel: 'UPLOAD_CANCELLED',
  expire: 'UPLOAD_EXPIRED',
} as const;

function end(tx: Ending, session: UploadSession, verb: UploadVerb): void {
  transition(uploadStates, session, verb);
  session.endedAt = tx.now;
  session.writer = null;
  const { id, cabinetId, refusal, madeVersionId: versionId } = session;
  tx.record({
    action: actions[verb as keyof typeof actions],
    targetType: 'upload',
    targetId: id,
    payload: { cabinetId, ...(refusal === null ? {} : { refusal }), ...(versionId === null ? {} : { versionId }) },
  });
  publishUpload(tx, session);
}
