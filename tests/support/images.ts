import { Buffer } from 'node:buffer';

const png = (): Buffer => {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4);
  head.writeUInt32BE(640, 8);
  head.writeUInt32BE(480, 12);
  head.set([8, 6, 0, 0, 0], 16);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), head]);
};

/** APP0, an EXIF block with an orientation, a table, then the frame that says the size. */
const jpeg = (): Buffer => {
  const segment = (marker: number, content: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content]);
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'),
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]),
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, exif),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.from([8, 1, 0xe0, 2, 0x80, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1])),
    Buffer.from([0xff, 0xda]),
  ]);
};

const webp = (kind: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(`WEBP${kind}`), u32(content.length), content]);
  return Buffer.concat([Buffer.from('RIFF'), u32(body.length), body]);
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** Images as far as their sizes: each kind that is accepted, and each way of writing one. */
export const images: readonly Buffer[] = [
  png(),
  jpeg(),
  webp('VP8 ', Buffer.from([0x30, 1, 0, 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1, 0, 0])),
  webp('VP8L', Buffer.from([0x2f, 0x7f, 0xc2, 0x77, 0, 0, 0, 0, 0, 0])),
  webp('VP8X', Buffer.from([0x10, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0, 0, 0])),
];
