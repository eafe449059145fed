import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { SealedIds } from './format/header.ts';
import { SefError } from './format/sef-error.ts';
import { uuidBytes, uuidText } from './format/uuid.ts';
import type { KeyRing } from './key-ring.ts';
import type { LocalMasterKey, MasterKey } from './master-key.ts';

/**
 * A data key as it stands in the database, wrapped by a master key of the ring. By a local key, 97 bytes:
 *
 *     0   1  type = 0x01         17  32  salt of this wrap
 *     1  16  master key id       49  48  AES-256-GCM(data key), tag included
 *
 * Context W = type, master key id, data key id, file id, version id. Key = HKDF-SHA-256(salt, master key,
 * "SEF1 wrap" 0x00 W); nonce = 0; additional data = W. Each wrap has a key of its own, so that the number of files
 * under one master key has no limit in practice. By a key service, which binds file, version and data key itself:
 *
 *     0   1  type = 0x02         17   2  length of what follows
 *     1  16  master key id       19      as the service wrapped it
 */
export const WRAPPED_KEY_BYTES = 97;

const LOCAL = 0x01;
const REMOTE = 0x02;
const SALT_AT = 17;
const TEXT_AT = 49;
const BLOB_AT = 19;
const TAG_AT = 81;
const DEK_BYTES = 32;
const ALGORITHM = 'aes-256-gcm';
const NONCE = Buffer.alloc(12);

export interface WrapMaterial {
  readonly masterKey: LocalMasterKey;
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

/** Wraps the data key of a file under the active master key, which may be a call to a key service: outside transactions. */
export async function wrapKey({ active }: KeyRing, dek: Uint8Array, ids: SealedIds): Promise<Buffer> {
  if (isLocal(active)) return wrapWith({ masterKey: active, salt: randomBytes(32) }, dek, ids);
  const blob = await active.wrap(dek, ids);
  const head = Buffer.alloc(BLOB_AT);
  head.writeUInt8(REMOTE, 0);
  head.set(uuidBytes(active.id), 1);
  head.writeUInt16BE(blob.length, SALT_AT);
  return Buffer.concat([head, blob]);
}

/** Wraps the data key of a secret: never a network call, so that it may be made and opened within a transaction. */
export const wrapSecretKey = (ring: KeyRing, dek: Uint8Array, ids: SealedIds): Buffer =>
  wrapWith({ masterKey: ring.forSecrets, salt: randomBytes(32) }, dek, ids);

/** The master key that a wrapped record names; refuses a record that is not one of ours. */
export function kekIdOf(wrapped: Uint8Array): string {
  const type = wrapped[0];
  if (type !== undefined && type !== LOCAL && type !== REMOTE) throw new SefError('WRAP_UNSUPPORTED');
  if (wrapped.length !== lengthOf(wrapped)) throw new SefError('WRAP_MALFORMED');
  return uuidText(wrapped.subarray(1, SALT_AT));
}

const lengthOf = (wrapped: Uint8Array): number =>
  wrapped[0] === REMOTE && wrapped.length > BLOB_AT
    ? BLOB_AT + Buffer.from(wrapped.subarray(SALT_AT, BLOB_AT)).readUInt16BE()
    : WRAPPED_KEY_BYTES;

/**
 * The data key of a file, for the caller to zero after use. `KEK_UNKNOWN` when the ring lacks the master key; `WRAP_AUTH`
 * when the record was altered or belongs to another file, version or data key; `DomainError('KEY_UNAVAILABLE')` when the
 * key service is away.
 */
export async function unwrapKey(ring: KeyRing, wrapped: Uint8Array, ids: SealedIds): Promise<Buffer> {
  const masterKey = masterKeyOf(ring, wrapped);
  if (isLocal(masterKey)) return unwrapLocally(masterKey, wrapped, ids);
  const dek = await masterKey.unwrap(wrapped.subarray(BLOB_AT), ids);
  if (dek.length === DEK_BYTES) return dek;
  dek.fill(0);
  throw new SefError('WRAP_AUTH');
}

/** The data key of a secret, for the caller to zero after use; refusals as of `unwrapKey`. */
export function unwrapSecretKey(ring: KeyRing, wrapped: Uint8Array, ids: SealedIds): Buffer {
  const masterKey = masterKeyOf(ring, wrapped);
  if (!isLocal(masterKey)) throw new SefError('WRAP_UNSUPPORTED');
  return unwrapLocally(masterKey, wrapped, ids);
}

/** The master key of a record; a record of a service names no local key, nor the reverse. */
function masterKeyOf(ring: KeyRing, wrapped: Uint8Array): MasterKey {
  const masterKey = ring.get(kekIdOf(wrapped));
  if (masterKey === undefined || isLocal(masterKey) !== (wrapped[0] === LOCAL)) throw new SefError('KEK_UNKNOWN');
  return masterKey;
}

const isLocal = (key: MasterKey): key is LocalMasterKey => 'secret' in key;

function unwrapLocally(masterKey: LocalMasterKey, wrapped: Uint8Array, ids: SealedIds): Buffer {
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
 * each row of a file and writes the result where `kek_id` still names the old key; files are not touched.
 */
export async function rewrap(ring: KeyRing, wrapped: Buffer, ids: SealedIds): Promise<Buffer> {
  if (kekIdOf(wrapped) === ring.active.id) return wrapped;
  const dek = await unwrapKey(ring, wrapped, ids);
  try {
    return await wrapKey(ring, dek, ids);
  } finally {
    dek.fill(0);
  }
}

/** The same for the row of a secret. */
export function rewrapSecret(ring: KeyRing, wrapped: Buffer, ids: SealedIds): Buffer {
  if (kekIdOf(wrapped) === ring.secretsId) return wrapped;
  const dek = unwrapSecretKey(ring, wrapped, ids);
  try {
    return wrapSecretKey(ring, dek, ids);
  } finally {
    dek.fill(0);
  }
}
