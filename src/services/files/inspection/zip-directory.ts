import { refused } from './refused.ts';

/**
 * The central directory of a ZIP, read from its last bytes and never unfolded.
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3.12 (directory), 4.3.14 to 4.3.16 (its end) and 4.5.3 (sizes of 64 bits).
 */
const entrySignature = 0x02014b50;
const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const largeEndSignature = Buffer.from([0x50, 0x4b, 0x06, 0x06]);
const endLength = 22;
const largeEndLength = 56;
const entryLength = 46;
/** A size that does not fit 32 bits: it stands in the extra field. */
export const saysElsewhere = 0xffffffff;

/** How much of the end of a file must be kept to read a directory of the largest size we accept. */
export const tailBytes = 512 * 1024;

export interface ZipEntry {
  /** With `/` between folders, whatever the writer put there. */
  readonly name: string;
  readonly packedBytes: number;
  readonly unfoldedBytes: number;
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isLink: boolean;
  /** Where its local header stands in the file. */
  readonly offset: number;
}

/** The entries of an archive of `size` bytes that ends with `tail`; at most `most` of them. */
export function readDirectory(tail: Buffer, size: number, most: number): ZipEntry[] {
  const { count, start, end } = directoryPlace(tail, size);
  if (count > most) throw refused('archive-bomb');
  if (!(start >= 0 && start <= end)) throw refused('archive');
  return readEntries(tail.subarray(start, end), count);
}

interface DirectoryPlace {
  readonly count: number;
  /** Positions in the tail. */
  readonly start: number;
  readonly end: number;
}

function directoryPlace(tail: Buffer, size: number): DirectoryPlace {
  const end = tail.lastIndexOf(endSignature);
  if (end < 0 || end + endLength > tail.length) throw refused('archive');
  const inTail = (offset: number): number => tail.length - (size - offset);
  const [count, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 16)];
  if (count !== 0xffff && offset !== saysElsewhere) return { count, start: inTail(offset), end };
  const large = tail.lastIndexOf(largeEndSignature, end);
  if (large < 0 || large + largeEndLength > end) throw count === 0xffff ? refused('archive-bomb') : refused('archive');
  return {
    count: Number(tail.readBigUInt64LE(large + 32)),
    start: inTail(Number(tail.readBigUInt64LE(large + 48))),
    end: large,
  };
}

function readEntries(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== entrySignature) throw refused('archive');
    const nameEnd = at + entryLength + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    if (extraEnd > directory.length) throw refused('archive');
    const given = [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ] as const;
    const [unfoldedBytes, packedBytes, offset] = withLargeSizes(given, directory.subarray(nameEnd, extraEnd));
    entries.push({
      name: directory
        .subarray(at + entryLength, nameEnd)
        .toString('utf8')
        .replaceAll('\\', '/'),
      packedBytes,
      unfoldedBytes,
      offset,
      crc: directory.readUInt32LE(at + 16),
      method: directory.readUInt16LE(at + 10),
      // Unix mode in the upper half of the external attributes; 0xA000 is a symbolic link.
      isLink: ((directory.readUInt32LE(at + 38) >>> 16) & 0xf000) === 0xa000,
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

type Sizes = readonly [unfoldedBytes: number, packedBytes: number, offset: number];

/** Those of the three that do not fit 32 bits (or whose writer did not know) stand in the extra field 1, in this order. */
function withLargeSizes(given: Sizes, extra: Buffer): Sizes {
  if (!given.includes(saysElsewhere)) return given;
  const large = largeSizes(extra);
  const [unfolded, packed, offset] = given.map((size) =>
    size === saysElsewhere ? (large.shift() ?? saysElsewhere) : size,
  );
  return [unfolded ?? saysElsewhere, packed ?? saysElsewhere, offset ?? saysElsewhere];
}

/** The sizes of the extra field 1, in the order of those that stand there. */
export function largeSizes(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, i) => Number(field.readBigUInt64LE(i * 8)));
  }
  return [];
}
