import { createHmac } from 'node:crypto';
import { safeEqual } from './safe-equal.ts';

/** Codes of authenticator apps: TOTP of RFC 6238 with SHA-1, six digits and 30 seconds, which every app supports. */

const stepSeconds = 30;
const digits = 6;

/** HOTP of RFC 4226, section 5.3. */
export function hotp(seed: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', seed).update(message).digest();
  const offset = (mac[mac.length - 1] ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds);

/**
 * The time step whose code this is: the present one, or one within `window` steps of it, and later than the last one
 * used. `null` when it is none of them. Every step is compared, whichever fits.
 */
export function matchingStep(
  seed: Uint8Array,
  code: string,
  { now, window, lastStep }: { now: Date; window: number; lastStep: number | null },
): number | null {
  let found: number | null = null;
  for (let step = stepOf(now) - window; step <= stepOf(now) + window; step++) {
    if (safeEqual(hotp(seed, step), code) && step > (lastStep ?? -1)) found = step;
  }
  return found;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 of RFC 4648 without padding, as apps and people type it. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/** What an authenticator app reads from a QR code (Key Uri Format). */
export function otpauthUri({ issuer, account, seed }: { issuer: string; account: string; seed: Uint8Array }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(seed)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`;
}
