/** Letters that differ from a plain one only by being small or raised. */
const compatible = /[ªº¹²³ſ\u00a0]/g;
const cyrillic = /(\p{Script=Cyrillic}\p{M}+)/u;

/** Spellings that count as the same, the longer one first. */
const spellings = [
  ['oe', 'œ'],
  ['ss', 'ß'],
  ["'", '’'],
] as const;

/**
 * A text as people search and sort it: without case and accents, « œ » as « oe ». « Élise » is found by « elise »; « ø
 * » is a different letter, and so is « й »: as in MySQL's `utf8mb4_unicode_ci`.
 */
export function foldText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  const plain = text
    .replace(compatible, (sign) => sign.normalize('NFKD'))
    .normalize('NFD')
    .split(cyrillic)
    .map(foldPart)
    .join('')
    .toLowerCase();
  return spellings.reduce((folded, [long, short]) => folded.replaceAll(short, long), plain);
}

/** Of Cyrillic letters only « ё » and « ѐ » are « е ». */
const foldPart = (part: string): string =>
  cyrillic.test(part) ? part.replace(/^([Ее])[\u0300\u0308]$/u, '$1').normalize('NFC') : part.replace(/\p{M}+/gu, '');

/** More words than this do not narrow a search. */
const mostWords = 5;

/** The words of a search; each must be found. */
export const searchWords = (text: string | null | undefined): readonly string[] =>
  (text ?? '').split(/\s+/u).filter(Boolean).slice(0, mostWords);

/** A word as a pattern of LIKE, to be used with `escape '!'`: its own wildcard characters are escaped. */
export const likePattern = (word: string): string => `%${likeBeginning(word)}`;

/** The same of what begins with the word. */
export const likeBeginning = (word: string): string => `${word.replace(/[!%_]/g, '!$&')}%`;

/** A word in every spelling that `foldText` treats as the same: for a database that compares letter by letter. */
export const spellingsOf = (word: string): readonly string[] =>
  spellings.reduce<readonly string[]>(
    (words, [long, short]) => [
      ...new Set(
        words.flatMap((one) => [
          one.replaceAll(new RegExp(short, 'giu'), long),
          one.replaceAll(new RegExp(long, 'giu'), short),
        ]),
      ),
    ],
    [word],
  );
