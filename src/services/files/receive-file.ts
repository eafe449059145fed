import type { FileKind, StoredFile } from '../../entities/files/stored-file.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { Scope, Surroundings } from '../platform/scope.ts';
import { sealFile } from '../vault/index.ts';
import { fileName } from './file-name.ts';
import { acceptedExtensions, checkHead, claimedType, type FileType } from './inspection/file-types.ts';
import { inspected } from './inspection/inspected.ts';
import { checkPixels } from './inspection/pixels.ts';
import { checkQuota } from './quota.ts';
import { registerFile } from './register-file.ts';

/** A file on its way in, as the upload door hands it over. */
export interface IncomingFile {
  readonly filename: string;
  readonly mimetype: string;
  createReadStream(): NodeJS.ReadableStream & AsyncIterable<Uint8Array>;
}

export interface Reception<O> {
  readonly upload: Promise<IncomingFile>;
  readonly kinds: readonly FileKind[];
  /** Ties the file to what it is for; same transaction as the file's own rows. */
  readonly attach: (scope: Scope, file: StoredFile) => Promise<O>;
  /** Refuses before any byte is read: may this person add a file here, now? */
  readonly permit?: () => Promise<void>;
}

type Needed = Pick<Surroundings, 'run' | 'db' | 'actor' | 'config' | 'vault' | 'uploadSlots'>;

/**
 * Receives a file: judged by name, declaration, first bytes and directory; sealed on the way to disk; then its rows
 * and what it is attached to commit together. A crash in between leaves noise without a key, which a sweep removes.
 */
export async function receiveFile<O>(needs: Needed, reception: Reception<O>): Promise<O> {
  const ownerId = personOf(needs.actor);
  const release = needs.uploadSlots.take(ownerId);
  try {
    await reception.permit?.();
    await checkQuota(needs.db, ownerId);
    const incoming = await arrived(reception.upload);
    const name = fileName(incoming.filename);
    const type = claimedType({ name, declaredType: incoming.mimetype }, reception.kinds);
    const ids = { fileId: newId(), versionId: newId() };
    const sealed = await sealFile(needs.vault, {
      ...ids, limit: needs.config.MAX_UPLOAD_BYTES,
      source: inspected(readable(incoming), type),
      inspect: (head) => judgeHead(type, Buffer.from(head.buffer, head.byteOffset, head.byteLength)),
    });
    return await needs.run(async (scope: Scope, input: typeof reception) => {
      const file = registerFile(scope, { sealed, name, mimeType: type.mimeType, kind: type.kind, ownerId });
      return input.attach(scope, file);
    }, reception);
  } catch (error) {
    throw withAccepted(error, reception.kinds);
  } finally {
    release();
  }
}

/** Every refusal of a type says which ones this field takes, whoever refused. */
const withAccepted = (error: unknown, kinds: readonly FileKind[]): unknown =>
  error instanceof DomainError && error.code === 'FILE_TYPE_REFUSED'
    ? new DomainError(error.code, { ...error.details, accepted: acceptedExtensions(kinds) }, { cause: error }) : error;

function judgeHead(type: FileType, head: Buffer): void {
  checkHead(type, head);
  if (type.kind === 'IMAGE') checkPixels(head);
}

async function arrived(upload: Promise<IncomingFile>): Promise<IncomingFile> {
  const incoming: IncomingFile | null | undefined = await upload;
  if (typeof incoming?.createReadStream !== 'function') throw new DomainError('FILE_MISSING');
  return incoming;
}

/** The sender's bytes; a sender who leaves is `UPLOAD_INCOMPLETE`. */
async function* readable(incoming: IncomingFile): AsyncGenerator<Uint8Array> {
  try {
    yield* streamOf(incoming);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError((error as { status?: number }).status === 413 ? 'FILE_TOO_LARGE' : 'UPLOAD_INCOMPLETE', {}, { cause: error });
  }
}

/** A file that two variables share can only be read once. */
function streamOf(incoming: IncomingFile): AsyncIterable<Uint8Array> {
  try {
    return incoming.createReadStream();
  } catch (error) {
    throw new DomainError('INPUT_INVALID', { fields: [{ path: 'input.file', rules: ['read-once'] }] }, { cause: error });
  }
}
