import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { User } from './user.entity.ts';

/**
 * One signed-in device: a family of refresh tokens, of which only the newest is good. Owned and seen by its person;
 * dies 30 days after it ended. Tokens are kept as SHA-256 only.
 */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    /** Fingerprint of the refresh token that may be used now. */
    refreshHash: p.string().length(64).unique(),
    /** Fingerprint of the one before, good for a few seconds more (a client that lost the answer). */
    parentHash: p.string().length(64).strictNullable().default(null).index(),
    rotatedAt: instant().strictNullable().default(null),
    expiresAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant().strictNullable().default(null),
    revokeReason: p.string().length(40).strictNullable().default(null),
    /** The user's `sessionVersion` when the session began. */
    sessionVersion: p.integer(),
    /** When the person last proved a second factor in it, or their password where they have none. */
    provenAt: instant().strictNullable().default(null),
    /** Network only: /24 or /48. */
    address: p.string().length(45).strictNullable().default(null),
    agent: p.string().length(255).strictNullable().default(null),
  },
});
export type Session = InferEntity<typeof Session>;
