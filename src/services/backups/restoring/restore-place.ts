import { mkdir } from 'node:fs/promises';
import type { KeyRegister } from '../../adapters/keys/port.ts';
import type { Storage } from '../../adapters/storage/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Config } from '../../platform/config.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { migrate } from '../../platform/orm/migrate.ts';
import type { DatabaseSettings } from '../../platform/orm/orm.ts';
import { openLoader, type Loader } from '../../platform/orm/snapshot/loader.ts';
import { knownMigrations } from '../../platform/orm/snapshot/table-shapes.ts';
import { BackupFault } from '../format/backup-fault.ts';
import type { Manifest } from '../format/manifest.ts';
import type { Repository } from '../repository/repository.ts';
import { fillDatabase } from './fill-database.ts';
import { fillStorage, type Filled } from './fill-storage.ts';
import { readRestoreState, writeRestoreState, type RestoreState } from './restore-state.ts';

/** An empty place, and what to put there. */
export interface RestorePlace {
  readonly config: Config;
  readonly database: DatabaseSettings;
  readonly storage: Storage;
  readonly register: KeyRegister;
  readonly repository: Repository;
  readonly manifest: Manifest;
  /** Other targets, for objects that are damaged in this one. */
  readonly others: readonly Repository[];
  readonly print: (line: string) => void;
}

/**
 * Puts everything back that a backup holds: keys, rows, objects, in this order. Goes on where it was cut. The place refuses to start
 * until `finishRestore` is done in it. Errors: RESTORE_NOT_EMPTY; faults of the backup.
 */
export async function restorePlace(place: RestorePlace): Promise<Filled> {
  const { config, manifest, print } = place;
  assertKnown(manifest);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  let state = await begunState(place);
  const go = async (phase: RestoreState['phase']): Promise<void> => {
    state = { ...state, phase };
    await writeRestoreState(config, state);
    crashPoint(`after-restore-${phase.toLowerCase()}`);
  };
  const loader = await openLoader(place.database);
  try {
    if (state.phase === 'BEGUN') {
      await place.register.write(manifest.keyChecks);
      print(`Keys: ${manifest.keyChecks.length} master keys are expected.`);
      await loader.dropTriggers(state.triggers);
      for (const table of await loader.tables()) await loader.empty(table);
      await go('EMPTIED');
    }
    if (state.phase === 'EMPTIED') {
      await fillDatabase(place, loader);
      await go('LOADED');
    }
    const filled = await fillStorage(place);
    if (state.phase === 'LOADED') await go('FILLED');
    if (state.phase === 'FILLED') {
      await loader.createTriggers(state.triggers);
      await go('GUARDED');
    }
    return filled;
  } finally {
    await loader.close();
  }
}

/** A release restores its own backups and those of earlier ones. */
function assertKnown({ id, migrations }: Manifest): void {
  const known = new Set(knownMigrations());
  if (!migrations.every((name) => known.has(name))) throw new BackupFault('NEWER_SCHEMA', id);
}

async function begunState({ config, database, storage, repository, manifest }: RestorePlace): Promise<RestoreState> {
  const { id: backupId } = manifest;
  const target = repository.target.url;
  const before = await readRestoreState(config);
  if (before !== undefined) {
    if (before.backupId === backupId && before.target === target) return before;
    throw new DomainError('RESTORE_NOT_EMPTY', { backupId: before.backupId });
  }
  for await (const _object of storage.objects()) throw new DomainError('RESTORE_NOT_EMPTY', { place: 'DATA_DIR' });
  const loader = await openLoader(database);
  try {
    await assertEmpty(loader);
    const state: RestoreState = { target, backupId, phase: 'BEGUN', triggers: [] };
    await writeRestoreState(config, state);
    await migrate(database, undefined, { upTo: manifest.migrations.at(-1) });
    const begun = { ...state, triggers: [...(await loader.triggers())] };
    await writeRestoreState(config, begun);
    return begun;
  } finally {
    await loader.close();
  }
}

/** What the migrations themselves wrote, and a server that was started once, is one thing; people are another. */
async function assertEmpty(loader: Loader): Promise<void> {
  for (const table of await loader.tables())
    if (['user', 'stored_file', 'data_key', 'audit_entry'].includes(table) && (await loader.holds(table)))
      throw new DomainError('RESTORE_NOT_EMPTY', { place: 'database' });
}
