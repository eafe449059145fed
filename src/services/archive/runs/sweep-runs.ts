import { statesAllowing } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { documentRunStates } from './document-run.states.ts';
import { continueRunTask, type sweepRunsTask } from './run-jobs.ts';
import { deadMs } from './run-limits.ts';

const batch = 200;

/** Goes on with the runs whose request or job has died: nothing happened in them for an hour. */
export async function sweepRuns(
  { db, run, now }: Pick<AppContext, 'db' | 'run' | 'now'>,
  _: PayloadOf<typeof sweepRunsTask>,
): Promise<void> {
  const dead = await db
    .selectFrom('document_run')
    .select('id')
    .where('status', 'in', statesAllowing(documentRunStates, 'finish'))
    .where('last_active_at', '<', new Date(now.getTime() - deadMs))
    .orderBy('last_active_at')
    .limit(batch)
    .execute();
  await run(continueAgain, { ids: dead.map(({ id }) => id) });
}

async function continueAgain(
  { enqueue, now }: Tx<'enqueue' | 'now'>,
  { ids }: { readonly ids: readonly string[] },
): Promise<void> {
  const hour = now.toISOString().slice(0, 13);
  for (const runId of ids) enqueue(continueRunTask, { runId }, { dedupeKey: `archive.continue-run:${runId}:${hour}` });
}
