import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { User } from './user.entity.ts';

/**
 * A device on which a person need not prove the second factor at each sign-in: 30 days, unless they take it back. Owned
 * and seen by its person; dies 30 days after it ended. Its token is kept as SHA-256 only.
 */
export const TrustedDevice = defineEntity({
  name: 'TrustedDevice',
  tableName: 'trusted_device',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    tokenHash: p.string().length(64).unique(),
    /** Network only: /24 or /48. */
    address: p.string().length(45).strictNullable().default(null),
    agent: p.string().length(255).strictNullable().default(null),
    lastUsedAt: instant(),
    expiresAt: instant(),
    revokedAt: instant().strictNullable().default(null),
  },
});
export type TrustedDevice = InferEntity<typeof TrustedDevice>;
