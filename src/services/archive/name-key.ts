import { createHash } from 'node:crypto';
import { fieldError } from '../kernel/errors.ts';

const mostBytes = 255;

/** Controls, separators of folders and lines, and marks that turn or hide what follows. */
const unwanted = /[\p{Cc}\p{Cs}/\\\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** Composed, and without case: « ß » is « ss », « ı » stays itself. */
const caseFolded = (text: string): string =>
  text
    .normalize('NFC')
    .split('ı')
    .map((part) => part.toUpperCase().toLowerCase())
    .join('ı')
    .normalize('NFC');

/**
 * What makes a name unique in its place: SHA-256 of the place and of the name without case, so that both databases compare bytes. Accents
 * count: « été » and « ete » are two names.
 */
export const nameKey = (place: string, name: string): string =>
  createHash('sha256')
    .update(`${place}\0${caseFolded(name)}`)
    .digest('hex');

/** A title or the name of a folder as it is kept: composed, trimmed, 1 to 255 bytes. `INPUT_INVALID` on the field otherwise. */
export function placedName(given: string, path: string): string {
  if (!given.isWellFormed()) throw fieldError(path, 'wellFormed');
  const name = given.normalize('NFC').trim();
  if (name === '' || name === '.' || name === '..') throw fieldError(path, 'isRequired');
  if (unwanted.test(name)) throw fieldError(path, 'matches');
  if (Buffer.byteLength(name) > mostBytes) throw fieldError(path, 'maxLength');
  return name;
}

/** `rapport.pdf` is `rapport (2).pdf` the second time; the name is cut so that it fits. */
export function numberedName(name: string, number: number): string {
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  const end = ` (${number})${extension}`;
  let stem = name.slice(0, name.length - extension.length);
  while (Buffer.byteLength(stem + end) > mostBytes) stem = [...stem].slice(0, -1).join('');
  return stem + end;
}
