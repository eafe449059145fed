import { RestoreItem, type RestoreOutcome } from '../../../entities/backups/restore-item.entity.ts';
import { RestoreRun } from '../../../entities/backups/restore-run.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { restoreCompleted } from '../events.ts';
import { objectName } from '../format/names.ts';
import type { Repository } from '../repository/repository.ts';
import { repositoryToRead } from '../targets.ts';
import { newId } from '../../kernel/ids.ts';
import { passingPieces, sealFile, SefError, type SealedFile } from '../../vault/index.ts';
import type { DocumentOfBackup, RestoreScope } from './documents-of-backup.ts';
import { enterDocument } from './enter-document.ts';
import { resumeRestore } from './fail-restore.ts';
import { outcomeNow } from './outcome-now.ts';
import { readScope } from './plan-restore.ts';

type Needed = Pick<AppContext, 'run' | 'db' | 'now' | 'vault' | 'backups'>;

type Scope = RestoreScope & { readonly into?: string | null };

/** Restores what waits of a run, a document at a time: goes on where it was cut, and ends between two when it is cancelled. */
export async function restoreDocuments(ctx: Needed, { runId }: { readonly runId: string }): Promise<void> {
  const run = await ctx.run(resumeRestore, { runId });
  if (run.status !== 'RUNNING') return;
  const { into = null, ...scope } = run.scope as unknown as Scope;
  const documents = new Map(
    (await readScope(ctx, { backupId: run.backupId, ...scope })).map((document) => [document.id, document]),
  );
  const { target } = await ctx.db
    .selectFrom('backup')
    .select('target')
    .where('id', '=', run.backupId)
    .executeTakeFirstOrThrow();
  const repository = await repositoryToRead(ctx, target);
  for (const itemId of await waitingIn(ctx, runId)) {
    if ((await runOf(ctx, runId)).status !== 'RUNNING') return;
    const item = await ctx.run(({ em }: Tx<'em'>) => em.findOneOrFail(RestoreItem, { id: itemId }), undefined);
    await restoreOne(ctx, repository, { itemId, into, document: documents.get(item.documentId) });
    crashPoint('after-document-restored');
  }
  await ctx.run(endRun, runId);
}

const runOf = ({ run }: Needed, id: string): Promise<RestoreRun> =>
  run(({ em }: Tx<'em'>) => em.findOneOrFail(RestoreRun, { id }), undefined);

async function waitingIn({ db }: Needed, runId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('restore_item')
    .select('id')
    .where('run_id', '=', runId)
    .where('outcome', '=', 'WAITING')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

interface One {
  readonly itemId: string;
  readonly into: string | null;
  readonly document: DocumentOfBackup | undefined;
}

async function restoreOne(ctx: Needed, repository: Repository, { itemId, into, document }: One): Promise<void> {
  if (document === undefined) return ctx.run(leave, { itemId, outcome: 'ERASED' });
  const outcome = await outcomeNow(ctx, document);
  if (outcome !== 'WAITING') return ctx.run(leave, { itemId, outcome });
  const sealed = await resealed(ctx, repository, document);
  if (sealed === undefined) return ctx.run(leave, { itemId, outcome: 'DAMAGED' });
  crashPoint('after-document-sealed');
  await ctx.run(enterDocument, { itemId, into, document, sealed });
}

/** Opens the content with the key of the backup, and seals it under a new one; undefined when it does not open. */
async function resealed(
  { vault }: Needed,
  { target }: Repository,
  { file, key, size, sha256 }: DocumentOfBackup,
): Promise<SealedFile | undefined> {
  if (key === null) return undefined;
  const storage = { ...vault.storage, open: () => target.open(objectName(file.ciphertextSha256)) };
  const { id: fileId, versionId } = file;
  try {
    const stored = { fileId, versionId, dekId: key.id, wrappedKey: key.wrapped, size };
    const source = passingPieces({ ...vault, storage }, stored);
    const sealed = await sealFile(vault, { fileId: newId(), versionId: newId(), source });
    return sealed.sha256 === sha256 ? sealed : undefined;
  } catch (error) {
    if (error instanceof SefError) return undefined;
    throw error;
  }
}

async function leave(
  { em, now }: Tx<'em' | 'now'>,
  { itemId, outcome }: { readonly itemId: string; readonly outcome: RestoreOutcome },
): Promise<void> {
  const item = await em.findOneOrFail(RestoreItem, { id: itemId }, { populate: ['run'] });
  if (item.outcome !== 'WAITING') return;
  item.outcome = outcome;
  item.doneAt = now;
  (await em.findOneOrFail(RestoreRun, { id: item.run.id })).skipped += 1;
}

async function endRun({ em, now, emit }: Tx<'em' | 'now' | 'emit'>, id: string): Promise<void> {
  const run = await em.findOneOrFail(RestoreRun, { id });
  if (run.status !== 'RUNNING') return;
  run.status = 'COMPLETE';
  run.finishedAt = now;
  emit(restoreCompleted, { runId: id });
}

/** Ends a restore of documents between two of them: what was restored stays. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export async function cancelRestore(
  { em, now }: Tx<'em' | 'now'>,
  { runId }: { readonly runId: string },
): Promise<RestoreRun> {
  const run = await em.findOne(RestoreRun, { id: runId });
  if (run === null) throw new DomainError('NOT_FOUND');
  if (run.status !== 'RUNNING') throw new DomainError('ACTION_NOT_ALLOWED', { action: 'cancel', status: run.status });
  run.status = 'CANCELLED';
  run.finishedAt = now;
  return run;
}
