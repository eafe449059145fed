import { DomainError } from '../../kernel/errors.ts';

/**
 * The central directory of a ZIP, read from its last bytes and never unfolded.
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3.12 (directory) and 4.3.16 (its end).
 */
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;

/** How much of the end of a file must be kept to read a directory of the largest size we accept. */
export const tailBytes = 512 * 1024;

const most = { entries: 1_000, unfoldedBytes: 200 * 2 ** 20, ratio: 100 };

interface Directory {
  readonly names: readonly string[];
  readonly packed: number;
  readonly unfolded: number;
  readonly hasLink: boolean;
}

const refused = (reason: string): DomainError => new DomainError('FILE_TYPE_REFUSED', { reason });

/**
 * Refuses archives that are bombs (entries, size, ratio), that carry macros or links, or that lack the entry which
 * makes them what they claim to be. `size` is the whole file's, in bytes; `tail` its last bytes.
 */
export function checkArchive(tail: Buffer, size: number, requiredEntry: string): void {
  const { names, packed, unfolded, hasLink } = readDirectory(tail, size);
  if (unfolded > most.unfoldedBytes || unfolded > most.ratio * Math.max(packed, 1_000)) throw refused('archive-bomb');
  if (hasLink || names.some((name) => name.startsWith('/') || name.split('/').includes('..'))) throw refused('archive-path');
  if (names.some((name) => /vbaproject\.bin$/i.test(name))) throw refused('macros');
  if (names.some((name) => /\.(zip|jar|7z|rar|gz)$/i.test(name))) throw refused('nested-archive');
  if (!names.includes(requiredEntry)) throw refused('content');
}

function readDirectory(tail: Buffer, size: number): Directory {
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endLength > tail.length || tail.readUInt32LE(end) !== endSignature) throw refused('archive');
  const count = tail.readUInt16LE(end + 10);
  const start = tail.length - (size - tail.readUInt32LE(end + 16));
  if (count > most.entries) throw refused('archive-bomb');
  if (start < 0 || start > end) throw refused('archive');
  return readEntries(tail.subarray(start, end), count);
}

function readEntries(directory: Buffer, count: number): Directory {
  const names: string[] = [];
  let [at, packed, unfolded, hasLink] = [0, 0, 0, false];
  for (let i = 0; i < count; i++) {
    if (at + entryLength > directory.length || directory.readUInt32LE(at) !== entrySignature) throw refused('archive');
    packed += directory.readUInt32LE(at + 20);
    unfolded += directory.readUInt32LE(at + 24);
    // Unix mode in the upper half of the external attributes; 0xA000 is a symbolic link.
    hasLink ||= (directory.readUInt32LE(at + 38) >>> 16 & 0xf000) === 0xa000;
    const nameLength = directory.readUInt16LE(at + 28);
    names.push(directory.subarray(at + entryLength, at + entryLength + nameLength).toString('utf8'));
    at += entryLength + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return { names, packed, unfolded, hasLink };
}
