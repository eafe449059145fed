/**
 * What a PNG says about itself before anything of it is unfolded. The library that decodes it unfolds whatever it finds, however long it
 * becomes; so its size is believed only when the rows are exactly as long as the header says, and notes and profiles are left out.
 * Source: W3C, Portable Network Graphics.
 */
import { inflateSync } from 'node:zlib';

const signatureBytes = 8;
/** With its length, name and checksum. */
const headerBytes = 25;

/** Samples of a pixel, by colour type: grey, colour, palette, and the first two with transparency. */
const samplesByType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const inPalette = 3;

/** The pixels of each pass of an interlaced picture: the first ones, then every so many, across and down. */
const interlaced = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const atOnce = [[0, 0, 1, 1]] as const;

interface Part {
  readonly name: string;
  readonly whole: Buffer;
  readonly data: Buffer;
}

export interface PngHeader {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Bits of a pixel. */
  readonly bits: number;
  readonly type: number;
  readonly isInterlaced: boolean;
}

/** Throws for what has no header, or more pixels on a side than `most`. Nothing is unfolded. */
export function pngHeader(bytes: Buffer, most: number): PngHeader {
  const [head] = partsOf(bytes.subarray(0, signatureBytes + headerBytes));
  if (head?.name !== 'IHDR') throw new RangeError('header');
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  if (Math.max(width, height) > most || width * height === 0) throw new RangeError('size');
  const [depth, type, isInterlaced] = [head.data.readUInt8(8), head.data.readUInt8(9), head.data.readUInt8(12) === 1];
  // Passes of pixels that share a byte are not decoded.
  if (isInterlaced && depth < 8) throw new RangeError('interlaced');
  return { width, height, bits: depth * (samplesByType[type] ?? 0), type, isInterlaced };
}

/** The same picture of only what its pixels need. Throws unless the rows are as long as the header says. */
export function onlyPixels(bytes: Buffer, header: PngHeader): Buffer {
  const parts = partsOf(bytes);
  const length = rowBytes(header);
  const rows = Buffer.concat(parts.filter(({ name }) => name === 'IDAT').map(({ data }) => data));
  if (inflateSync(rows, { maxOutputLength: length }).length < length) throw new RangeError('rows');
  const names = ['IDAT', 'IEND', ...(header.type === inPalette ? ['PLTE'] : []), ...(header.type < 4 ? ['tRNS'] : [])];
  const kept = parts.filter(({ name }, i) => i === 0 || names.includes(name));
  // Without one, the library would take its places for greys.
  if (header.type === inPalette && !kept.some(({ name }) => name === 'PLTE')) throw new RangeError('palette');
  return Buffer.concat([bytes.subarray(0, signatureBytes), ...kept.map(({ whole }) => whole)]);
}

function partsOf(bytes: Buffer): Part[] {
  const parts: Part[] = [];
  for (let at = signatureBytes; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const whole = bytes.subarray(at, at + 12 + length);
    if (whole.length < 12 + length) throw new RangeError('part');
    parts.push({ name: whole.toString('latin1', 4, 8), whole, data: whole.subarray(8, 8 + length) });
    at += whole.length;
  }
  return parts;
}

/** Each row of each pass stands after the number of its filter. */
const rowBytes = ({ width, height, bits, isInterlaced }: PngHeader): number =>
  (isInterlaced ? interlaced : atOnce).reduce((sum, [left, top, across, down]) => {
    const [inRow, rows] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    return inRow > 0 && rows > 0 ? sum + (Math.ceil((inRow * bits) / 8) + 1) * rows : sum;
  }, 0);
