import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/**
 * A card that a person saved at a payment provider: what they recognise it by, never its number. Owned and seen by the
 * person; one that was removed stays, inactive, as long as the account.
 */
export const PaymentMethod = defineEntity({
  name: 'PaymentMethod',
  tableName: 'payment_method',
  properties: {
    ...base(),
    person: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    /** The name of the provider's adapter: `STRIPE`. */
    provider: p.string().length(20),
    /** The provider's id (`pm_…`): unique with the provider, since another one may use the same id. */
    providerMethodId: p.string().length(255),
    /** As the provider writes it: `visa`. */
    brand: p.string().length(50),
    last4: p.string().length(4),
    expMonth: p.integer(),
    expYear: p.integer(),
    /** The same for two savings of one card; null when the provider does not say. */
    fingerprint: p.string().length(255).strictNullable().default(null),
    /** The person, when it is their default; null otherwise: one default each. */
    defaultFor: identifier().strictNullable().default(null).unique(),
    /** Not removed. */
    isActive: p.boolean().default(true),
  },
  uniques: [{ properties: ['provider', 'providerMethodId'] }],
});
export type PaymentMethod = InferEntity<typeof PaymentMethod>;
