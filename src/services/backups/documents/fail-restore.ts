import { RestoreRun } from '../../../entities/backups/restore-run.entity.ts';
import { Job } from '../../../entities/platform/job.entity.ts';
import type { Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { restoreDocumentsTask, type failRestoreTask } from '../backup-jobs.ts';
import { restoreFailed } from '../events.ts';

const codePattern = /^[A-Z][A-Z_]{2,59}$/;

/** A restore of documents whose job was tried as often as jobs are: what it restored stays, and its job may be retried. */
export async function failRestore(
  { em, now, emit, record }: Tx<'em' | 'now' | 'emit' | 'record'>,
  { jobId, kind }: PayloadOf<typeof failRestoreTask>,
): Promise<void> {
  if (kind !== restoreDocumentsTask.kind) return;
  const job = await em.findOneOrFail(Job, { id: jobId });
  const { runId } = restoreDocumentsTask.payload.parse(job.payload);
  const run = await em.findOne(RestoreRun, { id: runId });
  if (run?.status !== 'RUNNING') return;
  const reason = job.lastError ?? '';
  Object.assign(run, { status: 'FAILED', finishedAt: now, failure: codePattern.test(reason) ? reason : 'INTERNAL' });
  record({ action: 'BACKUP_RESTORED', targetId: run.backupId, outcome: 'FAILURE', payload: { runId } });
  emit(restoreFailed, { runId });
}

/** Its job was retried: it goes on with what waits. */
export async function resumeRestore({ em }: Tx<'em'>, { runId }: { readonly runId: string }): Promise<RestoreRun> {
  const run = await em.findOneOrFail(RestoreRun, { id: runId });
  if (run.status === 'FAILED') Object.assign(run, { status: 'RUNNING', finishedAt: null, failure: null });
  return run;
}
