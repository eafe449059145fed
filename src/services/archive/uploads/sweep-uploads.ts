import { statesAllowing } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { expireUpload } from './end-upload.ts';
import { finishUploadTask, type sweepUploadsTask } from './finish-upload.task.ts';
import { idleMs } from './upload-limits.ts';
import { uploadStates } from './upload.states.ts';

const batch = 200;
/** The job of an upload that is still not finished after so long has died. */
const patienceMs = 6 * 3_600_000;

/** Ends the uploads that nobody continued for seven days, and judges those anew whose job has died. */
export async function sweepUploads(
  { db, run, now }: Pick<AppContext, 'db' | 'run' | 'now'>,
  _: PayloadOf<typeof sweepUploadsTask>,
): Promise<void> {
  const idleSince = (verb: 'expire' | 'complete', before: Date) =>
    db
      .selectFrom('upload_session')
      .select('id')
      .where('status', 'in', statesAllowing(uploadStates, verb))
      .where('last_active_at', '<', before)
      .orderBy('last_active_at')
      .limit(batch)
      .execute();
  const before = new Date(now.getTime() - idleMs);
  for (const { id } of await idleSince('complete', new Date(now.getTime() - patienceMs)))
    await run(finishAgain, { uploadId: id });
  await eachRow(await idleSince('expire', before), (uploadId) => run(expireUpload, { uploadId, before }));
}

async function finishAgain(
  { enqueue, now }: Tx<'enqueue' | 'now'>,
  { uploadId }: { readonly uploadId: string },
): Promise<void> {
  enqueue(
    finishUploadTask,
    { uploadId },
    { dedupeKey: `archive.finish-upload:${uploadId}:${now.toISOString().slice(0, 10)}` },
  );
}
