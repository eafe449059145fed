import type { Stats } from 'node:fs';
import { chmod, mkdir, opendir, rm, lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, newId } from '../../kernel/ids.ts';
import { unlessAbsent } from '../disk/disk-errors.ts';
import { DiskObject } from '../disk/disk-object.ts';
import { DiskPart } from './disk-part.ts';
import type { ObjectEntry, PartEntry, Storage } from './port.ts';
import { placeOf, versionNamed } from './version-names.ts';

const PART = '.part';

/**
 * Sealed files in a directory of this machine, readable only by its owner (directories 0700, files 0600):
 *
 * <root>/objects/aa/<version id>.sef committed; `aa` is the end of the id, since UUIDv7 begin alike
 * <root>/tmp/<random>.part being written, on the same file system so that a rename commits it
 *
 * Creates the directories it needs.
 */
export async function localDisk(root: string): Promise<Storage> {
  const objects = join(root, 'objects');
  const parts = join(root, 'tmp');
  for (const folder of [root, objects, parts]) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  }
  const pathOf = (versionId: string): string => join(objects, placeOf(versionId));

  return {
    create: async (versionId) => await DiskPart.create(join(parts, newId() + PART), pathOf(versionId)),
    open: async (versionId) => await unlessAbsent(DiskObject.open(pathOf(versionId))),
    delete: async (versionId) => await remove(pathOf(versionId)),
    objects: () => listObjects(objects),
    parts: () => listParts(parts),
    deletePart: async (name) => isPart(name) && remove(join(parts, name)),
  };
}

const isPart = (name: string): boolean => name.endsWith(PART) && isId(name.slice(0, -PART.length));

const remove = async (path: string): Promise<boolean> => (await unlessAbsent(rm(path).then(() => true))) ?? false;

/** The files of a folder; one that disappears meanwhile is left out. */
async function* filesOf(folder: string): AsyncGenerator<readonly [string, Stats]> {
  for await (const entry of await opendir(folder)) {
    const stats = await unlessAbsent(lstat(join(folder, entry.name)));
    if (stats) yield [entry.name, stats];
  }
}

async function* listObjects(objects: string): AsyncGenerator<ObjectEntry> {
  for await (const [folder, stats] of filesOf(objects)) {
    if (!stats.isDirectory()) continue;
    for await (const [name, { size, mtime }] of filesOf(join(objects, folder))) {
      const versionId = versionNamed(name);
      if (versionId !== undefined) yield { versionId, size, modifiedAt: mtime };
    }
  }
}

async function* listParts(parts: string): AsyncGenerator<PartEntry> {
  for await (const [name, { size, mtime }] of filesOf(parts)) {
    if (isPart(name)) yield { name, size, modifiedAt: mtime };
  }
}
