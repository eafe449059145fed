import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { User } from './user.entity.ts';

export const tokenPurposes = ['ACTIVATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'EMAIL_UNDO', 'INVITATION'] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

/**
 * A secret mailed to a person, good once, for one purpose, for the address and the password it was made under.
 * Never shown again; dies with its use or 30 days after it expired.
 */
export const OneTimeToken = defineEntity({
  name: 'OneTimeToken',
  tableName: 'one_time_token',
  properties: {
    ...base(),
    /** Null for one of nobody: written for an address without an account, so that both cost the same. It opens nothing. */
    user: () => p.manyToOne(User).lazyRef().strictNullable().default(null).deleteRule('cascade'),
    purpose: p.enum(tokenPurposes),
    tokenHash: p.string().length(64).unique(),
    email: p.string().length(255),
    /** The address that it gives the person; for a change of address, and for taking one back. */
    newEmail: p.string().length(255).strictNullable().default(null),
    passwordVersion: p.integer(),
    expiresAt: instant(),
    usedAt: instant().strictNullable().default(null),
  },
});
export type OneTimeToken = InferEntity<typeof OneTimeToken>;
