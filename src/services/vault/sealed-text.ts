import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { SefError } from './format/sef-error.ts';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * A short text sealed by a secret of its own (`openSecret`, 32 bytes): AES-256-GCM, base64 of nonce, ciphertext and tag. `about` is
 * bound to it: it opens for nothing else.
 */
export function sealText(key: Uint8Array, about: string, text: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** `SefError` when the text was altered, or is another thing's. */
export function openText(key: Uint8Array, about: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < nonceBytes + tagBytes) throw new SefError('TRUNCATED');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new SefError('CHUNK_AUTH');
  }
}
