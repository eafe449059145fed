/**
 * Which font draws which character. PDF/A forbids the empty box that fonts draw for a character they lack, so every
 * character is given to a font that has it: Source Sans first, DejaVu for the alphabets it lacks (Hebrew, Arabic …),
 * Noto Emoji, and what none of them has (Chinese, for instance) becomes □, drawn by DejaVu.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import type { PdfFont } from './port.ts';

const { resolve } = createRequire(import.meta.url);

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

/** A font file and what it can draw. Read on first use, since most invoices need one family only. */
export class Face {
  readonly name: string;
  readonly #path: string;
  #font: Font | undefined;
  #characters: ReadonlySet<number> | undefined;

  constructor(path: string) {
    this.name = path;
    this.#path = resolve(path);
  }

  has(codePoint: number): boolean {
    this.#characters ??= new Set(this.#read().characterSet);
    return this.#characters.has(codePoint);
  }

  /**
   * The font for one document. Its tables are parsed once and shared (a third of the time of an invoice); its glyphs are
   * the document's own, because fontkit remembers with a glyph the character that first asked for it, and that memory
   * would carry from one document's bytes into the next.
   */
  open(): Font {
    return Object.create(this.#read(), { _glyphs: { value: {} } }) as Font;
  }

  #read(): Font {
    if (this.#font === undefined) {
      const font = create(readFileSync(this.#path));
      if (!('characterSet' in font)) throw new TypeError(`${this.name} is a collection, not a font`);
      this.#font = font;
    }
    return this.#font;
  }
}

export type Faces = Readonly<Record<PdfFont, readonly Face[]>>;

export const loadFaces = (): Faces => ({
  regular: families.regular.map((path) => new Face(path)),
  semibold: families.semibold.map((path) => new Face(path)),
});

/** A stretch of text drawn by one font, in one direction. */
export interface Run {
  readonly face: Face;
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/** Words of one script written from right to left, with the spaces between them: drawn as one piece. */
const rightToLeft = new RegExp(
  ['Hebr', 'Arab', 'Syrc', 'Thaa', 'Nkoo'].map((script) => `\\p{sc=${script}}`).map((sign) => `${sign}[${sign}\\p{Mn}]*(?:\\s+[${sign}\\p{Mn}]+)*`).join('|'),
  'gu',
);

/** Cuts clean text into runs. */
export function runsOf(text: string, faces: readonly Face[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: piece, index } of text.matchAll(rightToLeft)) {
    runs.push(...sameDirection(text.slice(from, index), faces, false), ...sameDirection(piece, faces, true).reverse());
    from = index + piece.length;
  }
  return [...runs, ...sameDirection(text.slice(from), faces, false)];
}

function sameDirection(text: string, faces: readonly Face[], isRightToLeft: boolean): Run[] {
  const runs: { face: Face; text: string; isRightToLeft: boolean }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const { face, drawn } = faceFor(character, faces, isRightToLeft ? last?.face : undefined);
    if (last?.face === face) last.text += drawn;
    else runs.push({ face, text: drawn, isRightToLeft });
  }
  return runs;
}

function faceFor(character: string, faces: readonly Face[], preferred: Face | undefined): { face: Face; drawn: string } {
  const able = (sign: string) => (face: Face): boolean => face.has(sign.codePointAt(0) ?? 0);
  if (preferred !== undefined && able(character)(preferred)) return { face: preferred, drawn: character };
  const face = faces.find(able(character));
  if (face !== undefined) return { face, drawn: character };
  const last = faces.find(able(UNKNOWN));
  if (last === undefined) throw new RangeError('No font can draw the sign for an unknown character');
  return { face: last, drawn: UNKNOWN };
}

/**
 * What can be drawn of a text: composed, well formed, on one line, without invisible signs (which could reverse or hide
 * what a person reads).
 */
export const printable = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\p{Cf}\p{Variation_Selector}]/gu, '');
