import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole } from './whole-file.ts';

/** A public key, as whoever checks signatures gets it. */
export interface PublicKey {
  /** The first bytes of the SHA-256 of its DER, in hexadecimal. */
  readonly keyId: string;
  /** PEM. */
  readonly publicKey: string;
  /** Does it sign what is signed today? The others signed earlier. */
  readonly isActive: boolean;
}

/** Signs texts of one kind (Ed25519), by keys that are in no database. */
export interface SigningKeys {
  readonly keyId: string;
  /** Base64. */
  sign(text: string): string;
  /** Of everything that was ever signed: the newest key signs, the others stay listed. */
  keys(): readonly PublicKey[];
}

const keyFile = /^(\d+)\.key$/;

/**
 * The keys of one purpose in `<keys>/<purpose>/<number>.key`, the highest number of which signs; the first is made at first use, by
 * whichever process comes first. A new key is a new file, beside the old ones.
 */
export function openSigningKeys(keysDir: string, purpose: string): SigningKeys {
  const directory = join(keysDir, purpose);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (numbersIn(directory).length === 0) makeKey(join(directory, '1.key'));
  const held = numbersIn(directory).map((number) => readKey(join(directory, `${number}.key`)));
  const active = held.at(-1) as HeldKey;
  return {
    keyId: active.keyId,
    sign: (text) => sign(null, Buffer.from(text), active.privateKey).toString('base64'),
    keys: () => held.map(({ keyId, publicKey }) => ({ keyId, publicKey, isActive: keyId === active.keyId })),
  };
}

/** Is this, and no other spelling of it, the signature of the text by one of these keys? */
export function isSignedByOneOf(keys: readonly string[], text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.toString('base64') !== signature) return false;
  return keys.some((key) => verify(null, Buffer.from(text), createPublicKey(key), bytes));
}

interface HeldKey extends Omit<PublicKey, 'isActive'> {
  readonly privateKey: KeyObject;
}

function readKey(path: string): HeldKey {
  const privateKey = createPrivateKey(readFileSync(path, 'utf8'));
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    privateKey,
    keyId: createHash('sha256').update(der).digest('hex').slice(0, 16),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

const numbersIn = (directory: string): number[] =>
  readdirSync(directory)
    .flatMap((name) => keyFile.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);

const makeKey = (path: string): void =>
  void createWhole(
    path,
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    0o400,
  );
