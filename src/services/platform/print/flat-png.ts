/**
 * A PNG as a printer takes it: eight bits of red, green and blue on white paper, not interlaced, without anything else that the file
 * carried. So it prints in the same bytes each time, and needs no transparency, which archives of PDF are wary of.
 * Source: W3C, Portable Network Graphics.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { passesOf, unfiltered, type Pass } from './png-rows.ts';

export interface Picture {
  readonly bytes: Buffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature);

/** Samples of a pixel, by colour type: grey, colour, palette, and the first two with transparency. */
const samplesByType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly type: number;
  readonly samples: number;
  readonly isInterlaced: boolean;
  readonly palette: Buffer;
  readonly transparency: Buffer;
}

/** Throws for what is no PNG, is damaged, or has more pixels on a side than `most`. */
export function flatPng(bytes: Buffer, most: number): Picture {
  const chunks = chunksOf(bytes);
  const header = headerOf(chunks);
  const { width, height, depth, samples } = header;
  if (Math.max(width, height) > most || width * height === 0) throw new RangeError('size');
  const passes = passesOf(header);
  const rowBytes = (pass: Pass): number => Math.ceil((pass.width * samples * depth) / 8);
  const length = passes.reduce((sum, pass) => sum + (rowBytes(pass) + 1) * pass.height, 0);
  const raw = inflateSync(Buffer.concat(chunks.get('IDAT') ?? []), { maxOutputLength: length });
  if (raw.length < length) throw new RangeError('rows');
  const flat = Buffer.alloc((width * 3 + 1) * height);
  const step = Math.max(1, (samples * depth) >> 3);
  let at = 0;
  for (const pass of passes) {
    const block = raw.subarray(at, (at += (rowBytes(pass) + 1) * pass.height));
    unfiltered(block, { length: rowBytes(pass), step }).forEach((row, y) => paint(flat, row, { pass, y, header }));
  }
  return { bytes: encoded(flat, width, height), width, height };
}

function chunksOf(bytes: Buffer): Map<string, Buffer[]> {
  const chunks = new Map<string, Buffer[]>();
  for (let at = signature.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (data.length < length || bytes.readUInt32BE(at + 8 + length) !== crc32(bytes.subarray(at + 4, at + 8 + length)))
      throw new RangeError('chunk');
    chunks.set(name, [...(chunks.get(name) ?? []), data]);
    at += length + 12;
  }
  return chunks;
}

function headerOf(chunks: ReadonlyMap<string, readonly Buffer[]>): Header {
  const [head = Buffer.alloc(13)] = chunks.get('IHDR') ?? [];
  const [depth, type, , , interlace] = head.subarray(8);
  const samples = samplesByType[type ?? -1];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth ?? 0)) throw new RangeError('header');
  const only = (name: string): Buffer => chunks.get(name)?.[0] ?? Buffer.alloc(0);
  return {
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    depth: depth as number,
    type: type as number,
    samples,
    isInterlaced: interlace === 1,
    palette: only('PLTE'),
    transparency: only('tRNS'),
  };
}

interface Place {
  readonly pass: Pass;
  readonly y: number;
  readonly header: Header;
}

/** The pixels of a row, where they stand in the whole picture. */
function paint(flat: Buffer, row: Buffer, { pass, y, header }: Place): void {
  for (let x = 0; x < pass.width; x += 1) {
    const [red, green, blue, alpha] = colourOf(samplesAt(row, x, header), header);
    const at = (pass.top + y * pass.down) * (header.width * 3 + 1) + 1 + (pass.left + x * pass.across) * 3;
    [red, green, blue].forEach((value, i) => {
      flat[at + i] = Math.round((value * alpha) / 255 + 255 - alpha);
    });
  }
}

/** In the depth of the file. */
const samplesAt = (row: Buffer, x: number, { depth, samples }: Header): number[] =>
  Array.from({ length: samples }, (_, i) => {
    const n = x * samples + i;
    if (depth === 16) return row.readUInt16BE(n * 2);
    const perByte = 8 / depth;
    return ((row[Math.floor(n / perByte)] ?? 0) >> (8 - depth * ((n % perByte) + 1))) & (2 ** depth - 1);
  });

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function colourOf(samples: readonly number[], header: Header): Colour {
  const { type, depth } = header;
  if (type === inPalette) return entryOf(samples[0] ?? 0, header);
  const scaled = samples.map((value) => Math.round((value * 255) / (2 ** depth - 1)));
  const alpha = alphaOf(samples, scaled, header);
  const [red = 0, green = red, blue = red] = isGrey(type) ? scaled.slice(0, 1) : scaled;
  return [red, green, blue, alpha];
}

const inPalette = 3;
const isGrey = (type: number): boolean => type === 0 || type === 4;

function entryOf(index: number, { palette, transparency }: Header): Colour {
  const [red = 0, green = 0, blue = 0] = palette.subarray(index * 3, index * 3 + 3);
  return [red, green, blue, transparency[index] ?? 255];
}

/** Of its own, or none where the file names its colour as that of the ground. */
function alphaOf(
  samples: readonly number[],
  scaled: readonly number[],
  { type, transparency }: Pick<Header, 'type' | 'transparency'>,
): number {
  if (type >= 4) return scaled.at(-1) ?? 255;
  const isGround = transparency.length > 0 && samples.every((value, i) => value === transparency.readUInt16BE(i * 2));
  return isGround ? 0 : 255;
}

function encoded(flat: Buffer, width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(flat, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
