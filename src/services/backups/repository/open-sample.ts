import { randomInt } from 'node:crypto';
import { passingPieces, SefError } from '../../vault/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { Row } from '../../platform/orm/snapshot/snapshot.ts';
import type { Manifest, TableOfBackup } from '../format/manifest.ts';
import { objectName } from '../format/names.ts';
import { filesOfBackup, type KnownFile } from '../restoring/fill-storage.ts';
import { readPiece, type Repository } from './repository.ts';
import type { Damage } from './verify.ts';

/** So many files are looked for in one reading of the keys. */
const filesAtOnce = 2_000;

export interface Opened {
  readonly opened: number;
  readonly damages: readonly Damage[];
}

/**
 * Opens a share of the files of a backup, in percent, with the keys that are in it: from the first byte to the proven end. `most`
 * of them at most. A file without its key was forgotten since, and is left out.
 */
export async function openSample(
  repository: Repository,
  manifest: Manifest,
  { vault, percent, most = Infinity }: { readonly vault: Vault; readonly percent: number; readonly most?: number },
): Promise<Opened> {
  const damages: Damage[] = [];
  let opened = 0;
  let chosen: KnownFile[] = [];
  const look = async (): Promise<void> => {
    const keys = await keysOf(repository, manifest, new Set(chosen.map(({ dataKeyId }) => dataKeyId)));
    for (const file of chosen) {
      const key = keys.get(file.dataKeyId);
      if (key === undefined || opened >= most) continue;
      if (await opens(repository, vault, { ...file, ...key })) opened += 1;
      else damages.push({ name: objectName(file.sha256), sha256: file.sha256, code: 'OBJECT_DAMAGED' });
    }
    chosen = [];
  };
  for await (const files of filesOfBackup(repository, manifest))
    for (const file of files) {
      if (percent < 100 && randomInt(10_000) >= percent * 100) continue;
      chosen.push(file);
      if (chosen.length >= filesAtOnce) await look();
    }
  await look();
  return { opened, damages };
}

interface KeyOfBackup {
  readonly fileId: string;
  readonly wrappedKey: Buffer;
}

async function keysOf(
  repository: Repository,
  manifest: Manifest,
  wanted: ReadonlySet<string>,
): Promise<Map<string, KeyOfBackup>> {
  const found = new Map<string, KeyOfBackup>();
  const table = manifest.tables['data_key'] as TableOfBackup;
  const at = (column: string): number => table.columns.findIndex(([name]) => name === column);
  const [id, fileId, wrapped] = [at('id'), at('file_id'), at('wrapped')];
  for (const piece of wanted.size === 0 ? [] : table.pieces)
    for (const line of await readPiece(repository, piece)) {
      const row = JSON.parse(line) as Row;
      const own = String(row[id]);
      if (wanted.has(own))
        found.set(own, { fileId: String(row[fileId]), wrappedKey: Buffer.from(String(row[wrapped]), 'base64') });
    }
  return found;
}

async function opens(repository: Repository, vault: Vault, file: KnownFile & KeyOfBackup): Promise<boolean> {
  const storage = { ...vault.storage, open: () => repository.target.open(objectName(file.sha256)) };
  const { fileId, versionId, dataKeyId: dekId, wrappedKey, size } = file;
  try {
    const pieces = passingPieces({ ...vault, storage }, { fileId, versionId, dekId, wrappedKey, size });
    for await (const _bytes of pieces);
    return true;
  } catch (error) {
    if (error instanceof SefError) return false;
    throw error;
  }
}
