import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { refused } from './refused.ts';
import type { ZipEntry } from './zip-directory.ts';

const headerLength = 30;
const headerSignature = 0x04034b50;
/** Compressed; such an entry of a document with a thousand parts has a tenth of this. */
const mostPacked = 128 * 1024;
const mostUnfolded = 1024 * 1024;
/** No honest writer repeats the entry; a few places are kept for the directory at the end, which names it again. */
const mostCaught = 4;

interface Caught {
  readonly offset: number;
  readonly pieces: Buffer[];
  length: number;
}

/**
 * Catches one entry of an archive as the archive passes, by its name: where it stands is known only when the directory has
 * come, at the end, and then the bytes are gone.
 */
export class EntryCatcher {
  readonly #name: Buffer;
  readonly #caught: Caught[] = [];
  /** The last bytes seen: too few to hold a whole header with the name. */
  #carry = Buffer.alloc(0);
  #seen = 0;

  constructor(name: string) {
    this.#name = Buffer.from(name);
  }

  see(bytes: Buffer): void {
    for (const caught of this.#caught) keep(caught, bytes);
    const view = Buffer.concat([this.#carry, bytes]);
    for (
      let at = view.indexOf(this.#name);
      at >= 0 && this.#caught.length < mostCaught;
      at = view.indexOf(this.#name, at + 1)
    ) {
      const start = at - headerLength;
      if (start < 0 || view.readUInt32LE(start) !== headerSignature) continue;
      const caught: Caught = { offset: this.#seen - this.#carry.length + start, pieces: [], length: 0 };
      keep(caught, view.subarray(start));
      this.#caught.push(caught);
    }
    this.#seen += bytes.length;
    this.#carry = Buffer.from(view.subarray(Math.max(0, view.length - headerLength - this.#name.length + 1)));
  }

  /** What the entry holds, as the directory describes it. Refused when it cannot be read. */
  async contentOf(entry: ZipEntry): Promise<Buffer> {
    const caught = this.#caught.find(({ offset }) => offset === entry.offset);
    if (caught === undefined || entry.unfoldedBytes > mostUnfolded) throw refused('content');
    const local = Buffer.concat(caught.pieces);
    const start = headerLength + local.readUInt16LE(26) + local.readUInt16LE(28);
    const packed = local.subarray(start, start + entry.packedBytes);
    if (packed.length < entry.packedBytes) throw refused('content');
    return entry.method === 0 ? packed : unfold(packed);
  }
}

function keep(caught: Caught, bytes: Buffer): void {
  const piece = Buffer.from(bytes.subarray(0, mostPacked - caught.length));
  if (piece.length === 0) return;
  caught.pieces.push(piece);
  caught.length += piece.length;
}

async function unfold(packed: Buffer): Promise<Buffer> {
  try {
    return await promisify(inflateRaw)(packed, { maxOutputLength: mostUnfolded });
  } catch (error) {
    throw refused('content', {}, error);
  }
}
