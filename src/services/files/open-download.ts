import type { Readable } from 'node:stream';
import type { Actor } from '../access/actor.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import type { Tx, RequestContext, ReadContext, AppContext } from '../platform/context.ts';
import { openFile, openRange, SefError, type ByteRange, type StoredFile } from '../vault/index.ts';
import { readGrant, type DownloadGrant } from './download-grant.ts';
import { grantHolder } from './queries/grant-holder.ts';
import { findSealed } from './queries/find-file.ts';
import { recordDownload } from './record-download.ts';
import { requireVerified } from './scan/scan.policy.ts';

export interface DownloadRequest {
  readonly fileId: string;
  /** From the link; without it the caller must be signed in. */
  readonly grant?: string;
}

/** A file that may be sent to this person: what it is, and how to open it. */
export interface Download {
  readonly name: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  readonly etag: string;
  /** Opens the whole file, or a run of it. `FILE_DAMAGED` before the first byte when the sealed file is not whole. */
  open(range?: ByteRange): Promise<Readable>;
}

type Needed = ReadContext &
  RequestContext &
  Pick<AppContext, 'run' | 'vault' | 'mayReadFile' | 'downloadAction' | 'downloadKey' | 'downloadUses'>;

/** Prepares a download for whoever holds a grant or may read the file; records its use before the first bytes of it are sent. */
export async function openDownload(ctx: Needed, request: DownloadRequest): Promise<Download> {
  const entitled = await entitlement(ctx, request);
  const { versionId } = entitled;
  const row = await findSealed(ctx.db, request.fileId);
  if (row === undefined || (versionId !== undefined && row.versionId !== versionId)) throw new DomainError('NOT_FOUND');
  requireVerified(entitled.reader, row);
  const file: StoredFile = {
    fileId: row.fileId,
    versionId: row.versionId,
    dekId: row.dekId,
    wrappedKey: row.wrapped as Uint8Array,
    size: Number(row.size),
  };
  return {
    name: row.name,
    mimeType: row.mimeType,
    size: file.size,
    etag: `"${row.versionId}"`,
    open: async (range) => {
      await recordDownload(ctx, {
        fileId: file.fileId,
        versionId: file.versionId,
        userId: entitled.userId,
        grant: entitled.grant,
        isWhole: range === undefined || range.offset === 0,
      });
      return opened(ctx, file, range);
    },
  };
}

interface Entitlement {
  readonly userId: string | null;
  /** Whose right it is; somebody without an account for links that name nobody. */
  readonly reader: Pick<Actor, 'kind' | 'role'>;
  /** The version that a grant names; without a grant any. */
  readonly versionId?: string;
  readonly grant?: DownloadGrant;
}

/** Who may have the file: the person whose grant it is, or someone signed in who may read it. */
async function entitlement(ctx: Needed, { fileId, grant }: DownloadRequest): Promise<Entitlement> {
  if (grant === undefined) {
    if (ctx.actor.kind === 'ANONYMOUS') throw new DomainError('UNAUTHENTICATED');
    if (await ctx.mayReadFile(ctx, fileId)) return { userId: ctx.actor.userId, reader: ctx.actor };
    throw (await findSealed(ctx.db, fileId)) === undefined
      ? new DomainError('NOT_FOUND')
      : hiding({ type: 'file', id: fileId });
  }
  const read = readGrant(ctx.downloadKey, grant, ctx.now);
  if (read.fileId !== fileId) throw new DomainError('TOKEN_INVALID');
  const reader = await requireStillReadable(ctx, read);
  return { userId: read.userId, versionId: read.versionId, grant: read, reader };
}

/** A link does not outlive the right to read the file: an order may have been given to somebody else meanwhile. */
async function requireStillReadable(ctx: Needed, { fileId, userId }: DownloadGrant): Promise<Entitlement['reader']> {
  if (userId === null) return { kind: 'ANONYMOUS', role: null };
  const actor = await grantHolder(ctx, userId);
  if (actor === undefined || !(await ctx.mayReadFile({ ...ctx, actor }, fileId))) throw new DomainError('NOT_FOUND');
  return actor;
}

async function opened(ctx: Needed, file: StoredFile, range?: ByteRange): Promise<Readable> {
  try {
    const stream = range === undefined ? await openFile(ctx.vault, file) : await openRange(ctx.vault, file, range);
    stream.once('error', (error: unknown) => void noteIfDamaged(ctx, file, error));
    return stream;
  } catch (error) {
    await noteIfDamaged(ctx, file, error);
    throw error instanceof SefError ? new DomainError('FILE_DAMAGED', {}, { cause: error }) : error;
  }
}

async function noteIfDamaged({ run, log }: Needed, { fileId, versionId }: StoredFile, error: unknown): Promise<void> {
  if (!(error instanceof SefError)) return;
  log.error({ fileId, versionId, sef: error.code }, 'stored file damaged');
  await run(noteDamage, { fileId, versionId, code: error.code }).catch((failure: unknown) =>
    log.error({ error: failure }, 'damage not audited'),
  );
}

async function noteDamage(
  { record }: Tx<'record'>,
  { fileId, ...payload }: { fileId: string; versionId: string; code: string },
): Promise<void> {
  record({
    action: 'FILE_INTEGRITY',
    targetType: 'file',
    targetId: fileId,
    severity: 'CRITICAL',
    outcome: 'FAILURE',
    payload,
  });
}
