import { hkdfSync } from 'node:crypto';
import { saltOf } from './header.ts';

/** What one data key gives for one header (RFC 5869, SHA-256). */
export interface ContentKeys {
  /** Stored in the header: proves that this very key belongs to this very header before any chunk is touched. */
  readonly commitment: Buffer;
  /** Encrypts the chunks; to be zeroed by whoever asked for it. */
  readonly contentKey: Buffer;
}

/**
 * Binds every bit of the header and all three ids into both values, so that chunks need no additional data of
 * their own. A fresh salt gives a fresh content key, so that counter nonces never meet twice under one key.
 */
export function deriveContentKeys(dek: Uint8Array, prefix: Uint8Array): ContentKeys {
  const derive = (label: string): Buffer =>
    Buffer.from(hkdfSync('sha256', dek, saltOf(prefix), Buffer.concat([Buffer.from(`${label}\0`), prefix]), 32));
  return { commitment: derive('SEF1 commit'), contentKey: derive('SEF1 enc') };
}
