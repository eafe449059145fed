import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant, wholeNumber } from '../base.ts';
import { User } from './user.entity.ts';

/**
 * A key pair on a device of a person (WebAuthn), of which we have the public half: they sign in with it, or prove a
 * second factor. Owned and seen by its person; dies when they remove it, and with the account.
 */
export const Passkey = defineEntity({
  name: 'Passkey',
  tableName: 'passkey',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    /** SHA-256 of the credential id, which may be longer than an index likes. */
    credentialHash: p.string().length(64).unique(),
    /** Base64url. */
    credentialId: p.text(),
    /** COSE key, base64url. */
    publicKey: p.text(),
    /** How often the authenticator says it has signed; 0 for ever when it does not count. */
    counter: wholeNumber(),
    /** Ways to the authenticator, as `internal,hybrid`. */
    transports: p.string().length(100),
    /** May be copied among the person’s devices. */
    isSynced: p.boolean(),
    name: p.string().length(60),
    lastUsedAt: instant().strictNullable().default(null),
  },
});
export type Passkey = InferEntity<typeof Passkey>;
