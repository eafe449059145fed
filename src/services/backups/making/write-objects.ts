import type { Storage } from '../../adapters/storage/port.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { yieldToEventLoop } from '../../kernel/yield-to-event-loop.ts';
import type { TableShape } from '../../platform/orm/snapshot/table-shapes.ts';
import { Cutter } from '../format/cut.ts';
import type { ListOfBackup } from '../format/manifest.ts';
import { listName, objectName } from '../format/names.ts';
import { printObjects, type ListedObject } from '../format/object-list.ts';
import { sha256Of } from '../format/piece.ts';
import { Buffers, readThrough, writeWhole } from '../repository/transfer.ts';
import { several } from './several.ts';
import type { Writing } from './write-rows.ts';

/** A flush of each waits for the disk: several wait together. */
const objectsAtOnce = 8;

/** The objects that a snapshot knows. */
const storedObjects: TableShape = {
  name: 'stored_file',
  columns: [
    ['id', 'text'],
    ['version_id', 'text'],
    ['ciphertext_sha256', 'text'],
  ],
  key: ['id'],
};

export interface ObjectsWritten {
  readonly lists: readonly ListOfBackup[];
  readonly objects: number;
  readonly bytes: number;
  /** Versions whose bytes were gone or damaged already. */
  readonly lost: readonly string[];
}

/** Copies every object of the snapshot that is not there yet, as it is stored, and lists them all. */
export async function writeObjects(writing: Writing & { readonly storage: Storage }): Promise<ObjectsWritten> {
  const lists: ListOfBackup[] = [];
  const lost: string[] = [];
  let [objects, bytes] = [0, 0];
  const copying = { ...writing, buffers: new Buffers() };
  for await (const known of slices(writing)) {
    const listed: (ListedObject | undefined)[] = [];
    await several(objectsAtOnce, known.entries(), async ([at, object]) => {
      const size = await writeObject(copying, object);
      if (size === undefined) lost.push(object.versionId);
      else listed[at] = { sha256: object.sha256, size };
      writing.progress.objects += 1;
      await writing.lease.beat(writing.progress);
    });
    const list = await writeList(
      writing,
      listed.filter((one) => one !== undefined),
    );
    lists.push(list);
    objects += list.objects;
    bytes += list.bytes;
  }
  return { lists, objects, bytes, lost };
}

interface KnownObject {
  readonly versionId: string;
  readonly sha256: string;
}

/** Cut by their rows, as pieces are: the lists of what did not change are the same. */
async function* slices({ snapshot }: Writing): AsyncGenerator<readonly KnownObject[]> {
  const cutter = new Cutter();
  const parsed = (lines: readonly string[]): KnownObject[] => lines.map((line) => JSON.parse(line) as KnownObject);
  for await (const batch of snapshot.rows(storedObjects, 'deleted_at is null')) {
    for (const [id, versionId, sha256] of batch) {
      const lines = cutter.add(JSON.stringify({ versionId, sha256 }), String(id));
      if (lines !== undefined) yield parsed(lines);
    }
  }
  const rest = cutter.rest();
  if (rest.length > 0) yield parsed(rest);
}

interface CopyingObjects extends Writing {
  readonly storage: Storage;
  readonly buffers: Buffers;
}

/** The size of the object at the target; undefined when there is no whole one to copy. */
async function writeObject(
  { repository: { target }, storage, progress, buffers }: CopyingObjects,
  { versionId, sha256 }: KnownObject,
): Promise<number | undefined> {
  const name = objectName(sha256);
  const there = await target.sizeOf(name);
  if (there !== undefined) {
    progress.bytes += there;
    return there;
  }
  const object = await storage.open(versionId);
  if (object === undefined) return undefined;
  try {
    await yieldToEventLoop();
    const part = await target.create(name);
    try {
      const copy = (buffer: Buffer) => readThrough(object, (bytes) => part.append(bytes), buffer);
      if ((await buffers.lend(copy)) !== sha256) {
        await part.abort();
        return undefined;
      }
      await part.commit();
    } catch (error) {
      await part.abort();
      throw error;
    }
  } finally {
    await object.close();
  }
  crashPoint('after-backup-object');
  progress.bytes += object.size;
  progress.addedBytes += object.size;
  return object.size;
}

async function writeList({ repository: { target } }: Writing, listed: readonly ListedObject[]): Promise<ListOfBackup> {
  const text = Buffer.from(printObjects(listed));
  const sha256 = sha256Of(text);
  if ((await target.sizeOf(listName(sha256))) === undefined) await writeWhole(target, listName(sha256), text);
  const bytes = listed.reduce((sum, { size }) => sum + size, 0);
  return { sha256, size: text.length, objects: listed.length, bytes };
}
