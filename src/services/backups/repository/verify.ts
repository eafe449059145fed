import { BackupFault, type BackupFaultCode } from '../format/backup-fault.ts';
import type { Manifest } from '../format/manifest.ts';
import { listName, objectName, pieceName } from '../format/names.ts';
import { several } from '../making/several.ts';
import { listManifests, openManifest, readList, type Repository } from './repository.ts';
import { Buffers, readThrough } from './transfer.ts';

/** Something of a backup that is not what its manifest says. */
export interface Damage {
  readonly name: string;
  readonly sha256: string;
  readonly code: BackupFaultCode;
}

export interface Verified {
  readonly things: number;
  readonly bytes: number;
  readonly damages: readonly Damage[];
}

const atOnce = 4;

/** Reads every piece, list and object of a backup and compares its hash. Needs no key but to read the manifest's signature. */
export async function verifyHashes(
  repository: Repository,
  manifest: Manifest,
  beat = () => Promise.resolve(),
): Promise<Verified> {
  const damages: Damage[] = [];
  let [things, bytes] = [0, 0];
  const buffers = new Buffers();
  await several(atOnce, expectedOf(repository, manifest), async ({ name, sha256, kind }) => {
    const found = await buffers.lend((buffer) => hashOf(repository, name, buffer));
    things += 1;
    bytes += found?.size ?? 0;
    if (found?.sha256 !== sha256)
      damages.push({ name, sha256, code: `${kind}_${found === undefined ? 'MISSING' : 'DAMAGED'}` });
    await beat();
  });
  return { things, bytes, damages };
}

interface ExpectedThing {
  readonly name: string;
  readonly sha256: string;
  readonly kind: 'PIECE' | 'LIST' | 'OBJECT';
}

async function* expectedOf(repository: Repository, manifest: Manifest): AsyncGenerator<ExpectedThing> {
  for (const { pieces } of Object.values(manifest.tables))
    for (const { name, sha256 } of pieces) yield { name: pieceName(name), sha256, kind: 'PIECE' };
  for (const list of manifest.objects) {
    yield { name: listName(list.sha256), sha256: list.sha256, kind: 'LIST' };
    // A list that is damaged is reported as such: what it named is not known.
    const listed = await readList(repository, list).catch((error: unknown) => {
      if (!(error instanceof BackupFault)) throw error;
      return [];
    });
    for (const { sha256 } of listed) yield { name: objectName(sha256), sha256, kind: 'OBJECT' };
  }
}

export async function hashOf(
  { target }: Pick<Repository, 'target'>,
  name: string,
  buffer?: Buffer,
): Promise<{ readonly sha256: string; readonly size: number } | undefined> {
  const object = await target.open(name);
  if (object === undefined) return undefined;
  try {
    return { sha256: await readThrough(object, () => Promise.resolve(), buffer), size: object.size };
  } finally {
    await object.close();
  }
}

/**
 * Is this backup in its place among the others? Whoever puts an older manifest in the place of a newer one, or takes one out, is
 * noticed by the one behind it. Faults: MANIFEST_REPLAYED, and those of reading manifests.
 */
export async function verifyOrder(
  repository: Repository,
  manifest: Manifest & { readonly sha256: string },
): Promise<void> {
  const ids = [...(await listManifests(repository)).keys()];
  const next = ids[ids.indexOf(manifest.id) + 1];
  if (next === undefined) return;
  const successor = await openManifest(repository, next);
  const own = manifest.first ?? manifest.sha256;
  const isInOrder = successor.createdAt >= manifest.createdAt;
  if (!isInOrder || (successor.previous?.id === manifest.id && successor.previous.sha256 !== own))
    throw new BackupFault('MANIFEST_REPLAYED', manifest.id);
}
