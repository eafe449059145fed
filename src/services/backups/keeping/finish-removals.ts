import type { Tx, UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { BackupFault } from '../format/backup-fault.ts';
import type { Repository } from '../repository/repository.ts';
import { deleteUnlessLocked } from './lock-backup.ts';
import { neededNames } from './prune.ts';

/** Plain rows, by columns that every release has: it is asked of databases that are not migrated yet, too. */
export interface Removing {
  readonly run: <I, O>(useCase: UseCase<'em', I, O>, input: I) => Promise<O>;
}

/**
 * A backup that begins ends the removals that a process left half done; what a manifest has come to need meanwhile stays. Answers every
 * name that was to go: whoever began its removal may have been stopped only, and go on.
 */
export async function finishRemovals({ run }: Removing, repository: Repository): Promise<readonly string[]> {
  const { target } = repository;
  const names = await run(claimedNames, target.url);
  if (names.length === 0) return names;
  const needed = await neededNames(repository).catch((error: unknown) => {
    if (!(error instanceof BackupFault)) throw error;
    return undefined;
  });
  // What a manifest needs is not known when one cannot be read: nothing goes.
  if (needed === undefined) return names;
  for (const name of names) if (!needed.has(name)) await deleteUnlessLocked(target, name);
  await run(forgetClaims, target.url);
  return names;
}

async function claimedNames({ em }: Tx<'em'>, target: string): Promise<string[]> {
  const claimed = writing(em).db.selectFrom('backup_object').select('name');
  const rows = await claimed.where('target', '=', target).where('state', '=', 'REMOVING').execute();
  return rows.map(({ name }) => name);
}

async function forgetClaims({ em }: Tx<'em'>, target: string): Promise<void> {
  const { db } = writing(em);
  await db.deleteFrom('backup_object').where('target', '=', target).where('state', '=', 'REMOVING').execute();
}
