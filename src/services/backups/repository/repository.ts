import { z } from 'zod';
import type { BackupTarget } from '../../adapters/backup-target/port.ts';
import type { CheckpointSigner } from '../../audit/index.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { newId } from '../../kernel/ids.ts';
import { BackupFault } from '../format/backup-fault.ts';
import { format, readManifest, type ListOfBackup, type Manifest, type PieceOfBackup } from '../format/manifest.ts';
import { listName, manifestName, manifestOfName, pieceName, repositoryName } from '../format/names.ts';
import { parseObjects, type ListedObject } from '../format/object-list.ts';
import { openPiece, pieceKeysOf, sha256Of, type PieceKeys } from '../format/piece.ts';
import { readWhole, writeWhole } from './transfer.ts';

/** What opens and proves backups: nothing of it is in the repository. */
export interface BackupKeys {
  /** 32 bytes of `KEYS_DIR`. */
  readonly secret: Uint8Array;
  readonly signer: CheckpointSigner;
}

/** A place with backups, and its keys. */
export interface Repository {
  readonly id: string;
  readonly target: BackupTarget;
  readonly keys: PieceKeys;
  readonly signer: CheckpointSigner;
}

const repositoryShape = z.strictObject({ format: z.int(), repositoryId: z.uuid() });

/** Opens a repository; `undefined` when there is none. Faults: NEWER_FORMAT, NO_REPOSITORY when its mark is damaged. */
export async function openRepository(
  target: BackupTarget,
  { secret, signer }: BackupKeys,
): Promise<Repository | undefined> {
  const bytes = await readWhole(target, repositoryName);
  if (bytes === undefined) return undefined;
  const found = repositoryShape.safeParse(jsonOf(bytes));
  if (!found.success) throw new BackupFault('NO_REPOSITORY', target.url);
  if (found.data.format > format) throw new BackupFault('NEWER_FORMAT', target.url);
  const id = found.data.repositoryId;
  return { id, target, keys: pieceKeysOf(secret), signer };
}

/** Opens a repository, made when there is none: of two that make it at the same instant, one wins. */
export async function makeRepository(target: BackupTarget, keys: BackupKeys): Promise<Repository> {
  const found = await openRepository(target, keys);
  if (found !== undefined) return found;
  await target.prepare();
  await writeWhole(target, repositoryName, Buffer.from(canonicalJson({ format, repositoryId: newId() })));
  await target.persist();
  return (await openRepository(target, keys)) as Repository;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The newest revision of each backup, by id: ids are in the order of their making. */
export async function listManifests({ target }: Pick<Repository, 'target'>): Promise<Map<string, number>> {
  const newest = new Map<string, number>();
  for await (const { name } of target.list('manifests/')) {
    const found = manifestOfName(name);
    if (found !== undefined) newest.set(found.id, Math.max(newest.get(found.id) ?? 0, found.revision));
  }
  return new Map([...newest].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The manifest of a backup with its own hash. Faults: NO_BACKUP and those of `readManifest`. */
export async function openManifest(
  repository: Repository,
  id: string,
  revision?: number,
): Promise<Manifest & { readonly sha256: string }> {
  const newest = revision ?? (await listManifests(repository)).get(id);
  const bytes = newest === undefined ? undefined : await readWhole(repository.target, manifestName(id, newest));
  if (newest === undefined || bytes === undefined) throw new BackupFault('NO_BACKUP', id);
  const { id: repositoryId, signer } = repository;
  const manifest = readManifest(bytes.toString('utf8'), { repositoryId, id, revision: newest, signer });
  return { ...manifest, sha256: sha256Of(bytes) };
}

/** The lines of a piece. Faults: PIECE_MISSING, PIECE_DAMAGED. */
export async function readPiece({ target, keys }: Repository, { name, sha256 }: PieceOfBackup): Promise<string[]> {
  const bytes = await readWhole(target, pieceName(name));
  if (bytes === undefined) throw new BackupFault('PIECE_MISSING', name);
  if (sha256Of(bytes) !== sha256) throw new BackupFault('PIECE_DAMAGED', name);
  return (await openPiece(keys, name, bytes)).split('\n').filter((line) => line !== '');
}

/** The objects of a list. Faults: LIST_MISSING, LIST_DAMAGED. */
export async function readList(
  { target }: Pick<Repository, 'target'>,
  { sha256 }: ListOfBackup,
): Promise<ListedObject[]> {
  const bytes = await readWhole(target, listName(sha256));
  if (bytes === undefined) throw new BackupFault('LIST_MISSING', sha256);
  if (sha256Of(bytes) !== sha256) throw new BackupFault('LIST_DAMAGED', sha256);
  return parseObjects(bytes.toString('utf8'), sha256);
}

/** Every thing that a backup names, a list of objects at a time. */
export async function* namesOf(
  repository: Repository,
  manifest: Pick<Manifest, 'tables' | 'objects'>,
): AsyncGenerator<string> {
  for (const { pieces } of Object.values(manifest.tables)) for (const { name } of pieces) yield pieceName(name);
  for (const list of manifest.objects) {
    yield listName(list.sha256);
    for (const { sha256 } of await readList(repository, list)) yield `objects/${sha256.slice(0, 2)}/${sha256}`;
  }
}
