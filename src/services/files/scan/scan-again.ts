import { z } from 'zod';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { scanFileTask } from './scan-file.ts';

/** So many in one night. */
const most = 1_000;
/** What still waits after so long has no job any more. */
const lostMs = 24 * 3_600_000;

/** Has files scanned that nobody could say anything of: an antivirus was installed since, or was away for long. */
export const scanAgainTask = defineTask('files.scan-again', z.object({}), { priority: 300 });

export async function scanAgain(
  { antivirus, db, now, run }: Pick<AppContext, 'antivirus' | 'db' | 'now' | 'run'>,
  _: PayloadOf<typeof scanAgainTask>,
): Promise<void> {
  if (antivirus === null) return;
  const files = await db
    .selectFrom('stored_file')
    .select('id')
    .where('deleted_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('scan_status', '=', 'UNVERIFIED'), eb('scan_result', 'not in', ['too large', 'damaged'])]),
        eb.and([eb('scan_status', '=', 'PENDING'), eb('created_at', '<', new Date(now.getTime() - lostMs))]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  if (files.length > 0)
    await run(enqueueAll, { night: now.toISOString().slice(0, 10), ids: files.map(({ id }) => id) });
}

async function enqueueAll(
  { enqueue }: Tx<'enqueue'>,
  { night, ids }: { readonly night: string; readonly ids: readonly string[] },
): Promise<void> {
  for (const fileId of ids)
    enqueue(scanFileTask, { fileId, need: 'REQUIRED' }, { dedupeKey: `${scanFileTask.kind}:${fileId}:${night}` });
}
