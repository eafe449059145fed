import { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { SefError } from '../../vault/index.ts';
import { openStored } from '../../files/index.ts';
import { UnprovenVersion } from './destination.ts';
import { completeUpload, refuseUpload, type Completion } from './end-upload.ts';
import type { finishUploadTask } from './finish-upload.task.ts';
import { hashOf, judgeUpload } from './judge-upload.ts';
import { sealedSegments } from './queries/sealed-segments.ts';

type Needed = Pick<AppContext, 'run' | 'vault' | 'db' | 'log' | 'uploads'>;

/**
 * Judges an upload that has arrived whole and makes it a version, with its receipt; or refuses it, and nothing of it is kept. Killed
 * anywhere it begins anew; done twice, at once or one after the other, it makes one document.
 */
export async function finishUpload(ctx: Needed, { uploadId }: PayloadOf<typeof finishUploadTask>): Promise<void> {
  const session = await ctx.run(({ em }) => em.findOne(UploadSession, { id: uploadId }), undefined);
  if (session?.status !== 'FINISHING') return;
  try {
    await makeVersion(ctx, session);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === undefined) throw error;
    ctx.log.warn({ error, uploadId }, 'upload refused');
    await ctx.run(refuseUpload, { uploadId, refusal });
  }
}

async function makeVersion(ctx: Needed, session: UploadSession): Promise<void> {
  const segments = await sealedSegments(ctx.db, session.id);
  const sealed = await judgeUpload(ctx, session, segments);
  crashPoint('upload-judged');
  const isOurs = await complete(ctx, { uploadId: session.id, sealed, signer: ctx.uploads.signer });
  crashPoint('upload-completed');
  const isNew = !segments.some(({ versionId }) => versionId === sealed.versionId);
  if (!isOurs && isNew) await ctx.vault.storage.delete(sealed.versionId);
}

/** A document that has these bytes already is read back before its version gets the receipt. */
async function complete(ctx: Needed, completion: Omit<Completion, 'provenVersionId'>): Promise<boolean> {
  for (let provenVersionId: string | undefined; ;) {
    try {
      return await ctx.run(completeUpload, { ...completion, provenVersionId });
    } catch (error) {
      if (!(error instanceof UnprovenVersion) || error.versionId === provenVersionId) throw error;
      await proveStored(ctx, error.fileId, completion.sealed.sha256);
      provenVersionId = error.versionId;
    }
  }
}

async function proveStored(ctx: Needed, fileId: string | null, sha256: string): Promise<void> {
  const stored = fileId === null ? undefined : await openStored(ctx, fileId);
  if (stored === undefined) throw new DomainError('CONFLICT');
  if ((await hashOf((await stored.open()) as AsyncIterable<Uint8Array>)) !== sha256)
    throw new DomainError('FILE_DAMAGED');
}

/** What will be the same at every attempt ends the upload; a full disk, or a key service that is away, does not. */
function refusalOf(error: unknown): DomainError | undefined {
  if (error instanceof SefError) return new DomainError('FILE_DAMAGED', {}, { cause: error });
  return error instanceof DomainError && !isOfPlatform(error) ? error : undefined;
}

const ofPlatform: ReadonlySet<string> = new Set([
  'CONFLICT',
  'INTERNAL',
  'STORAGE_FULL',
  'UNAVAILABLE',
  'KEY_UNAVAILABLE',
]);
const isOfPlatform = ({ code }: DomainError): boolean => ofPlatform.has(code);
