import type { Backup } from '../../../entities/backups/backup.entity.ts';
import { knownMarks } from '../../billing/index.ts';
import type { Row, Snapshot } from '../../platform/orm/snapshot/snapshot.ts';
import type { TableShape } from '../../platform/orm/snapshot/table-shapes.ts';
import type { AppContext } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { BackupFault } from '../format/backup-fault.ts';
import { format, signManifest, type ManifestContent, type TableOfBackup } from '../format/manifest.ts';
import { kitName, manifestName, repositoryName, runningName } from '../format/names.ts';
import { sha256Of } from '../format/piece.ts';
import { longestProtection } from '../keeping/ladder.ts';
import { lockedFor } from '../keeping/lock-backup.ts';
import { writeProtection } from '../keeping/protect-backup.ts';
import { listManifests, namesOf, openManifest, type Repository } from '../repository/repository.ts';
import { writeWhole } from '../repository/transfer.ts';
import type { Lease, Progress } from './lease.ts';
import { writeObjects } from './write-objects.ts';
import { Pool } from './several.ts';
import { piecesAtOnce, writeRows, type Writing } from './write-rows.ts';

export interface Copying extends Pick<AppContext, 'config' | 'backups'> {
  readonly vault: Pick<AppContext['vault'], 'storage'>;
}

/** A database that is copied: this release's, or one that an earlier release left. */
export interface CopySource {
  readonly tables: () => Promise<readonly TableShape[]>;
  readonly openSnapshot: () => Promise<Snapshot>;
  /** Ends what a pruning left half done; answers the names that are gone. */
  readonly finishRemovals: (repository: Repository) => Promise<readonly string[]>;
}

export interface Copy {
  readonly backup: Pick<Backup, 'id' | 'trigger' | 'rung' | 'createdAt' | 'protectedUntil'>;
  readonly repository: Repository;
  readonly lease: Lease;
  readonly source: CopySource;
}

export interface Copied {
  readonly content: ManifestContent;
  readonly sha256: string;
  readonly progress: Progress;
  readonly lost: readonly string[];
}

/** What is counted for people, where there is such a table. */
const counted: Readonly<Record<string, string>> = {
  user: 'people',
  invoice: 'invoices',
  stored_file: 'files',
  cabinet: 'cabinets',
  document: 'documents',
  document_version: 'versions',
};

/**
 * Copies the whole database and every object that it knows, from one snapshot. The manifest is written last, once everything
 * it names is durable: until then there is no backup, and what was copied is found there by the next attempt.
 */
export async function copyEverything(ctx: Copying, copy: Copy): Promise<Copied> {
  const { backup, lease, source } = copy;
  const repository = await beginAt(ctx, copy);
  const { target, signer } = repository;
  const removed = await source.finishRemovals(repository);
  const snapshot = await source.openSnapshot();
  try {
    const progress: Progress = { rows: 0, objects: 0, bytes: 0, addedBytes: 0 };
    const writing = { repository, snapshot, lease, progress, storage: ctx.vault.storage };
    const learnt = new Learnt();
    const tables = await writeTables(writing, await source.tables(), learnt);
    const written = await writeObjects(writing);
    const content: ManifestContent = {
      ...(await headOf(backup, writing)),
      tables,
      objects: [...written.lists],
      marks: knownMarks(ctx.config, learnt.series),
      keyChecks: [...(await ctx.backups.keyChecks())],
      tombstones: learnt.tombstone,
      finishedAt: (await lease.assure()).toISOString(),
      summary: {
        tables: Object.keys(tables).length,
        rows: progress.rows,
        objects: written.objects,
        objectBytes: written.bytes,
        lost: written.lost.length,
        counts: countsOf(tables),
        keyIds: [...learnt.keyIds].sort(),
        schema: snapshot.migrations.at(-1) ?? '',
      },
    };
    const text = Buffer.from(signManifest(content, signer));
    await target.persist();
    crashPoint('before-backup-manifest');
    // Whoever lost the lease writes no manifest: what it found may have been pruned since.
    await lease.assure();
    await assertThere(repository, content, removed);
    await writeKeys(ctx, repository, backup.id);
    // Before the manifest: a disaster between the two leaves a backup that is protected.
    const { id: backupId, protectedUntil: until } = backup;
    if (until) await writeProtection(target, { backupId, until });
    await writeWhole(target, manifestName(backup.id, 1), text);
    await target.persist();
    crashPoint('after-backup-manifest');
    return { content, sha256: sha256Of(text), progress, lost: written.lost };
  } finally {
    await snapshot.close();
  }
}

