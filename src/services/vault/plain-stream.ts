import { Readable } from 'node:stream';

/** Verified plaintext, and how to let go of what produces it. */
export interface PlainSource {
  readonly pieces: AsyncIterator<Buffer, unknown>;
  readonly close: () => Promise<void>;
}

/**
 * A stream over verified pieces. Unlike `Readable.from`, it lets go of the file and the key even when nobody ever
 * reads it. A damaged chunk destroys the stream, which never ends as if it were complete.
 */
export const plainStream = ({ pieces, close }: PlainSource): Readable =>
  new Readable({
    read(): void {
      pieces.next().then(
        ({ done, value }) => this.push(done === true ? null : value),
        (error: unknown) =>
          this.destroy(error instanceof Error ? error : new Error('Reading failed.', { cause: error })),
      );
    },
    destroy(error, callback): void {
      const release = async (): Promise<void> => {
        await pieces.return?.();
        await close();
      };
      release().then(
        () => callback(error),
        (failure: Error) => callback(error ?? failure),
      );
    },
  });
