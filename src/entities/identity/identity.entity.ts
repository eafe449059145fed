import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { User } from './user.entity.ts';

export const identityProviders = ['GOOGLE', 'MICROSOFT'] as const;
export type IdentityProvider = (typeof identityProviders)[number];

/**
 * Who a provider says a person is, attached to their account: they sign in with it. Owned and seen by its person; dies
 * when they detach it, and with the account. One subject of one issuer belongs to one account.
 */
export const Identity = defineEntity({
  name: 'Identity',
  tableName: 'identity',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    provider: p.enum(identityProviders),
    /** Who vouches; at Microsoft each tenant is one. */
    issuer: p.string().length(255),
    /** The provider’s own number of the person, which never changes hands. */
    subject: p.string().length(255),
    /** The address that the provider had verified when the identity was attached. */
    email: p.string().length(255),
    lastUsedAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['issuer', 'subject'] }],
});
export type Identity = InferEntity<typeof Identity>;
