import { setTimeout as sleep } from 'node:timers/promises';
import type { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import type { AppContext } from '../../platform/context.ts';
import { cancelUpload } from './end-upload.ts';
import { requireOwnUpload } from './own-upload.ts';
import { requireAlive } from './open-append.ts';
import { findUpload } from './queries/find-upload.ts';

/** How long the request that brought the last byte waits for the judgement. */
const patienceMs = 5_000;
const firstPauseMs = 10;
const longestPauseMs = 160;

/** The upload once it is judged, or as it is after five seconds; its refusal, if it was refused. */
export async function awaitEnd(ctx: Pick<AppContext, 'run' | 'db'>, session: UploadSession): Promise<UploadSession> {
  const until = performance.now() + patienceMs;
  for (let pauseMs = firstPauseMs; session.status === 'FINISHING' && performance.now() < until; pauseMs *= 2) {
    await sleep(Math.min(pauseMs, longestPauseMs));
    const row = await ctx.db
      .selectFrom('upload_session')
      .select('status')
      .where('id', '=', session.id)
      .executeTakeFirst();
    if (row?.status !== 'FINISHING') return alive(await ctx.run(findUpload, { uploadId: session.id }));
  }
  return session;
}

function alive(session: UploadSession): UploadSession {
  requireAlive(session);
  return session;
}

/** Where one's own upload stands: what is durable, once a request that hangs has been ended. */
export async function standOf(ctx: Ending, uploadId: string): Promise<UploadSession> {
  await endRequest(ctx, uploadId);
  return ctx.run(findUpload, { uploadId });
}

/** The same, given up. Errors: NOT_FOUND, ACTION_NOT_ALLOWED once all of it has arrived. */
export async function giveUpUpload(ctx: Ending, { uploadId }: { readonly uploadId: string }): Promise<UploadSession> {
  await endRequest(ctx, uploadId);
  return ctx.run(cancelUpload, { uploadId });
}

type Ending = Pick<AppContext, 'run' | 'db' | 'actor' | 'uploads'>;

async function endRequest(ctx: Ending, uploadId: string): Promise<void> {
  await requireOwnUpload(ctx, uploadId);
  await ctx.uploads.writers.takeOver(uploadId);
}
