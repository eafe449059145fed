import type { DocumentRun } from '../../../entities/archive/document-run.entity.ts';
import type { BulkDocumentAction } from '../../../entities/archive/document.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import { readableBytes } from '../queries/readable-bytes.ts';
import { beginRun, type RunFacts } from './begin-run.ts';
import { doWaiting } from './continue-run.ts';
import { findRun } from './queries/find-run.ts';
import { longBytes, longDocuments } from './run-limits.ts';

export interface BulkDocuments extends RunFacts {
  /** 1 to 500, each once. */
  readonly ids: readonly string[];
  readonly action: BulkDocumentAction;
}

type Doing = Pick<AppContext, 'run' | 'db' | 'vault' | 'certificateKeys' | 'actor' | 'now'>;

/**
 * Does one thing to many documents, each by its own rules in a transaction of its own: what is refused does not stop the others, and is
 * answered by its code. Up to 50 documents, and 20 MiB that are sealed anew, are done when it returns; more by a job. Errors:
 * INPUT_INVALID, ARCHIVE_LIMIT.
 */
export async function bulkDocuments(ctx: Doing, { ids, action, ...facts }: BulkDocuments): Promise<DocumentRun> {
  if ((action === 'TAG' || action === 'UNTAG') && !facts.tagId) throw fieldError('input.tagId', 'isRequired');
  const isLong = ids.length > longDocuments || (await sealedBytes(ctx, { ids, action, ...facts })) > longBytes;
  const run = await ctx.run(beginRun, { ids, action, facts, isLong });
  if (isLong) return run;
  await doWaiting(ctx, run, { isPatient: false });
  return ctx.run(findRun, { runId: run.id });
}

/** How many plain bytes are sealed anew, of what the actor may read. */
async function sealedBytes(ctx: Doing, { ids, action, cabinetId }: BulkDocuments): Promise<number> {
  if (action === 'COPY') return readableBytes(ctx, { ids, isOfAllVersions: false });
  if (action !== 'MOVE' || !cabinetId) return 0;
  return readableBytes(ctx, { ids, isOfAllVersions: true, exceptIn: cabinetId });
}
