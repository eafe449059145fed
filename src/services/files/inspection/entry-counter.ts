import { crc32 } from 'node:zlib';
import { DomainError } from '../../kernel/errors.ts';
import { Inflater } from './inflater.ts';
import { refused } from './refused.ts';
import { largeSizes, saysElsewhere, type ZipEntry } from './zip-directory.ts';

const localSignature = 0x04034b50;
const directorySignature = 0x02014b50;
const headerLength = 30;
/** After a compressed entry whose header did not know its sizes: a checksum and two sizes, of 4 or 8 bytes, with or without a signature. */
const descriptorLengths = [16, 12, 24, 20] as const;
const longestDescriptor = 24;

/** What an entry really is, by its bytes. */
interface Counted {
  unfoldedBytes: number;
  packedBytes: number;
  crc: number;
}

/** The entry that is passing. `left`: packed bytes to come, for those that are stored; `inflater`: for those that are compressed. */
interface Passing extends Counted {
  readonly hasDescriptor: boolean;
  readonly inflater: Inflater | undefined;
  left: number;
}

/**
 * Unfolds the entries of an archive as it passes, counts what really comes out and forgets it: the directory at the end
 * may say anything. Format: PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.9.
 */
export class EntryCounter {
  /** By where their local headers stand. */
  readonly #counted = new Map<number, Counted>();
  readonly #mostBytes: number;
  #carry: Buffer = Buffer.alloc(0);
  /** Where the first byte of the carry stands in the file. */
  #offset = 0;
  #passing: Passing | undefined;
  #awaitsDescriptor = false;
  #isOver = false;
  #total = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  async see(bytes: Buffer): Promise<void> {
    if (this.#isOver) return;
    this.#carry = Buffer.concat([this.#carry, bytes]);
    while (!this.#isOver && (await this.#step()));
  }

  /** Releases what an archive that ended too early left open. */
  end(): void {
    this.#isOver = true;
    this.#passing?.inflater?.close();
  }

  /** Refuses an archive whose directory says something else than its entries are. Answers the bytes that all of them unfold to. */
  checked(entries: readonly ZipEntry[]): number {
    for (const entry of entries) {
      const real = this.#counted.get(entry.offset);
      if (
        real?.unfoldedBytes !== entry.unfoldedBytes ||
        real.packedBytes !== entry.packedBytes ||
        real.crc !== entry.crc
      )
        throw new DomainError('FILE_DAMAGED');
    }
    return this.#total;
  }

  /** Goes on by one part of the archive; false when more bytes are needed. */
  #step(): boolean | Promise<boolean> {
    if (this.#passing?.inflater !== undefined) return this.#unfold(this.#passing, this.#passing.inflater);
    if (this.#passing !== undefined) return this.#copy(this.#passing);
    return this.#awaitsDescriptor ? this.#skipDescriptor() : this.#readHeader();
  }

  #readHeader(): boolean {
    const header = this.#carry;
    if (header.length < headerLength) return false;
    if (header.readUInt32LE(0) !== localSignature) return this.#stop();
    const start = headerLength + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (header.length < start) return false;
    const { isCountable, isStored, hasDescriptor } = formOf(header);
    if (!isCountable) return this.#stop();
    const passing: Passing = {
      unfoldedBytes: 0,
      packedBytes: 0,
      crc: 0,
      hasDescriptor,
      left: isStored ? storedBytes(header, start) : 0,
      inflater: isStored ? undefined : new Inflater((piece) => this.#count(passing, piece)),
    };
    this.#counted.set(this.#offset, passing);
    this.#passing = passing;
    this.#drop(start);
    return true;
  }

  #copy(passing: Passing): boolean {
    const piece = this.#carry.subarray(0, passing.left);
    this.#count(passing, piece);
    passing.packedBytes += piece.length;
    passing.left -= piece.length;
    this.#drop(piece.length);
    if (passing.left > 0) return false;
    this.#passing = undefined;
    return true;
  }

  async #unfold(passing: Passing, inflater: Inflater): Promise<boolean> {
    if (this.#carry.length === 0) return false;
    const { isOver, consumed } = await inflater.take(this.#carry);
    if (inflater.isBroken) return this.#stop();
    passing.packedBytes += consumed;
    this.#drop(consumed);
    if (!isOver) return false;
    inflater.close();
    this.#awaitsDescriptor = passing.hasDescriptor;
    this.#passing = undefined;
    return true;
  }

  #skipDescriptor(): boolean {
    if (this.#carry.length < longestDescriptor + 4) return false;
    const length = descriptorLengths.find((bytes) =>
      [localSignature, directorySignature].includes(this.#carry.readUInt32LE(bytes)),
    );
    if (length === undefined) return this.#stop();
    this.#awaitsDescriptor = false;
    this.#drop(length);
    return true;
  }

  #count(counted: Counted, piece: Buffer): void {
    counted.unfoldedBytes += piece.length;
    counted.crc = crc32(piece, counted.crc);
    this.#total += piece.length;
    if (this.#total > this.#mostBytes) throw refused('archive-bomb');
  }

  #drop(bytes: number): void {
    this.#carry = this.#carry.subarray(bytes);
    this.#offset += bytes;
  }

  #stop(): false {
    this.#isOver = true;
    this.#carry = Buffer.alloc(0);
    return false;
  }
}

/** How an entry is packed. It cannot be counted when encrypted, of a method that no office program writes, or stored without a size. */
function formOf(header: Buffer): Record<'isCountable' | 'isStored' | 'hasDescriptor', boolean> {
  const [flags, method] = [header.readUInt16LE(6), header.readUInt16LE(8)];
  const isStored = method === 0;
  const hasDescriptor = (flags & 8) !== 0;
  const isPlain = (flags & 1) === 0;
  return { isCountable: isPlain && (isStored ? !hasDescriptor : method === 8), isStored, hasDescriptor };
}

/** The packed size of a stored entry, by its local header. */
function storedBytes(header: Buffer, start: number): number {
  const packed = header.readUInt32LE(18);
  if (packed !== saysElsewhere) return packed;
  const [, large = saysElsewhere] = largeSizes(header.subarray(headerLength + header.readUInt16LE(26), start));
  return large;
}
