import type { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { DomainError, type ErrorCode } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { requireOpenPlace } from './destination.ts';
import { lockOwnUpload } from './own-upload.ts';
import { mostSegments } from './upload-limits.ts';
import { uploadStates } from './upload.states.ts';

export interface AppendRequest {
  readonly uploadId: string;
  /** Where the sender goes on. */
  readonly offset: number;
  /** Bytes of the request; null when it does not say. */
  readonly length: number | null;
}

export interface OpenAppend {
  readonly session: UploadSession;
  /** Names this request among those that write; null when there is nothing left to write. */
  readonly writer: string | null;
}

/**
 * Lets one request add bytes, and takes the upload away from any earlier one. Errors: NOT_FOUND, UPLOAD_EXPIRED, UPLOAD_OFFSET_WRONG
 * (details: `offset`), FILE_TOO_LARGE, ACTION_NOT_ALLOWED, and those of the place where it is to be added.
 */
export async function openAppend(tx: Tx<'em' | 'actor' | 'now'>, request: AppendRequest): Promise<OpenAppend> {
  const session = await lockOwnUpload(tx, request.uploadId);
  requireAlive(session);
  checkOffset(session, request);
  if (session.status !== 'RECEIVING') return { session, writer: null };
  transition(uploadStates, session, 'append');
  await requireOpenPlace(tx, session);
  if (session.segmentCount >= mostSegments) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'append' });
  session.writer = newId();
  session.lastActiveAt = tx.now;
  return { session, writer: session.writer };
}

/** What has ended without becoming a document takes nothing more, and says why. */
export function requireAlive({ status, refusal }: Pick<UploadSession, 'status' | 'refusal'>): void {
  if (status === 'EXPIRED' || status === 'CANCELLED') throw new DomainError('UPLOAD_EXPIRED');
  if (status === 'REFUSED') throw new DomainError((refusal ?? 'UPLOAD_EXPIRED') as ErrorCode);
}

function checkOffset({ receivedBytes, sizeBytes }: UploadSession, { offset, length }: AppendRequest): void {
  if (offset !== receivedBytes) throw new DomainError('UPLOAD_OFFSET_WRONG', { offset: receivedBytes });
  if (length !== null && offset + length > sizeBytes) throw new DomainError('FILE_TOO_LARGE', { limit: sizeBytes });
}
