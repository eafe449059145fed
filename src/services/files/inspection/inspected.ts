import type { FileType } from './file-types.ts';
import { checkArchive, tailBytes } from './zip-directory.ts';

/**
 * The same bytes, looked at as they pass: an archive's directory stands at its end, so the end is kept (and no more)
 * and judged before the source ends. Throwing refuses the file; nothing has been committed by then.
 */
export async function* inspected(source: AsyncIterable<Uint8Array>, type: FileType): AsyncGenerator<Uint8Array> {
  if (type.container === undefined) {
    yield* source;
    return;
  }
  const end = new FileEnd();
  for await (const bytes of source) {
    end.add(bytes);
    yield bytes;
  }
  checkArchive(end.bytes(), end.size, type.container.entry);
}

/** The last bytes of a stream, in constant memory: whole pieces are dropped from the front once enough follow. */
class FileEnd {
  #pieces: Buffer[] = [];
  #kept = 0;
  size = 0;

  add(bytes: Uint8Array): void {
    this.size += bytes.length;
    this.#pieces.push(Buffer.from(bytes));
    this.#kept += bytes.length;
    while (this.#kept - (this.#pieces[0]?.length ?? 0) >= tailBytes) this.#kept -= this.#pieces.shift()?.length ?? 0;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces).subarray(-tailBytes);
  }
}
