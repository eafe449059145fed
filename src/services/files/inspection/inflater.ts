import { createInflateRaw } from 'node:zlib';

/** Unfolds one compressed entry piece by piece, off the event loop, and says where it ends: nothing else does. */
export class Inflater {
  readonly #stream = createInflateRaw();
  #failure: Error | undefined;
  #fed = 0;
  isBroken = false;

  /** `each` is called with what comes out; what it throws ends the unfolding, and is thrown by `take`. */
  constructor(each: (piece: Buffer) => void) {
    this.#stream.on('data', (piece: Buffer) => {
      try {
        if (this.#failure === undefined) each(piece);
      } catch (error) {
        this.#failure = error as Error;
        this.#stream.destroy();
      }
    });
    this.#stream.on('error', () => {
      this.isBroken = true;
    });
  }

  /** How many of these bytes belong to the entry, and whether it is over. */
  async take(bytes: Buffer): Promise<{ readonly isOver: boolean; readonly consumed: number }> {
    const before = this.#stream.bytesWritten;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#stream.off('close', done);
        resolve();
      };
      this.#stream.once('close', done);
      this.#stream.write(bytes, done);
    });
    if (this.#failure !== undefined) throw this.#failure;
    this.#fed += bytes.length;
    // What the stream did not want stands after the end of the entry.
    return { isOver: this.#stream.bytesWritten < this.#fed, consumed: this.#stream.bytesWritten - before };
  }

  close(): void {
    this.#stream.destroy();
  }
}
