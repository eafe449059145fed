import type { IncomingMessage } from 'node:http';
import type { ReadMultipart } from './graphql-route.ts';
import { FormParts } from './upload/form-parts.ts';
import { readUploadForm } from './upload/upload-form.ts';

const drainMs = 2_000;
const drainBytes = 1024 * 1024;

/** Slower than this, on average, after the first half minute, is not a person's connection any more. */
export const uploadFloor = { bytesPerSecond: 16 * 1024, afterMs: 30_000, everyMs: 5_000 } as const;

export type UploadFloor = { readonly [name in keyof typeof uploadFloor]: number };

/** Reads a multipart form with files. Nothing is buffered: whoever receives a file pulls its bytes from the socket. */
export const multipartReader =
  (maxFileBytes: number, floor: UploadFloor = uploadFloor): ReadMultipart =>
  async ({ raw, headers }) => {
    const stopWatching = watchSpeed(raw, floor);
    const bytes = raw.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, unknown>;
    const done = async (): Promise<void> => {
      stopWatching();
      drainRest(raw, bytes);
    };
    try {
      return { body: await readUploadForm(new FormParts(bytes, headers['content-type'] ?? '', maxFileBytes)), done };
    } catch (error) {
      await done();
      throw error;
    }
  };

/** Lets the client finish sending a small rest, so that it reads our response; cuts a longer one off. */
export function drainRest(raw: IncomingMessage, bytes: AsyncIterator<Buffer, unknown>): void {
  if (raw.readableEnded || raw.destroyed) return;
  const limit = raw.socket.bytesRead + drainBytes;
  const timer = setTimeout(() => raw.destroy(), drainMs).unref();
  raw.once('close', () => clearTimeout(timer));
  const drain = (): void => {
    raw.on('data', () => {
      if (raw.socket.bytesRead > limit) raw.destroy();
    });
    raw.resume();
  };
  // The pending reader gets an error first, and nothing is read afterwards.
  Promise.resolve(bytes.return?.()).then(drain, () => raw.destroy());
}

/** Destroys a request that brings its body too slowly; the answer ends the watch. */
export function watchSpeed(raw: IncomingMessage, floor: UploadFloor): () => void {
  const start = { at: performance.now(), bytes: raw.socket.bytesRead };
  const timer = setInterval(() => {
    const elapsed = performance.now() - start.at;
    if (elapsed < floor.afterMs) return;
    if ((raw.socket.bytesRead - start.bytes) / (elapsed / 1_000) < floor.bytesPerSecond)
      raw.destroy(new Error('upload too slow'));
  }, floor.everyMs);
  timer.unref();
  raw.once('close', () => clearInterval(timer));
  return () => clearInterval(timer);
}
