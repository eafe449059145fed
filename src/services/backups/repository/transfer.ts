import { createHash } from 'node:crypto';
import type { BackupTarget, TargetPart } from '../../adapters/backup-target/port.ts';
import type { StoredObject } from '../../adapters/storage/port.ts';

/** Whole objects pass through this much memory. */
export const bufferBytes = 512 * 1_024;
/** No thing of ours that is read at once is larger. */
const mostBytes = 256 * 2 ** 20;

/** Memory that many objects pass through, one after the other: memory of its own for each costs more than to copy it. */
export class Buffers {
  readonly #free: Buffer[] = [];

  /** What the work does with it ends with the work. */
  async lend<T>(work: (buffer: Buffer) => Promise<T>): Promise<T> {
    const buffer = this.#free.pop() ?? Buffer.allocUnsafeSlow(bufferBytes);
    try {
      return await work(buffer);
    } finally {
      this.#free.push(buffer);
    }
  }
}

/** Reads an object from its first byte to its last; answers the SHA-256 of what it read. */
export async function readThrough(
  object: StoredObject,
  take: (bytes: Buffer) => Promise<void>,
  buffer: Buffer = Buffer.allocUnsafe(Math.min(bufferBytes, Math.max(object.size, 1))),
): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < object.size;) {
    const read = await object.read(buffer.subarray(0, Math.min(buffer.length, object.size - at)), at);
    if (read === 0) break;
    const bytes = buffer.subarray(0, read);
    hash.update(bytes);
    await take(bytes);
    at += read;
  }
  return hash.digest('hex');
}

/** A small thing as a whole; `undefined` when there is none. */
export async function readWhole(target: Pick<BackupTarget, 'open'>, name: string): Promise<Buffer | undefined> {
  const object = await target.open(name);
  if (object === undefined) return undefined;
  try {
    if (object.size > mostBytes) throw new RangeError(`${name} is too large to be read`);
    const bytes = Buffer.alloc(object.size);
    return bytes.subarray(0, await object.read(bytes, 0));
  } finally {
    await object.close();
  }
}

/** Writes a small thing; its name is durable after `persist`. */
export async function writeWhole(target: Pick<BackupTarget, 'create'>, name: string, bytes: Uint8Array): Promise<void> {
  await writeTo(await target.create(name), bytes);
}

/** The same over one that is damaged. */
export async function replaceWhole(
  target: Pick<BackupTarget, 'create'>,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  await writeTo(await target.create(name, { isReplacing: true }), bytes);
}

async function writeTo(part: TargetPart, bytes: Uint8Array): Promise<void> {
  try {
    await part.append(bytes);
    await part.commit();
  } catch (error) {
    await part.abort();
    throw error;
  }
}
