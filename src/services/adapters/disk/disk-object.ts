import { constants, fstatSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { StoredObject } from '../../kernel/stored-object.ts';

const { O_RDONLY, O_NOFOLLOW = 0 } = constants;

/** A file open for reading. Size and identity are those of the open file: a later rename or removal does not matter. */
export class DiskObject implements StoredObject {
  readonly size: number;
  readonly etag: string;
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle, size: number, etag: string) {
    this.#handle = handle;
    this.size = size;
    this.etag = etag;
  }

  /** Refuses a symbolic link: no other file may be presented as a stored one. */
  static async open(path: string): Promise<DiskObject> {
    const handle = await open(path, O_RDONLY | O_NOFOLLOW);
    try {
      // The metadata of an open file is in memory: a thread would cost more.
      const { ino, mtimeNs, size } = fstatSync(handle.fd, { bigint: true });
      return new DiskObject(handle, Number(size), `${ino}-${mtimeNs}-${size}`);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    let done = 0;
    while (done < into.length) {
      const { bytesRead } = await this.#handle.read(into, done, into.length - done, position + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}
