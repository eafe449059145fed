import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../src/services/adapters/disk/disk-errors.ts';

export interface Search {
  readonly files: number;
  /** Files that hold one of the words, in any of the encodings text may have. */
  readonly found: readonly string[];
}

/** A word within a longer text in base64 begins at one of three places of its letters; the letters at both ends also say something of the neighbours. */
const inBase64 = (word: string, at: number): string =>
  Buffer.concat([Buffer.alloc(at), Buffer.from(word)])
    .toString('base64')
    .slice(Math.ceil((at * 4) / 3), Math.floor(((at + Buffer.byteLength(word)) * 4) / 3));

const formsOf = (word: string): Buffer[] => [
  Buffer.from(word),
  Buffer.from(word, 'utf16le'),
  Buffer.from(Buffer.from(word).toString('hex')),
  ...[0, 1, 2].map((at) => Buffer.from(inBase64(word, at))),
];

/** Nothing for a file that a running server has just removed. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Looks for words in every byte under a directory. */
export function searchPlaintext(directory: string, words: readonly string[]): Search {
  const needles = words.flatMap(formsOf);
  const files = globSync('**/*', { cwd: directory })
    .map((name) => join(directory, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
  return {
    files: files.length,
    found: files.filter((file) => {
      const bytes = bytesOf(file);
      return needles.some((needle) => bytes.includes(needle));
    }),
  };
}
