/**
 * Draws pages that were already laid out: the domain positions the text, the vendor's library only draws it. Lengths
 * are PDF points (1/72 inch), `x` from the left and `y` from the top of an A4 page; `y` of a text is its baseline.
 */
export const A4 = { width: 595.28, height: 841.89 } as const;

export type PdfFont = 'regular' | 'semibold';

export interface TextStyle {
  readonly font: PdfFont;
  readonly size: number;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Extra space after each character. */
  readonly spacing?: number;
}

export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly style: TextStyle;
  /** Turned about its beginning, in degrees: negative rises to the right. */
  readonly angle?: number;
}

export interface RuleMark {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly thickness: number;
  readonly colour: string;
}

export interface BoxMark {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly colour: string;
}

/** A filled outline, as SVG path data relative to (`x`, `y`). */
export interface ShapeMark {
  readonly kind: 'shape';
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** A JPEG or a PNG without transparency, in eight bits, not interlaced: other kinds would not give the same bytes each time. */
export interface ImageMark {
  readonly kind: 'image';
  readonly bytes: Uint8Array;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Mark = TextMark | RuleMark | BoxMark | ShapeMark | ImageMark;

export interface PdfSettings {
  readonly title: string;
  readonly author: string;
  /** BCP 47, for instance `fr-FR`. */
  readonly language: string;
  /** Written to the file; the same settings and pages give the same bytes. */
  readonly createdAt: Date;
}

/** A file carried inside the PDF (PDF/A-3), such as the XML of an e-invoice. */
export interface PdfAttachment {
  readonly name: string;
  readonly mimeType: string;
  readonly relationship: 'Alternative' | 'Data' | 'Source' | 'Supplement' | 'Unspecified';
  readonly description?: string;
  readonly content: Uint8Array;
  /** RDF descriptions to add to the document's XMP, well formed. Written by us, never by a customer. */
  readonly metadata?: string;
}

export interface PdfSheet {
  /** Width of the text as it would be drawn. */
  measure(text: string, style: TextStyle): number;
  /** Draws the pages and closes the document. Yields to the event loop between pages. Call it once. */
  finish(pages: readonly (readonly Mark[])[], attachment?: PdfAttachment): Promise<Buffer>;
}

/** Opens a blank PDF/A-3b document with its fonts. */
export interface PdfPort {
  open(settings: PdfSettings): Promise<PdfSheet>;
}
