import { createCipheriv, createDecipheriv } from 'node:crypto';
import { release } from '../../kernel/release.ts';
import { SefError } from './sef-error.ts';

export const TAG_BYTES = 16;

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;

/** Where a chunk stands. Moving it, or cutting the file after it, changes its nonce and therefore breaks its tag. */
export interface ChunkPlace {
  readonly index: number;
  readonly isLast: boolean;
}

/** Eleven bytes of index, big-endian, then 1 for the last chunk and 0 for the others (the STREAM construction). */
function nonceOf({ index, isLast }: ChunkPlace): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUIntBE(index, 5, 6);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}

/** Seals and opens the chunks of one file. */
export class ChunkCipher {
  readonly #key: Buffer;

  constructor(contentKey: Buffer) {
    this.#key = contentKey;
  }

  /** Writes ciphertext and tag at the start of `out`; returns how many bytes that made. */
  seal(place: ChunkPlace, plain: Uint8Array, out: Buffer): number {
    const cipher = createCipheriv(ALGORITHM, this.#key, nonceOf(place), { authTagLength: TAG_BYTES });
    const text = cipher.update(plain);
    out.set(text, 0);
    release(text);
    cipher.final();
    out.set(cipher.getAuthTag(), plain.length);
    return plain.length + TAG_BYTES;
  }

  /** The plaintext of a sealed chunk, once its tag is verified; `CHUNK_AUTH` otherwise, and nothing is released. */
  open(place: ChunkPlace, sealed: Uint8Array): Buffer {
    const textBytes = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, this.#key, nonceOf(place), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(textBytes));
    const plain = decipher.update(sealed.subarray(0, textBytes));
    try {
      decipher.final();
    } catch (cause) {
      plain.fill(0);
      throw new SefError('CHUNK_AUTH', { cause });
    }
    return plain;
  }

  /** Forgets the key. */
  destroy(): void {
    this.#key.fill(0);
  }
}
