/** The age format (X25519) by `age-encryption`, and Shamir’s sharing over GF(256) by `shamir-secret-sharing`. */
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { randomBytes } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { bech32 } from './bech32.ts';
import type { KitCipher } from './port.ts';

const secretBytes = 32;

const identityOf = (secret: Uint8Array): string => bech32('age-secret-key-', secret).toUpperCase();

export const ageKit = (): KitCipher => ({
  makePair: async () => {
    const secret = randomBytes(secretBytes);
    return { secret, recipient: await identityToRecipient(identityOf(secret)) };
  },
  recipientOf: (secret) => identityToRecipient(identityOf(secret)),
  identityOf,
  seal: async (recipient, bytes) => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    return await encrypter.encrypt(bytes);
  },
  open: async (secret, sealed) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identityOf(secret));
    return await decrypter.decrypt(sealed);
  },
  split: (secret, { shares, needed }) => split(Uint8Array.from(secret), shares, needed),
  combine: (shares) => combine(shares.map((share) => Uint8Array.from(share))),
});
