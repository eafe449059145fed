import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ZipEntry, ZipPort } from './port.ts';

/** ZIP by yazl: streamed, ZIP64 where it is needed. */
export const yazlZip = (): ZipPort => ({ pack });

function pack(entries: readonly ZipEntry[]): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  zip.on('error', (error: Error) => void out.destroy(error));
  for (const entry of entries) {
    zip.addReadStreamLazy(entry.name, (give) => {
      entry.open().then(
        (stream) => {
          stream.once('error', (error) => void out.destroy(error));
          give(null, stream);
        },
        (error: unknown) => void out.destroy(error as Error),
      );
    });
  }
  zip.end();
  // A reader that disconnects, or an entry that fails, ends both; `out` reports it to its reader.
  pipeline(zip.outputStream, out).catch(() => undefined);
  return out;
}
