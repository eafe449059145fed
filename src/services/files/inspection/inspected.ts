import { refused } from './refused.ts';

/** Looks at the bytes of one file as they pass, in constant memory. Throwing refuses the file; nothing has been committed by then. */
export interface Inspector {
  see(bytes: Buffer): void | Promise<void>;
  /** After the last byte. */
  end(): void | Promise<void>;
}

/** The same bytes, shown to an inspector on their way and judged before the source ends. A file without bytes is a failed upload. */
export async function* inspected(source: AsyncIterable<Uint8Array>, inspector?: Inspector): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const bytes of source) {
    size += bytes.length;
    await inspector?.see(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    yield bytes;
  }
  if (size === 0) throw refused('empty');
  await inspector?.end();
}
