/**
 * The alphabet of text messages (3GPP TS 23.038): of characters in it a message holds 160, of any other 70. A message that is longer is
 * sent in parts, each charged, of 153 or 67.
 */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each takes the place of two. */
const extended = new Set('\f^{}\\[~]|€');

/** What a character that is not in the alphabet is written as. */
const written: Readonly<Record<string, string>> = {
  ...{ '’': "'", '‘': "'", '«': '"', '»': '"', '“': '"', '”': '"', '–': '-', '—': '-', '…': '...', œ: 'oe', Œ: 'OE' },
  ...{ '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ', '\u2011': '-', '\t': ' ' },
};
const accents = /\p{M}/gu;

/** The same text within the alphabet, where it has letters for it: `ê` becomes `e`, `’` a straight apostrophe. Other scripts stay. */
export const gsmText = (text: string): string =>
  [...text.normalize('NFC')].map((one) => (isIn(one) ? one : replaced(one))).join('');

function replaced(character: string): string {
  const other = written[character] ?? character.normalize('NFD').replace(accents, '');
  return other !== '' && [...other].every(isIn) ? other : character;
}

const isIn = (character: string): boolean => basic.has(character) || extended.has(character);

/** How long a message is, in the units of the alphabet that it needs, and in how many parts it is sent. */
export interface TextLength {
  readonly isGsm: boolean;
  readonly units: number;
  readonly segments: number;
}

export function textLength(text: string): TextLength {
  const characters = [...text];
  const isGsm = characters.every(isIn);
  const units = isGsm ? septets(characters) : text.length;
  const [whole, part] = isGsm ? [160, 153] : [70, 67];
  return { isGsm, units, segments: units <= whole ? 1 : Math.ceil(units / part) };
}

const septets = (characters: readonly string[]): number =>
  characters.reduce((sum, one) => sum + (extended.has(one) ? 2 : 1), 0);
