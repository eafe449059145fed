import { RestoreItem, type RestoreOutcome } from '../../../entities/backups/restore-item.entity.ts';
import { RestoreRun } from '../../../entities/backups/restore-run.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { lockAnyCabinet, requireSpace } from '../../archive/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { restoreDocumentsTask } from '../backup-jobs.ts';
import { BackupFault } from '../format/backup-fault.ts';
import { openManifest } from '../repository/repository.ts';
import { repositoryToRead } from '../targets.ts';
import { documentsOfBackup, type DocumentOfBackup, type RestoreScope } from './documents-of-backup.ts';
import { outcomeNow } from './outcome-now.ts';

export interface RestoreBackup extends RestoreScope {
  readonly backupId: string;
  /** The folder that new documents go into; where they were unless given. */
  readonly into?: string | null | undefined;
  /** Only says what would become of each. */
  readonly dryRun: boolean;
}

interface Planned {
  readonly document: DocumentOfBackup;
  readonly outcome: RestoreOutcome;
}

/**
 * Plans the restore of documents and begins it: each becomes a new version, or a new document where it is no more. Quota is asked before
 * the first byte. Errors: NOT_FOUND, INPUT_INVALID without a scope, QUOTA_EXCEEDED, BACKUP_DAMAGED, BACKUP_TARGET_UNAVAILABLE.
 */
export async function restoreBackup(
  ctx: Pick<AppContext, 'run' | 'db' | 'now' | 'actor' | 'backups'>,
  input: RestoreBackup,
): Promise<RestoreRun> {
  requirePermission(ctx.actor, 'backup:restore');
  if ([input.cabinetIds, input.folderIds, input.documentIds].every(({ length }) => length === 0))
    throw new DomainError('INPUT_INVALID', { field: 'documentIds' });
  const documents = await readScope(ctx, input);
  const planned: Planned[] = [];
  for (const document of documents) planned.push({ document, outcome: await outcomeNow(ctx, document) });
  return ctx.run(enterPlan, { input, planned });
}

/** The documents of a scope, from the backup of a row. */
export async function readScope(
  ctx: Pick<AppContext, 'db' | 'backups'>,
  { backupId, ...scope }: RestoreScope & { readonly backupId: string },
): Promise<DocumentOfBackup[]> {
  const backup = await ctx.db
    .selectFrom('backup')
    .select('target')
    .where('id', '=', backupId)
    .where('status', 'in', ['COMPLETE', 'DAMAGED'])
    .executeTakeFirst();
  if (backup === undefined) throw new DomainError('NOT_FOUND');
  const repository = await repositoryToRead(ctx, backup.target);
  try {
    return await documentsOfBackup(repository, await openManifest(repository, backupId), scope);
  } catch (cause) {
    throw cause instanceof BackupFault ? new DomainError('BACKUP_DAMAGED', { code: cause.code }, { cause }) : cause;
  }
}

async function enterPlan(
  tx: Tx<'em' | 'now' | 'actor' | 'record' | 'enqueue'>,
  { input, planned }: { readonly input: RestoreBackup; readonly planned: readonly Planned[] },
): Promise<RestoreRun> {
  const { backupId, dryRun, ...scope } = input;
  const waiting = planned.filter(({ outcome }) => outcome === 'WAITING');
  for (const [cabinetId, own] of Map.groupBy(waiting, ({ document }) => document.cabinetId))
    await requireSpace(
      tx,
      await lockAnyCabinet(tx, cabinetId),
      own.reduce((sum, { document }) => sum + document.size, 0),
    );
  const run = tx.em.create(RestoreRun, {
    ...{ backupId, kind: 'DOCUMENTS', scope: { ...scope, dryRun }, total: planned.length },
    requestedBy: tx.actor.userId,
    skipped: planned.length - waiting.length,
    ...(dryRun ? { status: 'COMPLETE', restored: waiting.length, finishedAt: tx.now } : {}),
  });
  for (const { document, outcome } of planned)
    tx.em.create(RestoreItem, {
      ...{ run, documentId: document.id, sha256: document.sha256 },
      outcome: dryRun && outcome === 'WAITING' ? 'RESTORED' : outcome,
    });
  if (dryRun) return run;
  tx.record({ action: 'BACKUP_RESTORED', targetId: backupId, payload: { runId: run.id, documents: planned.length } });
  tx.enqueue(restoreDocumentsTask, { runId: run.id });
  return run;
}
