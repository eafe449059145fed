import { Backup } from '../../../entities/backups/backup.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { idOfName, runningName } from '../format/names.ts';
import { listManifests, type Repository } from '../repository/repository.ts';
import { deleteUnlessLocked } from './lock-backup.ts';

/** What is about one backup, and named by its id. */
const folders = ['manifests/', 'kit/', 'protected/'] as const;

/**
 * Takes away what is left of backups that were deleted or that failed, and what lies beside a manifest that was never written. May be
 * repeated; what the target itself keeps goes later.
 */
export async function removeLeft({ run }: Pick<AppContext, 'run'>, repository: Repository): Promise<void> {
  const { target } = repository;
  const over = new Set(await run(idsOfOver, target.url));
  const names: string[] = [];
  for (const folder of folders) for await (const { name } of target.list(folder)) names.push(name);
  // In this order: whoever wrote one of them and is not writing now has written its manifest, or never will.
  const mayBeWritten = await isWritten(repository);
  const manifests = await listManifests(repository);
  for (const name of names) {
    const id = idOfName(name);
    if (id === undefined) continue;
    if (over.has(id) || (!mayBeWritten && !manifests.has(id))) await deleteUnlessLocked(target, name);
  }
}

/** Does anybody write into this repository, be it a process that is stopped, or another installation? */
export async function isWritten({ target }: Pick<Repository, 'target'>): Promise<boolean> {
  for await (const _running of target.list(runningName(''))) return true;
  return false;
}

const idsOfOver = async ({ em }: Tx<'em'>, target: string): Promise<string[]> =>
  (await em.find(Backup, { target, status: ['DELETED', 'FAILED'] }, { fields: ['id'] })).map(({ id }) => id);
