import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Search {
  readonly files: number;
  /** Files that hold one of the words, in any of the encodings text may have. */
  readonly found: readonly string[];
}

/** Looks for words in every byte under a directory. */
export function searchPlaintext(directory: string, words: readonly string[]): Search {
  const needles = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(Buffer.from(word).toString('base64').replace(/.{0,4}$/, ''))]);
  const files = globSync('**/*', { cwd: directory }).map((name) => join(directory, name)).filter((file) => statSync(file).isFile());
  return { files: files.length, found: files.filter((file) => { const bytes = readFileSync(file); return needles.some((needle) => bytes.includes(needle)); }) };
}
