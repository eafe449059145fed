import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { withOutlines } from './glyph-outlines.ts';

const { resolve } = createRequire(import.meta.url);

/** A font file and what it can draw. Read on first use, since most invoices need one family only. */
export class Face {
  readonly name: string;
  readonly #path: string;
  /** Of a variable font. */
  readonly #weight: number | undefined;
  #font: Font | undefined;
  #characters: ReadonlySet<number> | undefined;

  constructor(path: string, weight?: number) {
    this.name = weight === undefined ? path : `${path}@${weight}`;
    this.#path = resolve(path);
    this.#weight = weight;
  }

  has(codePoint: number): boolean {
    this.#characters ??= new Set(this.#read().characterSet);
    return this.#characters.has(codePoint);
  }

  /**
   * The font for one document. Its tables are parsed once and shared (a third of the time of an invoice); its glyphs
   * belong to the document, because fontkit stores with a glyph the first character that used it, which would change
   * the bytes of the next document.
   */
  open(): Font {
    const font = Object.create(this.#read(), { _glyphs: { value: {} } }) as Font;
    if (this.#weight === undefined) return font;
    const { createSubset } = font;
    // pdfkit treats two fonts of the same name as one; all files, at every weight, have the name of the thinnest.
    Object.defineProperty(font, 'postscriptName', {
      value: basename(this.name)
        .replace(/-wght.*@/, '-')
        .replaceAll(/[^\w-]/g, ''),
    });
    return Object.assign(font, { createSubset: () => withOutlines(createSubset.call(font)) });
  }

  #read(): Font {
    if (this.#font === undefined) {
      const font = create(readFileSync(this.#path));
      if (!('characterSet' in font)) throw new TypeError(`${this.name} is a collection, not a font`);
      // fontkit reads it at the first access to a glyph; `getVariation` would lose that the file is compressed.
      if (this.#weight !== undefined) Object.assign(font, { variationCoords: [this.#weight] });
      this.#font = font;
    }
    return this.#font;
  }
}
