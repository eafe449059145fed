import { hasPngSignature } from 'fast-png';
import type { IncomingFile } from '../files/index.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { flatPngAside } from '../platform/print/flat-png-aside.ts';
import type { Picture } from '../platform/print/flat-png.ts';

/** A picture that invoices can carry, as a file of its own. */
export interface LogoPicture extends Picture {
  readonly file: IncomingFile;
}

/** Each invoice carries the whole of it. */
const mostBytes = 512 * 1024;
/** On a side: four times what is printed at 300 dots an inch. */
const mostPixels = 1_500;

/**
 * The uploaded picture as it is printed: a PNG is put on white, a JPEG loses what a camera wrote about it. Refuses with `FILE_TOO_LARGE` one of more than
 * half a mebibyte, and by its field what cannot be printed in an archive: no PNG or JPEG, damaged, more than 1,500 pixels on a side, or
 * in the colours of a printing press.
 */
export async function logoPicture(upload: Promise<IncomingFile>): Promise<LogoPicture> {
  const { filename, createReadStream } = await upload;
  const bytes = await allOf(createReadStream());
  const isPng = hasPngSignature(bytes);
  const picture = isPng ? await pngOf(bytes) : jpegOf(bytes);
  const mimetype = isPng ? 'image/png' : 'image/jpeg';
  return { ...picture, file: { filename, mimetype, createReadStream: () => piecesOf(picture.bytes) } };
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > mostBytes) throw new DomainError('FILE_TOO_LARGE', { limit: mostBytes });
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

const unprintable = (): DomainError => fieldError('input.file', 'printablePicture');

async function pngOf(bytes: Buffer): Promise<Picture> {
  try {
    return await flatPngAside(bytes, mostPixels);
  } catch {
    throw unprintable();
  }
}

/** Start of frame: baseline, extended and progressive. Others are of no printer. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];
const grey = 1;
const colour = 3;

/** Where a camera and a place stand, and how to turn the picture: it is printed as it lies. */
const exif = 0xe1;

/** Walks from segment to segment to the first frame, which says size and colours (ITU-T T.81, annex B). */
function jpegOf(bytes: Buffer): Picture {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes.readUInt8(at + 1);
    if (frames.includes(marker)) return pictureOf(kept, bytes.subarray(at));
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker !== exif) kept.push(bytes.subarray(at, end));
    at = end;
  }
  throw unprintable();
}

/** What stands before the frame, then the frame and all that follows it. */
function pictureOf(kept: readonly Buffer[], frame: Buffer): Picture {
  const [height, width] = [frame.readUInt16BE(5), frame.readUInt16BE(7)];
  const isPrintable = frame[4] === 8 && [grey, colour].includes(frame.readUInt8(9));
  if (!isPrintable || width * height === 0 || Math.max(width, height) > mostPixels) throw unprintable();
  return { bytes: Buffer.concat([...kept, frame]), width, height };
}
