import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole } from '../../../platform/whole-file.ts';

/** A public key, as whoever checks receipts gets it. */
export interface ReceiptKey {
  /** The first bytes of the SHA-256 of its DER, in hexadecimal. */
  readonly keyId: string;
  /** PEM. */
  readonly publicKey: string;
  /** Does it sign the receipts of today? The others signed earlier ones. */
  readonly isActive: boolean;
}

/** Signs receipts (Ed25519), by a key that is in no database. */
export interface ReceiptSigner {
  readonly keyId: string;
  sign(text: string): string;
  /** Of every receipt that was ever given: the newest key signs, the others stay listed. */
  keys(): readonly ReceiptKey[];
}

const folder = 'receipts';
const keyFile = /^(\d+)\.key$/;

/**
 * The keys of this application in `<keys>/receipts/<number>.key`, the highest number of which signs; the first is made at first use, by
 * whichever process comes first. A new key is a new file, beside the old ones.
 */
export function openReceiptSigner(keysDir: string): ReceiptSigner {
  const directory = join(keysDir, folder);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (numbers(directory).length === 0) makeKey(join(directory, '1.key'));
  const held = numbers(directory).map((number) => readKey(join(directory, `${number}.key`)));
  const active = held.at(-1) as Held;
  return {
    keyId: active.keyId,
    sign: (text) => sign(null, Buffer.from(text), active.privateKey).toString('base64'),
    keys: () => held.map(({ keyId, publicKey }) => ({ keyId, publicKey, isActive: keyId === active.keyId })),
  };
}

interface Held extends Omit<ReceiptKey, 'isActive'> {
  readonly privateKey: KeyObject;
}

function readKey(path: string): Held {
  const privateKey = createPrivateKey(readFileSync(path, 'utf8'));
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return {
    privateKey,
    keyId: createHash('sha256').update(der).digest('hex').slice(0, 16),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

const numbers = (directory: string): number[] =>
  readdirSync(directory)
    .flatMap((name) => keyFile.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);

const makeKey = (path: string): boolean =>
  createWhole(
    path,
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    0o400,
  );
