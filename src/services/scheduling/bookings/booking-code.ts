import { randomInt } from 'node:crypto';

/** Without 0, 1, I and O, which are read as one another. */
const symbols = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code of the 2^30 there are. */
export const drawCode = (): string =>
  `AC-${Array.from({ length: 6 }, () => symbols.charAt(randomInt(symbols.length))).join('')}`;

const spelled = new RegExp(`^AC[${symbols}]{6}$`);

/** The code that somebody typed, whatever its case, blanks and dashes; null when it can be none. */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase();
  return spelled.test(plain) ? `AC-${plain.slice(2)}` : null;
}
