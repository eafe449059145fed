import { createHash } from 'node:crypto';
import type { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { release } from '../../kernel/release.ts';
import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';
import type { AppContext } from '../../platform/context.ts';
import { checkHead, claimedType, inspected, type FileType } from '../../files/index.ts';
import { passingPieces, sealFile, type SealedFile, type StoredFile } from '../../vault/index.ts';
import type { SealedSegment } from './queries/sealed-segments.ts';

type Vaulting = Pick<AppContext, 'vault'>;
type Judged = Pick<UploadSession, 'fileId' | 'name' | 'mimeType' | 'kind' | 'sizeBytes' | 'sha256'>;

/**
 * Looks at all that has arrived as multipart uploads are looked at, and answers the one sealed file that holds it: the segment itself where
 * there is one, else all of them sealed anew, under a key of its own. Every byte of that file was read back from storage and is what
 * arrived. Errors: CHECKSUM_MISMATCH, FILE_TYPE_REFUSED, FILE_DAMAGED.
 */
export async function judgeUpload(
  ctx: Vaulting,
  session: Judged,
  segments: readonly SealedSegment[],
): Promise<SealedFile> {
  const type = claimedType({ name: session.name, declaredType: session.mimeType }, { kinds: [session.kind] });
  const plain = judged(type, session, plainOf(ctx, segments));
  const [only, ...more] = segments;
  if (only === undefined || more.length > 0) {
    const sealed = await sealFile(ctx.vault, { fileId: session.fileId, versionId: newId(), source: plain });
    try {
      requireDeclared(session, sealed.sha256);
      await readBack(ctx, sealed);
      return sealed;
    } catch (error) {
      await ctx.vault.storage.delete(sealed.versionId);
      throw error;
    }
  }
  if ((await hashOf(plain)) !== only.sha256) throw new DomainError('FILE_DAMAGED');
  requireDeclared(session, only.sha256);
  return only;
}

function requireDeclared({ sha256, sizeBytes }: Judged, found: string): void {
  if (sha256 !== null && sha256 !== found) throw new DomainError('CHECKSUM_MISMATCH');
  if (sizeBytes === 0 && found !== emptySha256) throw new DomainError('FILE_DAMAGED');
}

const emptySha256 = createHash('sha256').digest('hex');

/** The same bytes, judged by their beginning and as they pass. An empty file is what its type says an empty file is. */
async function* judged(type: FileType, session: Judged, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (session.sizeBytes === 0) return requireEmptyAllowed(type);
  yield* inspected(
    withHead(source, Math.min(headBytes, session.sizeBytes), (head) => checkHead(type, head)),
    type.inspector?.(),
  );
}

const headBytes = 64 * 1024;

/** Is nothing at all a file of this type? A text may be empty. */
export function requireEmptyAllowed(type: FileType): void {
  if (!type.begins(Buffer.alloc(0))) checkHead(type, Buffer.alloc(0));
}

/** The same bytes; their beginning is shown before any of it passes. */
async function* withHead(
  source: AsyncIterable<Uint8Array>,
  length: number,
  look: (head: Buffer) => void,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const bytes of source) {
    if (head === undefined) yield bytes;
    else {
      head = Buffer.concat([head, bytes]);
      if (head.length < length) continue;
      look(head.subarray(0, length));
      yield head;
      head = undefined;
    }
  }
}

async function* plainOf({ vault }: Vaulting, segments: readonly StoredFile[]): AsyncGenerator<Uint8Array> {
  for (const segment of segments) yield* passingPieces(vault, segment);
}

/** What is stored opens, whole, and is what was sealed. */
async function readBack({ vault }: Vaulting, sealed: SealedFile): Promise<void> {
  if ((await hashOf(passingPieces(vault, sealed))) !== sealed.sha256) throw new DomainError('FILE_DAMAGED');
}

const bytesPerYield = 256 * 1024;

/** SHA-256 of a stream, in hexadecimal; lets others in between. */
export async function hashOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  let sinceYield = 0;
  for await (const bytes of source) {
    hash.update(bytes);
    sinceYield += bytes.length;
    release(bytes);
    if (sinceYield < bytesPerYield) continue;
    sinceYield = 0;
    await yieldToEventLoop();
  }
  return hash.digest('hex');
}
