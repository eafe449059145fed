import type { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext } from '../../platform/context.ts';
import { sealFile } from '../../vault/index.ts';
import { checkHead, claimedType } from '../../files/index.ts';
import { ArrivingBytes } from './arriving-bytes.ts';
import { ChecksumCheck, type DeclaredChecksum } from './checksum.ts';
import { showArriving } from './live.ts';
import { requireOwnUpload } from './own-upload.ts';
import { openAppend, type AppendRequest } from './open-append.ts';
import { registerSegment } from './register-segment.ts';
import { leastSegment, type SegmentRule } from './upload-limits.ts';

export interface ArrivingAppend extends AppendRequest {
  /** The bytes of this request alone. */
  readonly checksum?: DeclaredChecksum | undefined;
  readonly body: AsyncIterator<Uint8Array, unknown>;
}

type Needed = Pick<AppContext, 'run' | 'db' | 'vault' | 'uploads' | 'actor'>;

/**
 * Adds the bytes of one request to one's own upload. Each segment is sealed on its way to storage under a key of its own, made durable,
 * and only then counts: whatever is cut, killed or sent again, nothing is ever sealed twice under one key. A sender who leaves loses
 * nothing that arrived. Errors: those of `openAppend`, CHECKSUM_MISMATCH, FILE_TYPE_REFUSED, STORAGE_FULL, UPLOAD_BUSY, RATE_LIMITED.
 */
export async function appendUpload(ctx: Needed, request: ArrivingAppend): Promise<UploadSession> {
  await requireOwnUpload(ctx, request.uploadId);
  // Whoever takes over waits for the one that hangs, which then gives its place back.
  await ctx.uploads.writers.takeOver(request.uploadId);
  const release = ctx.uploads.slots.take(idOf(ctx.actor) ?? '');
  try {
    return await append(ctx, request);
  } finally {
    release();
  }
}

async function append(ctx: Needed, request: ArrivingAppend): Promise<UploadSession> {
  const check = request.checksum === undefined ? undefined : new ChecksumCheck(request.checksum);
  const stopping = new AbortController();
  return ctx.uploads.writers.during(
    request.uploadId,
    () => stopping.abort(),
    async () => {
      const { session, writer } = await ctx.run(openAppend, request);
      if (writer === null) return session;
      const arriving = new ArrivingBytes(request.body, {
        most: session.sizeBytes - session.receivedBytes,
        see: check && ((bytes) => check.see(bytes)),
      });
      // Somebody may have come while the upload was opened.
      if (stopping.signal.aborted) arriving.stop();
      else stopping.signal.addEventListener('abort', () => arriving.stop(), { once: true });
      const received = await receive(ctx, { session, writer, arriving, check });
      if (arriving.isStopped) throw new DomainError('UPLOAD_BUSY', { retryAfter: 1 });
      return received;
    },
  );
}

interface Receiving {
  readonly session: UploadSession;
  readonly writer: string;
  readonly arriving: ArrivingBytes;
  readonly check: ChecksumCheck | undefined;
}

async function receive(ctx: Needed, receiving: Receiving): Promise<UploadSession> {
  const { session, arriving, check } = receiving;
  let latest = session;
  // What is checked as a whole counts as a whole.
  const isFull = check === undefined ? () => fullness(ctx.uploads.segments, session.sizeBytes) : () => never;
  while (!arriving.isOver && latest.status === 'RECEIVING') {
    const bytes = await peek(arriving.run(isFull()));
    if (bytes === undefined) break;
    latest = await storeSegment(ctx, { ...receiving, session: latest }, bytes);
  }
  if (arriving.received === 0) check?.end();
  return latest;
}

/** Seals a segment, makes it durable, and only then lets it count. */
async function storeSegment(
  ctx: Needed,
  { session, writer, arriving, check }: Receiving,
  bytes: AsyncGenerator<Uint8Array>,
): Promise<UploadSession> {
  const sealed = await sealFile(ctx.vault, {
    fileId: session.fileId,
    versionId: newId(),
    source: shown(ctx, session, check === undefined ? bytes : checked(bytes, arriving, check)),
    ...(session.receivedBytes === 0 ? { inspect: (head: Uint8Array) => judgeHead(session, head) } : {}),
  });
  crashPoint('upload-segment-stored');
  try {
    return await ctx.run(registerSegment, { uploadId: session.id, writer, sealed });
  } catch (error) {
    // Only what certainly does not count is removed; a commit whose answer was lost does. The sweep knows.
    if (isBusy(error)) await ctx.vault.storage.delete(sealed.versionId);
    throw error;
  }
}

const isBusy = (error: unknown): boolean => error instanceof DomainError && error.code === 'UPLOAD_BUSY';

const never = (): boolean => false;

/** Is a segment old and large enough to be made durable? */
function fullness(rule: SegmentRule, size: number): (bytes: number) => boolean {
  const since = performance.now();
  const least = leastSegment(rule, size);
  return (bytes) => bytes >= least && performance.now() - since >= rule.afterMs;
}

/** The same bytes; undefined for none, of which no segment is made. */
async function peek(source: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array> | undefined> {
  const first = await source.next();
  if (first.done === true) return undefined;
  return (async function* () {
    yield first.value;
    yield* source;
  })();
}

/** The same bytes; a request that was cut, or is not what was declared, leaves none of them. */
async function* checked(
  source: AsyncGenerator<Uint8Array>,
  arriving: ArrivingBytes,
  check: ChecksumCheck,
): AsyncGenerator<Uint8Array> {
  yield* source;
  if (arriving.isCut) throw new DomainError('UPLOAD_INCOMPLETE');
  check.end();
}

/** The same bytes; whoever follows the upload sees them arrive, before they are durable. */
async function* shown(
  ctx: Needed,
  { id: uploadId, receivedBytes }: UploadSession,
  source: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let arrivedBytes = receivedBytes;
  let shownAt = performance.now();
  for await (const bytes of source) {
    arrivedBytes += bytes.length;
    yield bytes;
    if (performance.now() - shownAt < ctx.uploads.segments.showMs) continue;
    shownAt = performance.now();
    await ctx.run(showArriving, { uploadId, arrivedBytes });
  }
}

/** A sender learns at the first bytes that the content is not what the name says, where they are enough for that. */
function judgeHead({ name, mimeType, kind, sizeBytes }: UploadSession, head: Uint8Array): void {
  if (head.length < Math.min(sizeBytes, enoughToJudge)) return;
  checkHead(
    claimedType({ name, declaredType: mimeType }, { kinds: [kind] }),
    Buffer.from(head.buffer, head.byteOffset, head.byteLength),
  );
}

/** What `checkHead` looks at: less, and the judgement waits for the end. */
const enoughToJudge = 64 * 1024;
