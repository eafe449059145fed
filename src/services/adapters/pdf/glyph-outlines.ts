/**
 * Outlines of glyphs as the `glyf` table of TrueType holds them. fontkit can read a variable font at one weight, but not
 * write its glyphs again for the subset that a PDF embeds: it hands them on as they are in the file, at the thinnest.
 * Source: https://learn.microsoft.com/typography/opentype/spec/glyf
 */
import type { Font, Glyph, Subset } from 'fontkit';

/** What fontkit's subset works with; its types show none of it. */
interface TrueTypeSubset extends Subset {
  readonly font: Font;
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[]; version: number };
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(glyphId: number): number;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOnCurve: boolean;
}

const ON_CURVE = 1;
/** Offsets as 32-bit numbers of bytes. */
const LONG_OFFSETS = 1;

/** A subset that writes each glyph as it is drawn at the font's weight, parts of composed glyphs included. */
export function withOutlines(subset: Subset): Subset {
  const own = subset as TrueTypeSubset;
  own._addGlyph = (glyphId) => {
    const glyph = own.font.getGlyph(glyphId);
    const bytes = outlineOf(glyph);
    own.glyf.push(bytes);
    own.loca.version = LONG_OFFSETS;
    own.loca.offsets.push(own.offset);
    own.hmtx.metrics.push({ advance: Math.round(glyph.advanceWidth), bearing: bytes.length === 0 ? 0 : Math.floor(glyph.path.bbox.minX) });
    own.offset += bytes.length;
    return own.glyf.length - 1;
  };
  return own;
}

function outlineOf({ path }: Glyph): Uint8Array {
  const contours = contoursOf(path.commands as readonly { command: string; args: number[] }[]);
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array(0);
  const length = 10 + contours.length * 2 + 2 + points.length * 5;
  const view = new DataView(new ArrayBuffer(Math.ceil(length / 4) * 4));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((value, i) => view.setInt16(i * 2, value));
  let at = 10;
  let end = -1;
  for (const contour of contours) view.setUint16((at += 2) - 2, (end += contour.length));
  // No instructions; every coordinate in full.
  at += 2;
  for (const { isOnCurve } of points) view.setUint8((at += 1) - 1, isOnCurve ? ON_CURVE : 0);
  for (const axis of [xs, ys]) axis.forEach((value, i) => view.setInt16((at += 2) - 2, value - (axis[i - 1] ?? 0)));
  return new Uint8Array(view.buffer);
}

/** Lines and quadratic curves, which are all that TrueType has, as points on and off the curve. */
function contoursOf(commands: readonly { readonly command: string; readonly args: readonly number[] }[]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    for (let i = 0; i + 1 < args.length; i += 2) {
      contours.at(-1)?.push({ x: Math.round(args[i] as number), y: Math.round(args[i + 1] as number), isOnCurve: command !== 'quadraticCurveTo' || i === 2 });
    }
  }
  return contours.filter((contour) => contour.length > 0);
}
