/** A request that adds bytes to an upload. */
interface Writer {
  readonly stop: () => void;
  readonly done: Promise<unknown>;
}

/** Which requests of this process are writing: whoever comes back after a broken connection ends the one that hangs. */
export class UploadWriters {
  readonly #writing = new Map<string, Writer>();

  /** How many uploads receive bytes. */
  get size(): number {
    return this.#writing.size;
  }

  /** Ends the request that writes, and waits until what it received is durable. */
  async takeOver(uploadId: string): Promise<void> {
    const writer = this.#writing.get(uploadId);
    writer?.stop();
    await writer?.done.catch(() => undefined);
  }

  /** Runs a request as the one that writes. */
  async during<T>(uploadId: string, stop: () => void, work: () => Promise<T>): Promise<T> {
    await this.takeOver(uploadId);
    const done = work();
    const writer = { stop, done };
    this.#writing.set(uploadId, writer);
    try {
      return await done;
    } finally {
      if (this.#writing.get(uploadId) === writer) this.#writing.delete(uploadId);
    }
  }
}
