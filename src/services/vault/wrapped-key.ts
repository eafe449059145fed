import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SealedIds } from './format/header.ts';
import { SefError } from './format/sef-error.ts';
import { uuidBytes, uuidText } from './format/uuid.ts';
import type { KeyRing, MasterKey } from './key-ring.ts';

/**
 * A data key as it stands in the database, wrapped by a master key of the ring: 97 bytes.
 *
 *     0   1  type = 0x01         17  32  salt of this wrap
 *     1  16  master key id       49  48  AES-256-GCM(data key), tag included
 *
 * Context W = type, master key id, data key id, file id, version id. Key = HKDF-SHA-256(salt, master key,
 * "SEF1 wrap" 0x00 W); nonce = 0; additional data = W. Each wrap has a key of its own, so that the number of files
 * under one master key has no limit in practice. Type 0x02 is kept for keys wrapped by a remote service (KMS).
 */
export const WRAPPED_KEY_BYTES = 97;

const LOCAL = 0x01;
const SALT_AT = 17;
const TEXT_AT = 49;
const TAG_AT = 81;
const DEK_BYTES = 32;
const ALGORITHM = 'aes-256-gcm';
const NONCE = Buffer.alloc(12);

export interface WrapMaterial {
  readonly masterKey: MasterKey;
  readonly salt: Uint8Array;
}

const contextOf = (kekId: string, { dekId, fileId, versionId }: SealedIds): Buffer =>
  Buffer.concat([Buffer.of(LOCAL), ...[kekId, dekId, fileId, versionId].map(uuidBytes)]);

const wrappingKey = ({ masterKey, salt }: WrapMaterial, context: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey.secret, salt, Buffer.concat([Buffer.from('SEF1 wrap\0'), context]), 32));

/** Wraps with a given salt; `wrapKey` takes a fresh one. */
export function wrapWith(material: WrapMaterial, dek: Uint8Array, ids: SealedIds): Buffer {
  const context = contextOf(material.masterKey.id, ids);
  const key = wrappingKey(material, context);
  const cipher = createCipheriv(ALGORITHM, key, NONCE, { authTagLength: 16 }).setAAD(context);
  const text = Buffer.concat([cipher.update(dek), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return Buffer.concat([context.subarray(0, SALT_AT), material.salt, text]);
}

/** Wraps a data key under the active master key. */
export const wrapKey = (ring: KeyRing, dek: Uint8Array, ids: SealedIds): Buffer =>
  wrapWith({ masterKey: ring.active, salt: randomBytes(32) }, dek, ids);

/** The master key that a wrapped record names; refuses a record that is not one of ours. */
export function kekIdOf(wrapped: Uint8Array): string {
  const type = wrapped[0];
  if (type !== undefined && type !== LOCAL) throw new SefError('WRAP_UNSUPPORTED');
  if (wrapped.length !== WRAPPED_KEY_BYTES) throw new SefError('WRAP_MALFORMED');
  return uuidText(wrapped.subarray(1, SALT_AT));
}

/**
 * The data key, for the caller to zero after use. `KEK_UNKNOWN` when the ring lacks the master key; `WRAP_AUTH` when
 * the record was altered or belongs to another file, version or data key.
 */
export function unwrapKey(ring: KeyRing, wrapped: Uint8Array, ids: SealedIds): Buffer {
  const masterKey = ring.get(kekIdOf(wrapped));
  if (!masterKey) throw new SefError('KEK_UNKNOWN');
  const context = contextOf(masterKey.id, ids);
  const key = wrappingKey({ masterKey, salt: wrapped.subarray(SALT_AT, TEXT_AT) }, context);
  const decipher = createDecipheriv(ALGORITHM, key, NONCE, { authTagLength: 16 }).setAAD(context);
  key.fill(0);
  decipher.setAuthTag(wrapped.subarray(TAG_AT));
  const dek = Buffer.alloc(DEK_BYTES);
  dek.set(decipher.update(wrapped.subarray(TEXT_AT, TAG_AT)));
  try {
    decipher.final();
  } catch (cause) {
    dek.fill(0);
    throw new SefError('WRAP_AUTH', { cause });
  }
  return dek;
}

/**
 * The same data key under the active master key; the record itself when it is there already. Rotation calls this for
 * each row and writes the result where `kek_id` still names the old key; files are not touched.
 */
export function rewrap(ring: KeyRing, wrapped: Buffer, ids: SealedIds): Buffer {
  if (kekIdOf(wrapped) === ring.active.id) return wrapped;
  const dek = unwrapKey(ring, wrapped, ids);
  try {
    return wrapKey(ring, dek, ids);
  } finally {
    dek.fill(0);
  }
}
