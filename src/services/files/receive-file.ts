import type { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { TransactionContext, AppContext } from '../platform/context.ts';
import { sealFile } from '../vault/index.ts';
import { fileName } from './file-name.ts';
import { acceptedExtensions, checkHead, claimedType, type Accepted } from './inspection/file-types.ts';
import { inspected } from './inspection/inspected.ts';
import { checkQuota } from './quota.ts';
import { registerFile } from './register-file.ts';
import { awaitScan } from './scan/scan-file.ts';
import type { ScanNeed } from './scan/scan.policy.ts';

/** A file being uploaded, as the upload route hands it over. */
export interface IncomingFile {
  readonly filename: string;
  readonly mimetype: string;
  /** Its bytes, once; a piece is valid until the next is asked for. */
  createReadStream(): AsyncIterable<Uint8Array>;
}

export interface Reception<O> extends Accepted {
  readonly upload: Promise<IncomingFile>;
  /** What the API calls the file, for refusals; `input.file` unless given. */
  readonly field?: string;
  /** The largest that is taken here, in bytes; what the server takes at most unless given. */
  readonly mostBytes?: number;
  /** Ties the file to what it is for; same transaction as the file's own rows. */
  readonly attach: (tx: TransactionContext, file: StoredFile) => Promise<O>;
  /** Refuses before any byte is read: may this person add a file here, now? */
  readonly permit?: () => Promise<void>;
  /** For somebody without an account: the file has no owner, and uploads at the same time are counted by this key. */
  readonly withoutOwner?: { readonly slotKey: string };
  /** The file waits for an antivirus before people open it: `REQUIRED` of what visitors send, `scanWish(ctx)` where it should be scanned if possible. */
  readonly needsScan?: ScanNeed | undefined;
}

type Needed = Pick<AppContext, 'run' | 'db' | 'actor' | 'config' | 'vault' | 'uploadSlots' | 'storageAllowance'>;

/**
 * Receives a file: judged by name, declaration, first bytes and directory; sealed on the way to disk; then its rows
 * and what it is attached to commit together. A crash in between leaves noise without a key, which a sweep removes.
 */
export async function receiveFile<O>(ctx: Needed, reception: Reception<O>): Promise<O> {
  const { ownerId, slotKey } = senderOf(ctx, reception);
  const release = ctx.uploadSlots.take(slotKey);
  try {
    await reception.permit?.();
    if (ownerId !== null) await checkQuota(ctx, ownerId);
    const field = reception.field ?? 'input.file';
    const incoming = await arrived(reception.upload, field);
    const name = fileName(incoming.filename);
    const type = claimedType({ name, declaredType: incoming.mimetype }, reception);
    const ids = { fileId: newId(), versionId: newId() };
    const sealed = await sealFile(ctx.vault, {
      ...ids,
      limit: Math.min(ctx.config.MAX_UPLOAD_BYTES, reception.mostBytes ?? Infinity),
      source: inspected(readable(incoming, field), type.inspector?.()),
      inspect: (head) => checkHead(type, Buffer.from(head.buffer, head.byteOffset, head.byteLength)),
    });
    return await ctx.run(async (tx: TransactionContext, input: typeof reception) => {
      const file = registerFile(tx, { sealed, name, mimeType: type.mimeType, kind: type.kind, ownerId });
      if (input.needsScan !== undefined) awaitScan(tx, file, input.needsScan);
      return input.attach(tx, file);
    }, reception);
  } catch (error) {
    throw withAccepted(error, reception);
  } finally {
    release();
  }
}

/** Whose the file becomes, and by what their uploads at the same time are counted. */
function senderOf(
  { actor }: Pick<Needed, 'actor'>,
  { withoutOwner }: Pick<Reception<unknown>, 'withoutOwner'>,
): { readonly ownerId: string | null; readonly slotKey: string } {
  if (withoutOwner !== undefined) return { ownerId: null, slotKey: withoutOwner.slotKey };
  const ownerId = personOf(actor);
  return { ownerId, slotKey: ownerId };
}

/** A file that was named and never came is `FILE_MISSING`, and so is what is no file. */
async function arrived(upload: Promise<IncomingFile>, path: string): Promise<IncomingFile> {
  const missing = new DomainError('FILE_MISSING', { fields: [{ path, rules: ['file'] }] });
  const incoming: IncomingFile | null | undefined = await Promise.resolve(upload).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'FILE_MISSING' ? missing : error;
  });
  if (typeof incoming?.createReadStream !== 'function') throw missing;
  return incoming;
}

/** Every refusal of a type says which ones this field takes, whoever refused. */
const withAccepted = (error: unknown, accepted: Accepted): unknown =>
  error instanceof DomainError && error.code === 'FILE_TYPE_REFUSED'
    ? new DomainError(error.code, { ...error.details, accepted: acceptedExtensions(accepted) }, { cause: error })
    : error;

/** The sender's bytes; a sender who leaves is `UPLOAD_INCOMPLETE`. */
async function* readable(incoming: IncomingFile, field: string): AsyncGenerator<Uint8Array> {
  try {
    yield* streamOf(incoming, field);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('UPLOAD_INCOMPLETE', {}, { cause: error });
  }
}

/** A file that two variables share can only be read once. */
function streamOf(incoming: IncomingFile, path: string): AsyncIterable<Uint8Array> {
  try {
    return incoming.createReadStream();
  } catch (error) {
    throw error instanceof DomainError
      ? error
      : new DomainError('INPUT_INVALID', { fields: [{ path, rules: ['read-once'] }] }, { cause: error });
  }
}
