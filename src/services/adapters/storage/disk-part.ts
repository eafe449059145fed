import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unlessAbsent, writeFailure } from '../disk/disk-errors.ts';
import type { StoragePart } from './port.ts';

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;

/** How much may wait in the page cache before it is sent to the disk, in bytes. */
const FLUSH_EVERY = 32 * 2 ** 20;

/** Makes the names inside a directory durable. Windows offers no such call, and does not need it. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A temporary file, renamed when it is complete and on the disk. */
export class DiskPart implements StoragePart {
  readonly #handle: FileHandle;
  #path: string;
  readonly #target: string;
  #length = 0;
  #flushedLength = 0;
  #flush: Promise<void> = Promise.resolve();
  #isFlushing = false;

  private constructor(handle: FileHandle, path: string, target: string) {
    this.#handle = handle;
    this.#path = path;
    this.#target = target;
  }

  static async create(path: string, target: string): Promise<DiskPart> {
    try {
      return new DiskPart(await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600), path, target);
    } catch (error) {
      throw writeFailure(error);
    }
  }

  async append(bytes: Uint8Array): Promise<void> {
    try {
      // The kernel may write less than it is given.
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.#length);
        done += bytesWritten;
        this.#length += bytesWritten;
      }
      this.#flushBehind();
    } catch (error) {
      throw writeFailure(error);
    }
  }

  async commit(): Promise<void> {
    const folder = dirname(this.#target);
    try {
      await this.#flush;
      await this.#handle.sync();
      await this.#handle.close();
      const isNewFolder = (await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined;
      if (await unlessAbsent(lstat(this.#target))) throw new Error('A stored version is never replaced.');
      await rename(this.#path, this.#target);
      // From here on `abort` must find it under its new name.
      this.#path = this.#target;
      await syncDirectory(folder);
      if (isNewFolder) await syncDirectory(dirname(folder));
    } catch (error) {
      throw writeFailure(error);
    }
  }

  async abort(): Promise<void> {
    // What cannot be removed now stays listed among the parts, and the sweep removes it.
    await this.#handle.close().catch(() => undefined);
    await rm(this.#path, { force: true }).catch(() => undefined);
  }

  /**
   * Starts writing to the disk while the next bytes are being sealed, so that `commit` waits for little. A failure is
   * kept for `commit`: the kernel reports it once, and the final `sync` could then succeed.
   */
  #flushBehind(): void {
    if (this.#isFlushing || this.#length - this.#flushedLength < FLUSH_EVERY) return;
    this.#flushedLength = this.#length;
    this.#isFlushing = true;
    this.#flush = Promise.all([this.#flush, this.#handle.datasync()]).then(() => void (this.#isFlushing = false));
    this.#flush.catch(() => undefined);
  }
}
