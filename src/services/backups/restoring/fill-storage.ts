import type { Storage, StoredObject } from '../../adapters/storage/port.ts';
import type { Row } from '../../platform/orm/snapshot/snapshot.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Manifest, TableOfBackup } from '../format/manifest.ts';
import { objectName } from '../format/names.ts';
import { readPiece, type Repository } from '../repository/repository.ts';
import { readThrough } from '../repository/transfer.ts';
import { several } from '../making/several.ts';
import type { RestorePlace } from './restore-place.ts';

const objectsAtOnce = 8;

/** What became of the objects of a restore. */
export interface Filled {
  readonly objects: number;
  readonly bytes: number;
  /** Versions without a whole copy anywhere. */
  readonly lost: readonly string[];
}

export interface KnownFile {
  readonly id: string;
  readonly versionId: string;
  readonly dataKeyId: string;
  readonly sha256: string;
  readonly size: number;
}

/** The files that a backup knows, a piece at a time. */
export async function* filesOfBackup(repository: Repository, manifest: Manifest): AsyncGenerator<KnownFile[]> {
  const table = manifest.tables['stored_file'] as TableOfBackup;
  const at = (column: string): number => table.columns.findIndex(([name]) => name === column);
  const [id, version, key, sha256] = [at('id'), at('version_id'), at('data_key_id'), at('ciphertext_sha256')];
  const [size, deleted] = [at('size_bytes'), at('deleted_at')];
  for (const piece of table.pieces) {
    const rows = (await readPiece(repository, piece)).map((line) => JSON.parse(line) as Row);
    yield rows
      .filter((row) => row[deleted] === null)
      .map((row) => ({
        id: String(row[id]),
        versionId: String(row[version]),
        dataKeyId: String(row[key]),
        sha256: String(row[sha256]),
        size: Number(row[size]),
      }));
  }
}

/** Puts every object back that is not there yet; one that is damaged here is taken from another target. */
export async function fillStorage(place: RestorePlace): Promise<Filled> {
  const lost: string[] = [];
  let [objects, bytes] = [0, 0];
  for await (const files of filesOfBackup(place.repository, place.manifest)) {
    await several(objectsAtOnce, files, async (file) => {
      const size = await fillObject(place, file);
      if (size === undefined) lost.push(file.versionId);
      else bytes += size;
      objects += 1;
      crashPoint('after-restored-object');
    });
  }
  place.print(`Objects: ${objects - lost.length} of ${objects}, ${bytes} bytes.`);
  return { objects, bytes, lost };
}

async function fillObject(place: RestorePlace, { versionId, sha256 }: KnownFile): Promise<number | undefined> {
  const there = await place.storage.open(versionId);
  if (there !== undefined) {
    await there.close();
    return there.size;
  }
  for (const { target } of [place.repository, ...place.others]) {
    const object = await target.open(objectName(sha256));
    if (object === undefined) continue;
    try {
      if (await copied(place.storage, object, { versionId, sha256 })) return object.size;
    } finally {
      await object.close();
    }
  }
  return undefined;
}

/** Copies an object into the storage; false, and nothing is left of it, when its bytes are not those that are meant. */
export async function copied(
  storage: Storage,
  object: StoredObject,
  { versionId, sha256 }: Pick<KnownFile, 'versionId' | 'sha256'>,
): Promise<boolean> {
  const part = await storage.create(versionId);
  try {
    const isMeant = (await readThrough(object, (bytes) => part.append(bytes))) === sha256;
    await (isMeant ? part.commit() : part.abort());
    return isMeant;
  } catch (error) {
    await part.abort();
    throw error;
  }
}
