import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { link, lstat, mkdir, open, opendir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { errnoOf, unlessAbsent, writeFailure } from '../disk/disk-errors.ts';
import { DiskObject } from '../disk/disk-object.ts';
import type { BackupTarget, TargetEntry, TargetPart, TargetState } from './port.ts';

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
const nameShape = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\/[a-z0-9-]+(?:\.[a-z0-9-]+)*)*$/;
/** What a disk answers that was pulled out, unmounted, or may not be written. */
const away = new Set([
  'ENOENT',
  'ENOTDIR',
  'EIO',
  'ENODEV',
  'ENXIO',
  'ESTALE',
  'EHOSTDOWN',
  'EROFS',
  'EACCES',
  'EPERM',
]);

function failure(error: unknown): unknown {
  return away.has(errnoOf(error) ?? '')
    ? new DomainError('BACKUP_TARGET_UNAVAILABLE', {}, { cause: error })
    : writeFailure(error);
}

async function reported<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw failure(error);
  }
}

/**
 * A folder: another disk, a mounted share. Things lie under their names, readable only by the account of the server, and
 * are written in `tmp` beside them.
 */
export function fileTarget(root: string): BackupTarget {
  const folder = resolve(root);
  const parts = join(folder, 'tmp');
  /** Folders with names that are not durable yet. */
  const unsynced = new Set<string>();
  const pathOf = (name: string): string => {
    if (!nameShape.test(name)) throw new TypeError(`Not a name in a backup: ${name}`);
    return join(folder, name);
  };

  return {
    url: pathToFileURL(folder).href.replace('file:///', 'file:/'),
    prepare: async () => void (await reported(mkdir(folder, { recursive: true, mode: 0o700 }))),
    create: async (name, { isReplacing = false } = {}) => {
      const path = pathOf(name);
      await reported(mkdir(parts, { mode: 0o700 }).catch(unlessThere));
      return FilePart.create({ path: join(parts, `${newId()}.part`), name: path, root: folder, unsynced, isReplacing });
    },
    open: (name) => reported(unlessAbsent(DiskObject.open(pathOf(name)))),
    sizeOf: async (name) => (await reported(unlessAbsent(lstat(pathOf(name)))))?.size,
    list: (prefix) => listFolder(join(folder, prefix), prefix),
    delete: async (name) => (await reported(unlessAbsent(rm(pathOf(name)).then(() => true)))) ?? false,
    persist: async () => {
      const folders = [...unsynced];
      unsynced.clear();
      await reported(Promise.all(folders.map(syncFolder)));
    },
    examine: (dataDir) => reported(examine(folder, dataDir)),
    sweep: (before) => sweep(parts, before),
  };
}

interface PartPlace {
  readonly path: string;
  readonly name: string;
  readonly root: string;
  readonly unsynced: Set<string>;
  readonly isReplacing: boolean;
}

class FilePart implements TargetPart {
  readonly #handle: FileHandle;
  readonly #place: PartPlace;

  private constructor(handle: FileHandle, place: PartPlace) {
    this.#handle = handle;
    this.#place = place;
  }

  static async create(place: PartPlace): Promise<FilePart> {
    return new FilePart(await reported(open(place.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)), place);
  }

  async append(bytes: Uint8Array): Promise<void> {
    await reported(this.#handle.appendFile(bytes));
  }

  async commit(): Promise<void> {
    const { path, name, root, unsynced, isReplacing } = this.#place;
    await reported(this.#handle.datasync());
    await this.#handle.close();
    const made = await reported(mkdir(dirname(name), { recursive: true, mode: 0o700 }));
    // A link refuses a name that is taken, a rename would replace it.
    await reported(isReplacing ? rename(path, name) : link(path, name).catch(unlessThere));
    await rm(path, { force: true });
    unsynced.add(dirname(name));
    if (made !== undefined) for (let at = dirname(name); at !== root; at = dirname(at)) unsynced.add(dirname(at));
  }

  async abort(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await rm(this.#place.path, { force: true }).catch(() => undefined);
  }
}

function unlessThere(error: unknown): void {
  if (errnoOf(error) !== 'EEXIST') throw error;
}

async function* listFolder(folder: string, prefix: string): AsyncGenerator<TargetEntry> {
  const entries = await reported(unlessAbsent(opendir(folder)));
  if (entries === undefined) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* listFolder(path, `${prefix}${entry.name}/`);
      continue;
    }
    const found = await unlessAbsent(lstat(path));
    if (found?.isFile() === true) yield { name: `${prefix}${entry.name}`, size: found.size };
  }
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function examine(folder: string, dataDir: string): Promise<TargetState> {
  const [target, data, space] = await Promise.all([stat(folder), stat(dataDir), statfs(folder)]);
  const probe = join(folder, `probe-${newId()}`);
  await (await open(probe, O_WRONLY | O_CREAT | O_EXCL, 0o600)).close();
  await rm(probe);
  return { isOnDataDisk: target.dev === data.dev, freeBytes: space.bavail * space.bsize };
}

async function sweep(parts: string, before: Date): Promise<number> {
  let removed = 0;
  const entries = await unlessAbsent(opendir(parts));
  if (entries === undefined) return 0;
  for await (const entry of entries) {
    const path = join(parts, entry.name);
    const found = await unlessAbsent(lstat(path));
    if (found === undefined || found.mtime >= before) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
