import { createHmac, randomBytes } from 'node:crypto';
import type { Config } from '../platform/config.ts';
import { secretFile } from '../platform/secrets.ts';

type Place = Pick<Config, 'keysDir'>;

/** Digits of a mark that the address decides; the others distinguish its erasures. */
const decided = 16;

const digitsOf = ({ keysDir }: Place, email: string): string => {
  const hash = createHmac('sha256', secretFile(keysDir, 'addresses.key'))
    .update(email.normalize('NFC').toLowerCase())
    .digest('hex');
  return `${hash.slice(0, 12)}8${hash.slice(12, 15)}`;
};

/**
 * By what an erased address is known, in the form of an id (UUID version 8): half of it is a keyed hash, the other half is random, for an
 * address may be erased more than once. Without the key, which is beside the master keys, nobody reads the address from it.
 */
export function markOfAddress(place: Place, email: string): string {
  const random = randomBytes(8);
  random[0] = 0x80 | ((random[0] ?? 0) & 0x3f);
  const digits = digitsOf(place, email) + random.toString('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Is an address one of these marks? */
export function isMarked(place: Place, marks: readonly string[]): (email: string) => boolean {
  const known = new Set(marks.map((mark) => mark.replaceAll('-', '').slice(0, decided)));
  return (email) => known.has(digitsOf(place, email));
}

/** Ids of people are of version 7. */
export const isAddressMark = (subjectId: string): boolean => subjectId[14] === '8';
