import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole } from '../../platform/whole-file.ts';

/** Signs what the audit log says about itself, by a key (Ed25519) that is in no database. */
export interface CheckpointSigner {
  /** The first bytes of the public key's SHA-256. */
  readonly keyId: string;
  /** For those who check from outside: PEM. */
  readonly publicKey: string;
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
}

const file = 'journal-signing.key';

/** Opens the signing key of this application; made at first use, by whichever process comes first. */
export function openSigner(keysDir: string): CheckpointSigner {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const path = join(keysDir, file);
  const privateKey = createPrivateKey(existing(path) ?? made(path));
  const publicKey = createPublicKey(privateKey);
  return {
    keyId: keyIdOf(publicKey),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    isSigned: isSignedBy(publicKey),
  };
}

/** Checks signatures from outside: the public key is enough. */
export const isSignedBy = (publicKey: KeyObject | string): CheckpointSigner['isSigned'] => {
  const key = typeof publicKey === 'string' ? createPublicKey(publicKey) : publicKey;
  return (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
};

const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

function existing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function made(path: string): string {
  createWhole(
    path,
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    0o400,
  );
  return readFileSync(path, 'utf8');
}
