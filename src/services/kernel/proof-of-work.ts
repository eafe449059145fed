import { createHash } from 'node:crypto';

/** How many bits at most are ever asked for: some sixteen million hashes. */
export const mostProofBits = 24;

/**
 * Does this text prove that its sender worked for this challenge: does SHA-256 of `<challenge>.<proof>` begin with so many zero bits?
 * Each bit doubles the work of whoever looks for it; verifying it is one hash. As in Hashcash, http://www.hashcash.org/papers/hashcash.pdf.
 */
export function isProofOfWork(challenge: string, { proof, bits }: { readonly proof: string; readonly bits: number }) {
  const digest = createHash('sha256').update(`${challenge}.${proof}`).digest();
  return leadingZeroBits(digest) >= bits;
}

function leadingZeroBits(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] as number) - 24;
}

interface Load {
  /** Asked for while nothing is unusual. */
  readonly bits: number;
  /** Forms that were taken within the window. */
  readonly forms: number;
  /** As many as are usual. */
  readonly usual: number;
}

/** The bits that a form costs now: one more each time that the forms of the window double. A proof that costs nothing stays so. */
export function bitsUnderLoad({ bits, forms, usual }: Load): number {
  if (bits === 0 || forms <= usual) return bits;
  return Math.max(bits, Math.min(mostProofBits, bits + Math.ceil(Math.log2(forms / usual))));
}
