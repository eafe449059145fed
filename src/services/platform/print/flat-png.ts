/**
 * A PNG as a printer takes it: eight bits of red, green and blue on white paper, not interlaced, without anything else that the file
 * carried. So it prints in the same bytes each time, and needs no transparency, which archives of PDF are wary of.
 */
import { convertIndexedToRgb, decode, encode, type DecodedPng, type IndexedColors } from 'fast-png';
import { onlyPixels, pngHeader } from './png-parts.ts';

export interface Picture {
  readonly bytes: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Throws for what is no PNG, is damaged, or has more pixels on a side than `most`. */
export function flatPng(bytes: Buffer, most: number): Picture {
  const png = decode(onlyPixels(bytes, pngHeader(bytes, most)), { checkCrc: true });
  const { width, height } = png;
  const data = onWhite(pixelsOf(png), width * height);
  return { bytes: Buffer.from(encode({ width, height, data, channels: 3, depth: 8 })), width, height };
}

interface Pixels {
  /** Grey or three colours, and opacity where a pixel has its own. */
  readonly data: ArrayLike<number>;
  readonly channels: number;
  /** The largest value of a sample. */
  readonly full: number;
  /** The one colour that is transparent, if any. */
  readonly ground: readonly number[];
}

function pixelsOf(png: DecodedPng): Pixels {
  const { depth, channels, data } = png;
  const palette = png.palette ?? (depth < 8 ? greys(png) : undefined);
  if (palette === undefined) return { data, channels, full: 2 ** depth - 1, ground: [...(png.transparency ?? [])] };
  const inColours = convertIndexedToRgb({ ...png, palette });
  return { data: inColours, channels: palette[0]?.length ?? 0, full: 255, ground: [] };
}

/** Greys of less than a byte, as the palette that they are. */
const greys = ({ depth, transparency }: DecodedPng): IndexedColors =>
  Array.from({ length: 2 ** depth }, (_, value) => {
    const grey = Math.round((value * 255) / (2 ** depth - 1));
    return [grey, grey, grey, transparency?.[0] === value ? 0 : 255];
  });

function onWhite({ data, channels, full, ground }: Pixels, pixels: number): Uint8Array {
  const colours = channels > 2 ? 3 : 1;
  const isGround = (at: number): boolean => ground.length > 0 && ground.every((value, i) => value === data[at + i]);
  const flat = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const at = pixel * channels;
    const opacity = channels > colours ? (data[at + colours] ?? 0) / full : Number(!isGround(at));
    for (let i = 0; i < 3; i += 1) {
      const value = ((data[at + (i % colours)] ?? 0) * 255) / full;
      flat[pixel * 3 + i] = Math.round(255 + opacity * (value - 255));
    }
  }
  return flat;
}
