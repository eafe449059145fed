import { DomainError } from '../../kernel/errors.ts';
import { pendingMigrations } from '../../platform/orm/migrate.ts';
import { openLoader } from '../../platform/orm/snapshot/loader.ts';
import { knownMigrations } from '../../platform/orm/snapshot/table-shapes.ts';
import { BackupFault } from '../format/backup-fault.ts';
import type { Manifest } from '../format/manifest.ts';
import type { RestorePlace } from './restore-place.ts';
import { readRestoreState, type RestoreState } from './restore-state.ts';

type Place = Pick<RestorePlace, 'config' | 'storage' | 'repository' | 'manifest'>;

/** A release restores its own backups and those of earlier ones. */
export function assertKnown({ id, migrations }: Manifest): void {
  const known = new Set(knownMigrations());
  if (!migrations.every((name) => known.has(name))) throw new BackupFault('NEWER_SCHEMA', id);
}

export const placeOf = ({ repository, manifest }: Place): Pick<RestoreState, 'target' | 'backupId'> => ({
  target: repository.target.url,
  backupId: manifest.id,
});

/** Of a restore of the same backup that was cut; undefined where no file is stored yet. Error: RESTORE_NOT_EMPTY. */
export async function stateBefore(place: Place): Promise<RestoreState | undefined> {
  const { target, backupId } = placeOf(place);
  const before = await readRestoreState(place.config);
  if (before !== undefined) {
    if (before.backupId === backupId && before.target === target) return before;
    throw new DomainError('RESTORE_NOT_EMPTY', { backupId: before.backupId });
  }
  for await (const _object of place.storage.objects())
    throw new DomainError('RESTORE_NOT_EMPTY', { place: 'DATA_DIR' });
  return undefined;
}

/**
 * What the migrations themselves wrote, and a server of the release of the backup that was started once, is one thing; people are another,
 * and so are tables that a later migration made: it would never see the rows. Error: RESTORE_NOT_EMPTY.
 */
export async function assertEmpty({ database, manifest }: Pick<RestorePlace, 'database' | 'manifest'>): Promise<void> {
  const loader = await openLoader(database);
  try {
    for (const table of await loader.tables())
      if (['user', 'stored_file', 'data_key', 'audit_entry'].includes(table) && (await loader.holds(table)))
        throw new DomainError('RESTORE_NOT_EMPTY', { place: 'database' });
  } finally {
    await loader.close();
  }
  const own = new Set([...manifest.migrations, ...(await pendingMigrations(database))]);
  if (!knownMigrations().every((name) => own.has(name)))
    throw new DomainError('RESTORE_NOT_EMPTY', { place: 'database' });
}
