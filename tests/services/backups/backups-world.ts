import { mkdtempSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openServices } from '../../../src/adapters.ts';
import type { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import type { BackupTarget } from '../../../src/services/adapters/backup-target/port.ts';
import { beginBackup, makeBackup } from '../../../src/services/backups/index.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { storeBytes } from '../../../src/services/files/index.ts';
import { createWorld, type World } from '../../support/world.ts';

/** A world with real storage, and folders or buckets as targets of its backups. */
export interface BackupsWorld extends World {
  readonly folders: readonly string[];
  /** What backups need; targets may be put in the place of the folders. */
  ctx(targets?: readonly BackupTarget[]): AppContext;
  /** Stores a file, sealed; answers its row. */
  store(bytes: Buffer, name?: string): Promise<StoredFile>;
  /** Makes a backup to a target; answers its id. */
  backUp(number?: number, ctx?: AppContext): Promise<string>;
}

export async function createBackupsWorld(targets = 1, addresses: readonly string[] = []): Promise<BackupsWorld> {
  const folders: string[] = [];
  const home = mkdtempSync(join(process.env['TEST_HOME'] ?? '', 'targets-'));
  for (let i = 1; i <= targets; i += 1) folders.push(join(home, `target-${i}`));
  const world = await createWorld({
    services: openServices,
    environment: { BACKUP_TARGETS: [...folders.map((folder) => `file:${folder}`), ...addresses].join(',') },
  });
  const ctx = (given?: readonly BackupTarget[]): AppContext => {
    const own = world.contextFor();
    return given === undefined ? own : { ...own, backups: { ...own.backups, targets: given } };
  };
  return Object.assign(world, {
    folders,
    ctx,
    store: (bytes: Buffer, name = 'note.txt') => store(world, bytes, name),
    async backUp(number = 1, own = ctx()) {
      const target = own.backups.targets[number - 1] as BackupTarget;
      const { id } = await world.run(beginBackup, { target: target.url, trigger: 'MANUAL', isQueued: false });
      await makeBackup(own, { backupId: id });
      return id;
    },
  });
}

const store = (world: World, bytes: Buffer, name: string): Promise<StoredFile> =>
  storeBytes(world.contextFor(), {
    ...{ name, mimeType: 'text/plain', kind: 'DOCUMENT', bytes },
    attach: (_tx, file) => Promise.resolve(file),
  });

/** Every file of a folder and below, by its path in it. */
export const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

/** Turns one bit of a file, at a place that depends on `seed`. */
export async function flip(path: string, seed: number): Promise<void> {
  const bytes = await readFile(path);
  const at = (seed * 7_919) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
