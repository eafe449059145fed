import { createHmac } from 'node:crypto';

/**
 * Secrets that need not be stored because they can be derived again: HMAC-SHA-256, under a key only this server has, of
 * a purpose and its subject. 256 bits, URL-safe. Different purposes never give the same secret.
 */
export interface DerivedSecrets {
  of(purpose: string, ...about: readonly string[]): string;
}

export const derivedSecrets = (key: Buffer): DerivedSecrets => ({
  // JSON separates the parts: ('a', 'bc') and ('ab', 'c') differ.
  of: (purpose, ...about) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...about]))
      .digest('base64url'),
});
