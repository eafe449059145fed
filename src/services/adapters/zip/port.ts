import type { Readable } from 'node:stream';

/** A file to pack. `open` is called when it is needed, so that one file at a time is open. */
export interface ZipEntry {
  /** Relative, with forward slashes. */
  readonly name: string;
  open(): Promise<Readable>;
}

/**
 * Packs files into one ZIP, as a stream: no file is held in memory. An entry that fails destroys the stream with its
 * error.
 */
export interface ZipPort {
  pack(entries: readonly ZipEntry[]): Readable;
}
