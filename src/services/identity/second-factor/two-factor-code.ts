import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

/** Which code of which challenge. */
export interface CodeNumber {
  readonly challengeId: string;
  /** The first code of a challenge is 1; each one sent voids the one before. */
  readonly codeNumber: number;
}

/** How long a code that we send is good, in minutes. */
export const codeMinutes = 10;

/**
 * A code of eight digits: made from the challenge and its number under a key that only the application has. Nothing stores
 * it; what sends it makes it again.
 */
export function codeOf(derived: DerivedSecrets, { challengeId, codeNumber }: CodeNumber): string {
  const bits = Buffer.from(
    derived.of('two-factor-code', challengeId, String(codeNumber)),
    'base64url',
  ).readBigUInt64BE();
  return String(bits % 100_000_000n).padStart(8, '0');
}
