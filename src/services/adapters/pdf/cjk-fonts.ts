/**
 * Chinese, Japanese and Korean: Noto Sans in files of some hundred characters each, of which a document reads those it
 * needs. The files are variable fonts; each family uses its own weight.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Face } from './face.ts';

const { resolve } = createRequire(import.meta.url);

export type CjkScript = 'jp' | 'sc' | 'kr';

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** The faces of one script at one weight, by the characters they have. */
export class CjkFamily {
  readonly #script: CjkScript;
  readonly #weight: number;
  readonly #faces = new Map<string, Face>();
  #pieces: readonly Piece[] | undefined;

  constructor(script: CjkScript, weight: number) {
    this.#script = script;
    this.#weight = weight;
  }

  faceOf(codePoint: number): Face | undefined {
    const piece = this.#pieceOf(codePoint);
    if (piece === undefined) return undefined;
    const face =
      this.#faces.get(piece.name) ??
      new Face(`@fontsource-variable/noto-sans-${this.#script}/files/${piece.name}`, this.#weight);
    this.#faces.set(piece.name, face);
    return face.has(codePoint) ? face : undefined;
  }

  #pieceOf(codePoint: number): Piece | undefined {
    this.#pieces ??= piecesOf(this.#script);
    let [low, high] = [0, this.#pieces.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle] as Piece;
      if (codePoint < piece.from) high = middle - 1;
      else if (codePoint > piece.to) low = middle + 1;
      else return piece;
    }
    return undefined;
  }
}

/**
 * `unicode.json` maps each file to its characters: `{"[118]": "U+65e5,U+6c11-6c12"}`. Latin characters are not looked
 * up here.
 */
function piecesOf(script: CjkScript): Piece[] {
  const ranges = JSON.parse(
    readFileSync(resolve(`@fontsource-variable/noto-sans-${script}/unicode.json`), 'utf8'),
  ) as Record<string, string>;
  const numbered = Object.entries(ranges).filter(([key]) => /^\[\d+\]$/.test(key));
  return numbered
    .flatMap(([key, list]) =>
      list.split(',').map((range) => {
        const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
        return {
          from: Number.parseInt(from, 16),
          to: Number.parseInt(to, 16),
          name: `noto-sans-${script}-${key.slice(1, -1)}-wght-normal.woff2`,
        };
      }),
    )
    .sort((a, b) => a.from - b.from);
}

/** The shapes of Han characters differ by language: kana indicate Japanese, hangul Korean, neither Chinese. */
export const scriptsOf = (text: string): readonly CjkScript[] =>
  /[\p{sc=Hira}\p{sc=Kana}]/u.test(text)
    ? ['jp', 'sc', 'kr']
    : /\p{sc=Hang}/u.test(text)
      ? ['kr', 'sc', 'jp']
      : ['sc', 'jp', 'kr'];
