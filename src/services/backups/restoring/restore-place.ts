import { mkdir } from 'node:fs/promises';
import type { KeyRegister } from '../../adapters/keys/port.ts';
import type { Storage } from '../../adapters/storage/port.ts';
import type { Config } from '../../platform/config.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { migrate } from '../../platform/orm/migrate.ts';
import type { DatabaseSettings } from '../../platform/orm/orm.ts';
import { openLoader } from '../../platform/orm/snapshot/loader.ts';
import type { Manifest } from '../format/manifest.ts';
import type { Repository } from '../repository/repository.ts';
import { fillDatabase } from './fill-database.ts';
import { fillStorage, type Filled } from './fill-storage.ts';
import { assertEmpty, assertKnown, placeOf, stateBefore } from './empty-place.ts';
import { writeRestoreState, type RestoreState } from './restore-state.ts';

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

async function begunState(place: RestorePlace): Promise<RestoreState> {
  const { config, database, manifest } = place;
  const before = await stateBefore(place);
  if (before !== undefined && (before.phase !== 'BEGUN' || before.triggers.length > 0)) return before;
  if (before === undefined) await assertEmpty(place);
  const loader = await openLoader(database);
  try {
    const state: RestoreState = before ?? { ...placeOf(place), phase: 'BEGUN', triggers: [] };
    await writeRestoreState(config, state);
    // Those of the backup, and not all up to its last one: a migration with an earlier name may have come later.
    await migrate(database, undefined, { only: manifest.migrations });
    const begun = { ...state, triggers: [...(await loader.triggers())] };
    await writeRestoreState(config, begun);
    return begun;
  } finally {
    await loader.close();
  }
}
