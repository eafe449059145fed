import { wallClock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { BackupTarget, TargetPart } from '../../adapters/backup-target/port.ts';
import type { AppContext } from '../../platform/context.ts';
import { openSnapshot } from '../../platform/orm/snapshot/snapshot.ts';
import { tableShapes } from '../../platform/orm/snapshot/table-shapes.ts';
import { pieceKeysOf } from '../format/piece.ts';
import { openRepository, type Repository } from '../repository/repository.ts';
import { targetOf } from '../targets.ts';
import { copyEverything } from './copy-everything.ts';
import type { Lease } from './lease.ts';
import type { MakingContext } from './make-backup.ts';

/** What a backup that begins now would be. */
export interface BackupPreview {
  readonly rows: number;
  readonly objects: number;
  readonly objectBytes: number;
  /** What is not at the target yet. */
  readonly addedBytes: number;
  /** Files whose bytes are gone or damaged in the live storage, and at the target too. */
  readonly lost: number;
  /** Undefined where the target does not say, or was never used. */
  readonly freeBytes: number | undefined;
}

/**
 * Makes a backup that writes nothing: everything is read, sealed and compared with what is at the target. Errors: BACKUP_RUNNING,
 * BACKUP_TARGET_UNAVAILABLE.
 */
export async function previewBackup(ctx: MakingContext, { target: url }: { target: string }): Promise<BackupPreview> {
  await requireFree(ctx, url);
  const repository = await repositoryAt(ctx, url);
  const made = { trigger: 'MANUAL', rung: 'MANUAL', protectedUntil: null } as const;
  const backup = { ...made, id: newId(), createdAt: wallClock.now() };
  const source = {
    tables: () => Promise.resolve(tableShapes()),
    openSnapshot: () => openSnapshot(ctx),
    finishRemovals: () => Promise.resolve([]),
  };
  const { content, progress, lost } = await copyEverything(ctx, { backup, repository, source, lease });
  const { rows, objects, objectBytes } = content.summary;
  const state = repository.isNew ? undefined : await targetOf(ctx, url).examine(ctx.config.dataDir);
  return {
    ...{ rows, objects, objectBytes, addedBytes: progress.addedBytes, lost: lost.length, freeBytes: state?.freeBytes },
  };
}

/** It writes nothing that another could lose. */
const lease: Lease = {
  holder: 'dry run',
  beat: () => Promise.resolve(),
  assure: () => Promise.resolve(wallClock.now()),
};

async function requireFree({ db }: Pick<AppContext, 'db'>, url: string): Promise<void> {
  const running = db.selectFrom('backup').select('id').where('target', '=', url).where('status', '=', 'RUNNING');
  const found = await running.limit(1).executeTakeFirst();
  if (found !== undefined) throw new DomainError('BACKUP_RUNNING', { backupId: found.id });
}

/** One that was there and is gone is away; one that never was is made by the first backup. */
async function repositoryAt(ctx: MakingContext, url: string): Promise<Repository & { readonly isNew: boolean }> {
  const { keys } = ctx.backups;
  const target = readOnly(targetOf(ctx, url));
  const found = await openRepository(target, keys);
  if (found !== undefined) return { ...found, isNew: false };
  const whole = ctx.db.selectFrom('backup').select('id').where('target', '=', url);
  if (await whole.where('status', 'in', ['COMPLETE', 'DAMAGED']).limit(1).executeTakeFirst())
    throw new DomainError('BACKUP_TARGET_UNAVAILABLE', { target: url });
  return { id: newId(), target, keys: pieceKeysOf(keys.secret), signer: keys.signer, isNew: true };
}

/** The target as it is, for whoever writes: what is written goes nowhere. */
function readOnly(target: BackupTarget): BackupTarget {
  const nowhere: TargetPart = {
    append: () => Promise.resolve(),
    commit: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
  return {
    ...target,
    prepare: () => Promise.resolve(),
    create: () => Promise.resolve(nowhere),
    delete: () => Promise.resolve(false),
    persist: () => Promise.resolve(),
    sweep: () => Promise.resolve(0),
    lockedUntil: undefined,
  };
}
