import { createHash, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../kernel/errors.ts';
import type { KeyContext } from './port.ts';
import { WrappedKeyRefused } from './port.ts';

/** Digest of what the key belongs to: SHA-256("SEF1 bound" 0x00 file 0x00 version 0x00 data key). */
const digestOf = ({ fileId, versionId, dekId }: KeyContext): Buffer =>
  createHash('sha256').update(['SEF1 bound', fileId, versionId, dekId].join('\0')).digest();
const digestBytes = 32;

/** The key and, beside it, what it belongs to: for services that bind nothing themselves. For the caller to zero. */
export const bound = (key: Uint8Array, context: KeyContext): Buffer => Buffer.concat([digestOf(context), key]);

/** The key, when it belongs there. Zeroes what it is given. */
export function unbound(sealed: Uint8Array, context: KeyContext): Buffer {
  try {
    const isBound = sealed.length > digestBytes && timingSafeEqual(sealed.subarray(0, digestBytes), digestOf(context));
    if (!isBound) throw new WrappedKeyRefused();
    return Buffer.from(sealed.subarray(digestBytes));
  } finally {
    sealed.fill(0);
  }
}

/** Statuses by which services say that they, or our right to ask, are away for now. */
const away = new Set([401, 403, 404, 408, 409, 429]);

/** What a failed call of a service that answers with HTTP statuses means. */
export function failureOf(cause: unknown): Error {
  const status = typeof cause === 'object' && cause !== null && 'statusCode' in cause ? Number(cause.statusCode) : 0;
  const isRefused = status >= 400 && status < 500 && !away.has(status);
  return isRefused ? new WrappedKeyRefused({ cause }) : new DomainError('KEY_UNAVAILABLE', {}, { cause });
}
