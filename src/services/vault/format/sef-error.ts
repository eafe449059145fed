/**
 * Why a sealed file or a wrapped key was refused.
 *
 * The first block is what the file itself can show (`TRUNCATED_HEADER` to `CHUNK_AUTH`); then what storage and the
 * database row contradict (`MISSING`, `LENGTH_MISMATCH`); then what a wrapped key can show.
 */
export const sefCodes = [
  'TRUNCATED_HEADER',
  'BAD_MAGIC',
  'BAD_VERSION',
  'BAD_SUITE',
  'BAD_CHUNK',
  'BAD_FLAGS',
  'WRONG_CONTEXT',
  'COMMITMENT',
  'TRUNCATED',
  'MALFORMED',
  'TOO_LONG',
  'CHUNK_AUTH',
  'MISSING',
  'LENGTH_MISMATCH',
  'WRAP_MALFORMED',
  'WRAP_UNSUPPORTED',
  'WRAP_AUTH',
  'KEK_UNKNOWN',
] as const;

export type SefCode = (typeof sefCodes)[number];

/**
 * The one error of the format. The code is for the log and the audit (`FILE_INTEGRITY`); people always get the same
 * message, so that an attacker who alters files learns nothing from the answers.
 */
export class SefError extends Error {
  readonly code: SefCode;

  constructor(code: SefCode, options?: ErrorOptions) {
    super(`Sealed file refused: ${code}`, options);
    this.name = 'SefError';
    this.code = code;
  }
}