/** Marks at the target that this backup runs. Answers the repository as it is for it: locked, where the target locks. */
async function beginAt({ config }: Copying, { backup, lease, repository }: Copy): Promise<Repository> {
  const until = longestProtection(backup, config.BACKUP_PROTECTED_DAYS);
  const own = lockedFor(repository, { until, now: await lease.assure() });
  await writeWhole(own.target, runningName(backup.id), Buffer.from(lease.holder));
  await own.target.persist();
  // Locked too: it is there already.
  await own.target.sizeOf(repositoryName);
  return own;
}

async function writeTables(
  writing: Writing,
  shapes: readonly TableShape[],
  learnt: Learnt,
): Promise<Record<string, TableOfBackup>> {
  const tables: Record<string, TableOfBackup> = {};
  const pool = new Pool(piecesAtOnce);
  try {
    for (const shape of shapes) tables[shape.name] = await writeRows({ ...writing, pool }, shape, learnt.of(shape));
  } finally {
    await pool.end();
  }
  return tables;
}

/** Beside the backup, for whoever has the emergency kit and nothing else. */
async function writeKeys({ backups }: Pick<Copying, 'backups'>, { target }: Repository, id: string): Promise<void> {
  const sealed = await backups.sealedKeys?.();
  if (sealed === undefined || sealed === null) return;
  await writeWhole(target, kitName(id), sealed);
  await target.persist();
}

/** A pruning that was stopped in its midst may have gone on beside this backup: what it named must be there, where it is needed. */
async function assertThere(
  repository: Repository,
  content: ManifestContent,
  removed: readonly string[],
): Promise<void> {
  if (removed.length === 0) return;
  const suspect = new Set(removed);
  for await (const name of namesOf(repository, content))
    if (suspect.has(name) && (await repository.target.sizeOf(name)) === undefined)
      throw new BackupFault('OBJECT_MISSING', name);
}

const countsOf = (tables: Readonly<Record<string, TableOfBackup>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counted).flatMap(([table, name]) =>
      tables[table] === undefined ? [] : [[name, tables[table].rows]],
    ),
  );

type Head = Omit<
  ManifestContent,
  'tables' | 'objects' | 'marks' | 'keyChecks' | 'tombstones' | 'finishedAt' | 'summary'
>;

async function headOf(backup: Copy['backup'], { repository, snapshot }: Writing): Promise<Head> {
  const before = [...(await listManifests(repository)).keys()].filter((id) => id < backup.id).at(-1);
  const previous = before === undefined ? undefined : await openManifest(repository, before).catch(() => undefined);
  return {
    format,
    repositoryId: repository.id,
    id: backup.id,
    revision: 1,
    trigger: backup.trigger,
    rung: backup.rung,
    createdAt: backup.createdAt.toISOString(),
    previous: previous === undefined ? null : { id: previous.id, sha256: previous.first ?? previous.sha256 },
    first: null,
    migrations: [...snapshot.migrations],
    dialect: snapshot.dialect,
  };
}

/** What the rows say on the way that the manifest says too. */
class Learnt {
  readonly keyIds = new Set<string>();
  readonly series: string[] = [];
  tombstone = 0;

  of({ name, columns }: TableShape): (row: Row) => void {
    const at = (column: string): number => columns.findIndex(([own]) => own === column);
    const [kek, series, seq] = [at('kek_id'), at('series'), at('seq')];
    if (name === 'data_key') return (row) => void this.keyIds.add(String(row[kek]));
    if (name === 'invoice_counter') return (row) => void this.series.push(String(row[series]));
    if (name === 'tombstone') return (row) => void (this.tombstone = Math.max(this.tombstone, Number(row[seq])));
    return () => undefined;
  }
}
