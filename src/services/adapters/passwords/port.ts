/** Slow hashing of passwords, in their normal form (`kernel/password-text.ts`): how accents are composed makes no difference. */
export interface Passwords {
  /** The hash of a password. Throws `RATE_LIMITED` when too many hashes are waiting already. */
  hash(password: string): Promise<string>;
  /**
   * Does this password match the hash? `null` is for an account that does not exist: it takes as long as a real
   * comparison and is always false. One hash in every case; up to three for a password that can be composed in several
   * ways.
   */
  matches(password: string, hash: string | null): Promise<boolean>;
  /** Was the hash of this password made at another cost than today's, or of another form of it? */
  isOutdated(hash: string, password: string): Promise<boolean>;
}

/** bcrypt reads no further than this; longer passwords are refused, never cut. UTF-8. */
export const maxPasswordBytes = 72;
