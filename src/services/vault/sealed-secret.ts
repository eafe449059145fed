import { hkdfSync, randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { newId } from '../kernel/ids.ts';
import { kekIdOf, unwrapSecretKey, wrapSecretKey } from './wrapped-key.ts';

/** A secret of the application about one thing: a data key of its own, to be remembered like those of files. */
export interface SealedSecret {
  readonly id: string;
  readonly fileId: string;
  readonly versionId: string;
  readonly kekId: string;
  readonly wrapped: Buffer;
  /** Its key is never given to a key service: a secret is made and opened within transactions. */
  readonly isSecret: true;
}

/** Where a secret stands in the database. */
export interface SecretPlace {
  /** Its data key. */
  readonly id: string;
  /** The thing it is about: it opens for no other. */
  readonly aboutId: string;
  readonly wrapped: Uint8Array;
}

/**
 * A fresh secret, sealed by the ring. It is derived from a data key that stands in the table of those of files, so that
 * a rotation of master keys wraps it anew with them and destroying the row destroys it.
 */
export function makeSecret(ring: KeyRing, aboutId: string): SealedSecret {
  const id = newId();
  const key = randomBytes(32);
  const wrapped = wrapSecretKey(ring, key, { dekId: id, fileId: aboutId, versionId: aboutId });
  key.fill(0);
  return { id, fileId: aboutId, versionId: aboutId, kekId: kekIdOf(wrapped), wrapped, isSecret: true };
}

/** The secret itself, `bytes` long, for one purpose. `SefError` when the row was altered or is another thing's. */
export function openSecret(
  ring: KeyRing,
  { id, aboutId, wrapped }: SecretPlace,
  { purpose, bytes }: { purpose: string; bytes: number },
): Buffer {
  const key = unwrapSecretKey(ring, wrapped, { dekId: id, fileId: aboutId, versionId: aboutId });
  try {
    return Buffer.from(hkdfSync('sha256', key, aboutId, `SEF1 secret\0${purpose}`, bytes));
  } finally {
    key.fill(0);
  }
}
