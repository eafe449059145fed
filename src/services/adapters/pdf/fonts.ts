/**
 * Chooses the font of each character. PDF/A forbids the empty box that fonts draw for a character they lack, so every
 * character is drawn by a font that has it: Source Sans first, DejaVu for the alphabets it lacks (Hebrew, Arabic …),
 * Noto Emoji, Noto Sans for Chinese, Japanese and Korean, and what none of them has (Thai and the scripts of India, for
 * instance) becomes □, drawn by DejaVu.
 */
import { CjkFamily, scriptsOf, type CjkScript } from './cjk-fonts.ts';
import { Face } from './face.ts';
import type { PdfFont } from './port.ts';

const families: Record<PdfFont, readonly string[]> = {
  regular: [
    '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
    'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  ],
  semibold: [
    '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
    'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
    '@expo-google-fonts/noto-emoji/600SemiBold/NotoEmoji_600SemiBold.ttf',
  ],
};

const UNKNOWN = '\u25a1';

/** Fonts in the order in which they are tried; those of Han characters in the order of the text's language. */
export interface Family {
  readonly faces: readonly Face[];
  readonly cjk: Readonly<Record<CjkScript, CjkFamily>>;
}

export type Faces = Readonly<Record<PdfFont, Family>>;

const familyOf = (paths: readonly string[], weight: number): Family => ({
  faces: paths.map((path) => new Face(path)),
  cjk: { jp: new CjkFamily('jp', weight), sc: new CjkFamily('sc', weight), kr: new CjkFamily('kr', weight) },
});

export const loadFaces = (): Faces => ({
  regular: familyOf(families.regular, 400),
  semibold: familyOf(families.semibold, 600),
});

/** The fonts to try for a character. The language of the text matters only where the usual fonts lack it. */
type Source = (codePoint: number) => Face | undefined;

function sourceOf(text: string, { faces, cjk }: Family): Source {
  let families: readonly CjkFamily[] | undefined;
  return (codePoint) => {
    const face = faces.find((own) => own.has(codePoint));
    if (face !== undefined) return face;
    families ??= scriptsOf(text).map((script) => cjk[script]);
    return families.map((family) => family.faceOf(codePoint)).find((found) => found !== undefined);
  };
}

/** A stretch of text drawn by one font, in one direction. */
export interface Run {
  readonly face: Face;
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/** Words of one right-to-left script, with the spaces between them: drawn as one run. */
const rightToLeft = new RegExp(
  ['Hebr', 'Arab', 'Syrc', 'Thaa', 'Nkoo']
    .map((script) => `\\p{sc=${script}}`)
    .map((sign) => `${sign}[${sign}\\p{Mn}]*(?:\\s+[${sign}\\p{Mn}]+)*`)
    .join('|'),
  'gu',
);

/** Cuts clean text into runs. */
export function runsOf(text: string, family: Family): Run[] {
  const faces = sourceOf(text, family);
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(rightToLeft)) {
    runs.push(...sameDirection(text.slice(from, index), faces, false), ...sameDirection(piece, faces, true).reverse());
    from = index + piece.length;
  }
  return [...runs, ...sameDirection(text.slice(from), faces, false)];
}

function sameDirection(text: string, faces: Source, isRightToLeft: boolean): Run[] {
  const runs: { face: Face; text: string; isRightToLeft: boolean }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const { face, drawn } = faceFor(character, faces, isRightToLeft ? last?.face : undefined);
    if (last?.face === face) last.text += drawn;
    else runs.push({ face, text: drawn, isRightToLeft });
  }
  return runs;
}

function faceFor(character: string, faces: Source, preferred: Face | undefined): { face: Face; drawn: string } {
  const faceOf = (sign: string): Face | undefined => faces(sign.codePointAt(0) ?? 0);
  if (preferred?.has(character.codePointAt(0) ?? 0)) return { face: preferred, drawn: character };
  const face = faceOf(character);
  if (face !== undefined) return { face, drawn: character };
  const last = faceOf(UNKNOWN);
  if (last === undefined) throw new RangeError('No font can draw the sign for an unknown character');
  return { face: last, drawn: UNKNOWN };
}

/**
 * What can be drawn of a text: composed, well formed, on one line, without invisible signs (which could reverse or hide
 * what a person reads).
 */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '');
