import { existsSync } from 'node:fs';
import { dialectOf } from '../../platform/orm/orm.ts';
import { objectName } from '../format/names.ts';
import { several } from '../making/several.ts';
import type { Repository } from '../repository/repository.ts';
import { assertEmpty, assertKnown, stateBefore } from './empty-place.ts';
import { filesOfBackup } from './fill-storage.ts';
import type { RestorePlace } from './restore-place.ts';

const objectsAtOnce = 8;

/**
 * What a restore would put back, and whether it can: reads the rows of files, and looks for the object of each. Changes nothing. Answers how
 * many objects are nowhere. Errors: RESTORE_NOT_EMPTY; faults of the backup.
 */
export async function previewRestore(place: Omit<RestorePlace, 'register'>): Promise<number> {
  const { manifest, print } = place;
  assertKnown(manifest);
  const before = await stateBefore(place);
  // An embedded database that is not there yet is not made by looking.
  const isThere = dialectOf(place.database) === 'mysql' || existsSync(place.database.file);
  if (before === undefined && isThere) await assertEmpty(place);
  print(before === undefined ? 'Place: empty.' : 'Place: this backup is half restored there; the restore would go on.');
  print(`Keys: ${manifest.keyChecks.length} master keys are expected.`);
  const tables = Object.values(manifest.tables);
  print(`Rows: ${tables.reduce((sum, { rows }) => sum + rows, 0)} in ${tables.length} tables.`);
  let [objects, bytes, lost] = [0, 0, 0];
  for await (const files of filesOfBackup(place.repository, manifest))
    await several(objectsAtOnce, files, async ({ sha256 }) => {
      const size = await sizeAt([place.repository, ...place.others], sha256);
      objects += 1;
      if (size === undefined) lost += 1;
      else bytes += size;
    });
  print(`Objects: ${objects - lost} of ${objects}, ${bytes} bytes.`);
  return lost;
}

async function sizeAt(repositories: readonly Repository[], sha256: string): Promise<number | undefined> {
  for (const { target } of repositories) {
    const object = await target.open(objectName(sha256)).catch(() => undefined);
    if (object === undefined) continue;
    await object.close();
    return object.size;
  }
  return undefined;
}
