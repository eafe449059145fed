import type { IncomingFile } from './receive-file.ts';

/** A file of several, and its place among them. */
export interface ArrivingFile {
  readonly index: number;
  readonly upload: Promise<IncomingFile>;
}

/** Files as they come, which need not be as they are listed: the next one comes once the one before has been read. */
export async function* byArrival(uploads: readonly Promise<IncomingFile>[]): AsyncGenerator<ArrivingFile> {
  const arrival = (upload: Promise<IncomingFile>, index: number): Promise<number> =>
    Promise.resolve(upload).then(
      () => index,
      () => index,
    );
  const waiting = new Map(uploads.map((upload, index) => [index, arrival(upload, index)]));
  while (waiting.size > 0) {
    const index = await Promise.race(waiting.values());
    waiting.delete(index);
    yield { index, upload: uploads[index] as Promise<IncomingFile> };
  }
}
