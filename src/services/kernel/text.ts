/** What every text from outside is held to, and how forms' texts are put right. */

/** Control characters, but for the tab and the line breaks that texts of several lines have. */
const control = /[^\P{Cc}\t\n\r]/u;

export type TextFault = 'wellFormed' | 'controlCharacters';

/** Why a text may reach no column: half a surrogate pair, which no encoding can write, or a control character. */
export function textFault(text: string): TextFault | undefined {
  if (!text.isWellFormed()) return 'wellFormed';
  return control.test(text) ? 'controlCharacters' : undefined;
}

/**
 * Unpaired surrogates become U+FFFD, control characters are removed: for texts that cannot be sent back for correction,
 * such as a provider's.
 */
export const cleanText = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\t\n\r]+/gu, '');

/** Embeddings, overrides and isolates: they turn the text that follows around as well. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line: trimmed, a space for each line break or tab, no bidirectional control characters, letters composed. */
export const oneLine = (text: string): string =>
  text
    .replace(directions, '')
    .replace(/\s*[\t\n\r\u2028\u2029]\s*/g, ' ')
    .trim()
    .normalize('NFC');

/** Lines separated by one line feed each, whatever the sender's system writes. */
export const lines = (text: string): string => text.replace(/\r\n?|[\u2028\u2029]/g, '\n');

/** The length as databases count it: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}

const alike = new Intl.Collator('und', { sensitivity: 'base' });

/** Are these the same name? Case and accents do not matter, as in the collation of MySQL's columns. */
export const isSameName = (one: string, other: string): boolean => alike.compare(one, other) === 0;
