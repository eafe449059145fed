import { Backup } from '../../../entities/backups/backup.entity.ts';
import { BackupObject } from '../../../entities/backups/backup-object.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { TargetEntry } from '../../adapters/backup-target/port.ts';
import { backupsPruned } from '../events.ts';
import { namedFolders } from '../format/names.ts';
import { listManifests, namesOf, openManifest, openRepository, type Repository } from '../repository/repository.ts';
import { deleteBackup } from './delete-backup.ts';
import { isOver } from './ladder.ts';
import { deleteUnlessLocked } from './lock-backup.ts';
import { isWritten, removeLeft } from './remove-left.ts';
import { withdrawMarks } from './withdraw-marks.ts';

type Needed = Pick<AppContext, 'run' | 'backups' | 'actor' | 'now'>;

/** What a pruning did, or would do. */
export interface Pruned {
  /** Backups whose time is over. */
  readonly backups: number;
  /** What no manifest names since this look. */
  readonly marked: number;
  /** What none named at a look a day ago, and none does now. */
  readonly removed: number;
  readonly bytes: number;
}

const dayMs = 24 * 3_600_000;
const atOnce = 200;

/** Prunes every target. With `dryRun` nothing is changed, and what would be is counted. */
export async function pruneBackups(ctx: Needed, { dryRun }: { readonly dryRun: boolean }): Promise<Pruned> {
  requirePermission(ctx.actor, 'backup:delete');
  let all: Pruned = { backups: 0, marked: 0, removed: 0, bytes: 0 };
  for (const target of ctx.backups.targets) {
    const repository = await openRepository(target, ctx.backups.keys);
    if (repository === undefined) continue;
    const one = await pruneOne(ctx, repository, dryRun);
    all = {
      backups: all.backups + one.backups,
      marked: all.marked + one.marked,
      removed: all.removed + one.removed,
      bytes: all.bytes + one.bytes,
    };
  }
  return all;
}

async function pruneOne(ctx: Needed, repository: Repository, dryRun: boolean): Promise<Pruned> {
  const { target } = repository;
  const backups = await dropOver(ctx, target.url, dryRun);
  if (!dryRun) {
    await target.sweep(new Date(ctx.now.getTime() - dayMs));
    await withdrawMarks(ctx, repository);
    await removeLeft(ctx, repository);
  }
  const needed = await neededNames(repository);
  const superfluous = await superfluousOf(repository, needed);
  const marks = new Map((await ctx.run(marksOf, target.url)).map((mark) => [mark.name, mark.foundAt]));
  const isRipe = ({ name }: TargetEntry): boolean => {
    const foundAt = marks.get(name);
    return foundAt !== undefined && ctx.now.getTime() - foundAt.getTime() >= dayMs;
  };
  const fresh = superfluous.filter(({ name }) => !marks.has(name));
  const ripe = (await isWritten(repository)) ? [] : superfluous.filter(isRipe);
  const bytes = ripe.reduce((sum, { size }) => sum + size, 0);
  if (dryRun) return { backups, marked: fresh.length, removed: ripe.length, bytes };
  await ctx.run(mark, { target: target.url, fresh, needed: [...marks.keys()].filter((name) => needed.has(name)) });
  crashPoint('after-prune-marked');
  let removed = 0;
  for (let at = 0; at < ripe.length; at += atOnce)
    removed += await removeSome(ctx, repository, ripe.slice(at, at + atOnce));
  await target.persist();
  await ctx.run(recordPruned, { removed, bytes });
  return { backups, marked: fresh.length, removed, bytes };
}

/** Backups whose time is over. */
async function dropOver(ctx: Needed, target: string, dryRun: boolean): Promise<number> {
  const found = await ctx.run(
    ({ em }: Tx<'em'>) => em.find(Backup, { target, status: ['COMPLETE', 'DAMAGED'] }),
    undefined,
  );
  const over = found.filter((backup) => isOver(backup, ctx.now));
  if (dryRun) return over.length;
  for (const { id } of over) await deleteBackup(ctx, { backupId: id });
  return over.length;
}

/** Throws when a manifest or a list cannot be read: what it needs is not known, and nothing may be removed. */
export async function neededNames(repository: Repository): Promise<Set<string>> {
  const needed = new Set<string>();
  for (const [id, revision] of await listManifests(repository))
    for await (const name of namesOf(repository, await openManifest(repository, id, revision))) needed.add(name);
  return needed;
}

async function superfluousOf({ target }: Repository, needed: ReadonlySet<string>): Promise<TargetEntry[]> {
  const found: TargetEntry[] = [];
  for (const folder of namedFolders)
    for await (const entry of target.list(folder)) if (!needed.has(entry.name)) found.push(entry);
  return found;
}

const marksOf = ({ em }: Tx<'em'>, target: string): Promise<BackupObject[]> =>
  em.find(BackupObject, { target, state: ['MARKED', 'REMOVING'] });

async function mark(
  { em, now }: Tx<'em' | 'now'>,
  { target, fresh, needed }: { target: string; fresh: readonly TargetEntry[]; needed: readonly string[] },
): Promise<void> {
  for (const { name, size } of fresh)
    em.create(BackupObject, { target, name, state: 'MARKED', sizeBytes: size, foundAt: now });
  for (let at = 0; at < needed.length; at += atOnce)
    await em.nativeDelete(BackupObject, {
      target,
      name: { $in: needed.slice(at, at + atOnce) },
      state: { $ne: 'DAMAGED' },
    });
}

/** Claimed in the database first: no backup begins in between that would count on them. */
async function removeSome(ctx: Needed, repository: Repository, entries: readonly TargetEntry[]): Promise<number> {
  const { target } = repository;
  const names = entries.map(({ name }) => name);
  if (!(await ctx.run(claim, { target: target.url, names }))) return 0;
  crashPoint('after-prune-claimed');
  let removed = 0;
  for (const name of names) {
    // Looked at each time: a directory of few names, against the loss of a backup.
    if (await isWritten(repository)) break;
    removed += Number(await deleteUnlessLocked(target, name));
  }
  crashPoint('after-prune-removed');
  await ctx.run(
    ({ em }: Tx<'em'>) =>
      em.nativeDelete(BackupObject, { target: target.url, name: { $in: names }, state: 'REMOVING' }),
    undefined,
  );
  return removed;
}

async function claim(
  tx: Tx<'em' | 'now'>,
  { target, names }: { target: string; names: readonly string[] },
): Promise<boolean> {
  await takeTurn(tx, 'backup', target);
  if ((await tx.em.count(Backup, { target, status: 'RUNNING' })) > 0) return false;
  await tx.em.nativeUpdate(BackupObject, { target, name: { $in: [...names] }, state: 'MARKED' }, { state: 'REMOVING' });
  return true;
}

async function recordPruned(
  { record, emit }: Tx<'record' | 'emit'>,
  { removed, bytes }: { removed: number; bytes: number },
): Promise<void> {
  if (removed === 0) return;
  record({ action: 'BACKUPS_PRUNED', payload: { removed, bytes } });
  emit(backupsPruned, { removed, bytes });
}
