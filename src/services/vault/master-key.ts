import { createHash, createSecretKey, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { HeldKey, HeldKeys, KeyCheck, KeyContext, RemoteKey } from '../adapters/keys/port.ts';
import { KeyRingError } from '../adapters/keys/port.ts';
import { newId } from '../kernel/ids.ts';
import { uuidBytes } from './format/uuid.ts';

/** A key of this process that wraps data keys (KEK). */
export interface LocalMasterKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** A key that wraps data keys and stays with its provider: each call goes over the network. */
export interface RemoteMasterKey {
  readonly id: string;
  wrap(dek: Uint8Array, context: KeyContext): Promise<Buffer>;
  unwrap(blob: Uint8Array, context: KeyContext): Promise<Buffer>;
}

export type MasterKey = LocalMasterKey | RemoteMasterKey;

const KEY_BYTES = 32;
/** 32 random bytes hold 30 different values on average; fewer than 20 happens once in more than 10^12 keys. */
const LEAST_DIFFERENT_BYTES = 20;

/** Published keys (of our test vectors): whoever copies one has no secret. */
const SAMPLES = [
  '41edbb932221ba01f04d373251d86593edacb515a09b904d31b25255d14324af',
  'c76af9ab13d0e79bd9ac71b6531c2a98229b0a6e239ac7e10a59778daa6b674b',
];

export const newMasterKey = (): HeldKey => ({ id: newId(), secret: createSecretKey(randomBytes(KEY_BYTES)) });

/** Identifies a key without revealing it: HKDF-SHA-256, bound to the key's id, 16 bytes. */
export const checkOf = ({ id, secret }: HeldKey): KeyCheck => ({
  id,
  check: Buffer.from(hkdfSync('sha256', secret, uuidBytes(id), 'SEF1 master key check', 16)).toString('hex'),
});

/** The check values of all keys. That of a remote key is a digest of its name: nobody here sees the key. */
export const checksOf = ({ keys, remoteKeys = [] }: HeldKeys): readonly KeyCheck[] => [
  ...keys.map(checkOf),
  ...remoteKeys.flatMap((key) => [
    { id: key.id, check: nameCheckOf(key) },
    { id: key.enclosed.id, check: key.enclosed.check },
  ]),
];

const nameCheckOf = ({ provider, name }: RemoteKey): string =>
  createHash('sha256').update(`${provider} ${name}`).digest('hex').slice(0, 32);

/** Refuses a key that somebody typed, copied from an example, or altered since it was made. */
export function assertSound(key: HeldKey): void {
  const bytes = key.secret.export();
  try {
    if (bytes.length !== KEY_BYTES) throw new KeyRingError('MALFORMED', 'A master key is 32 bytes.');
    if (SAMPLES.includes(bytes.toString('hex')))
      throw new KeyRingError('SAMPLE_KEY', 'This master key is a published example.');
    if (isGuessable(bytes))
      throw new KeyRingError('WEAK_KEY', 'This master key is not random: make one with `openssl rand -base64 32`.');
  } finally {
    bytes.fill(0);
  }
  if (key.check !== undefined && !isSame(key.check, checkOf(key).check)) {
    throw new KeyRingError('WRONG_KEY', `Master key ${key.id} was altered: its check value differs.`);
  }
}

/** Few different bytes, text, or a regular progression. */
function isGuessable(bytes: Buffer): boolean {
  const steps = new Set(bytes.subarray(1).map((byte, i) => byte - (bytes[i] ?? 0)));
  return (
    new Set(bytes).size < LEAST_DIFFERENT_BYTES || bytes.every((byte) => byte >= 0x20 && byte < 0x7f) || steps.size < 4
  );
}

export const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
