/** The cryptography of an emergency kit: a key pair of the age format, and a secret that only some of its shares together give. */
export interface KitCipher {
  /** A fresh pair. The secret, 32 bytes, is for the caller to zero. */
  makePair(): Promise<{ readonly recipient: string; readonly secret: Uint8Array }>;
  /** The public half of a secret. */
  recipientOf(secret: Uint8Array): Promise<string>;
  /** The secret as the `age` tool reads it. */
  identityOf(secret: Uint8Array): string;
  /** A file of the age format that only the secret opens. */
  seal(recipient: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** Throws when it is not sealed for this secret, or was altered. */
  open(secret: Uint8Array, sealed: Uint8Array): Promise<Uint8Array>;
  split(secret: Uint8Array, parts: { readonly shares: number; readonly needed: number }): Promise<Uint8Array[]>;
  /** Too few or altered shares give a wrong secret, not an error: compare its recipient. */
  combine(shares: readonly Uint8Array[]): Promise<Uint8Array>;
}
