import { DomainError } from '../services/kernel/errors.ts';
import { BackupFault } from '../services/backups/index.ts';

/** One exit code per outcome, so that a script can distinguish them; `docs/operations.md` lists them. */
export const backupCodes = { done: 0, failed: 1, differs: 17, damaged: 18, unreachable: 19, notEmpty: 20 } as const;

const ofErrors: Readonly<Record<string, readonly [code: number, sentence: string]>> = {
  BACKUP_TARGET_UNAVAILABLE: [19, 'The target cannot be reached, or there is no repository of backups in it.'],
  STORAGE_FULL: [19, 'The target is full.'],
  RESTORE_NOT_EMPTY: [20, 'The database or the folder is not empty, or another restore was begun in it.'],
  BACKUP_RUNNING: [1, 'Another backup to this target is running.'],
  NOT_FOUND: [1, 'There is no such backup or target.'],
  ACTION_NOT_ALLOWED: [1, 'This backup has failed or was deleted.'],
  INPUT_INVALID: [
    2,
    'There is no such target: give its number in BACKUP_TARGETS, or an address like file:/mnt/other-disk/atelier.',
  ],
  NO_REPOSITORY: [18, 'The mark of the repository is damaged.'],
  NO_BACKUP: [1, 'There is no such backup at the target.'],
  NEWER_FORMAT: [1, 'A later release made this: start that release.'],
  NEWER_SCHEMA: [1, 'This backup is of a later release: restore it with that one.'],
};

/** Runs it; what an operator can understand is printed as a sentence, with its own exit code. */
export async function answering(print: (text: string) => void, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) && !(error instanceof BackupFault)) throw error;
    const [code, sentence] = ofErrors[error.code] ?? [error instanceof BackupFault ? 18 : 1, 'It failed.'];
    print(`${error.code}: ${sentence}${error instanceof BackupFault ? ` (${error.at})` : ''}`);
    return code;
  }
}
