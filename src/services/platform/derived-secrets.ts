import { createHmac } from 'node:crypto';

/**
 * Secrets that need not be stored because they can be made again: HMAC-SHA-256 under a key that only the house has, over
 * a purpose and what it is about. 256 bits, URL-safe. Two purposes never give the same secret.
 */
export interface DerivedSecrets {
  of(purpose: string, ...about: readonly string[]): string;
}

export const derivedSecrets = (key: Buffer): DerivedSecrets => ({
  // JSON keeps the parts apart: ('a', 'bc') and ('ab', 'c') differ.
  of: (purpose, ...about) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...about]))
      .digest('base64url'),
});
