/**
 * Outlines of glyphs as the `glyf` table of TrueType holds them. fontkit can read a variable font at one weight, but
 * cannot write its glyphs for the subset that a PDF embeds: it copies them from the file, at the thinnest weight.
 * Source: https://learn.microsoft.com/typography/opentype/spec/glyf
 */
import type { Font, Glyph, Subset } from 'fontkit';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
  readonly endContour: boolean;
  copy(): Point;
}

/** fontkit's view of a variable font, which its types leave out. */
interface VariableFont extends Font {
  /** Moves the points of a glyph, and the four behind them, to where they are at the font's weight. */
  readonly _variationProcessor: { transformPoints(glyphId: number, points: Point[]): void };
}

interface DecodedGlyph extends Glyph {
  /** Its points in the file; none where it is composed of others. */
  _decode(): { readonly points?: readonly Point[] } | null;
}

/** What fontkit's subset works with. */
interface TrueTypeSubset extends Subset {
  readonly font: VariableFont;
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[]; version: number };
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(glyphId: number): number;
}

const ON_CURVE = 1;
/** Offsets as 32-bit numbers of bytes. */
const LONG_OFFSETS = 1;

/** A subset that writes each glyph as it is drawn at the font's weight. */
export function withOutlines(subset: Subset): Subset {
  const own = subset as TrueTypeSubset;
  own._addGlyph = (glyphId) => {
    const glyph = own.font.getGlyph(glyphId) as DecodedGlyph;
    const points = pointsOf(own.font, glyph);
    const bytes = outlineOf(points);
    own.glyf.push(bytes);
    own.loca.version = LONG_OFFSETS;
    own.loca.offsets.push(own.offset);
    own.hmtx.metrics.push({
      advance: Math.round(glyph.advanceWidth),
      bearing: points.length === 0 ? 0 : Math.min(...points.map(({ x }) => x)),
    });
    own.offset += bytes.length;
    return own.glyf.length - 1;
  };
  return own;
}

/** Where the points are at the font's weight: fontkit moves them in fonts that are not compressed only. */
function pointsOf(font: VariableFont, glyph: DecodedGlyph): Point[] {
  const points = (glyph._decode()?.points ?? []).map((point) => point.copy());
  const [any] = points;
  if (any === undefined) return [];
  // The four phantom points give the width and height of the glyph; they are not needed here.
  font._variationProcessor.transformPoints(glyph.id, [
    ...points,
    ...Array.from({ length: 4 }, () => Object.assign(any.copy(), { x: 0, y: 0, endContour: true })),
  ]);
  return points.map((point) => Object.assign(point, { x: Math.round(point.x), y: Math.round(point.y) }));
}

function outlineOf(points: readonly Point[]): Uint8Array {
  if (points.length === 0) return new Uint8Array(0);
  const ends = points.flatMap(({ endContour }, i) => (endContour ? [i] : []));
  const view = new DataView(new ArrayBuffer(Math.ceil((10 + ends.length * 2 + 2 + points.length * 5) / 4) * 4));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  [ends.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, i) =>
    view.setInt16(i * 2, value),
  );
  let at = 10;
  for (const end of ends) view.setUint16((at += 2) - 2, end);
  // No instructions; every coordinate in full, from the point before it.
  at += 2;
  for (const { onCurve } of points) view.setUint8((at += 1) - 1, onCurve ? ON_CURVE : 0);
  for (const axis of [xs, ys]) axis.forEach((value, i) => view.setInt16((at += 2) - 2, value - (axis[i - 1] ?? 0)));
  return new Uint8Array(view.buffer);
}
