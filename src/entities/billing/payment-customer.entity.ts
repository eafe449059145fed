import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/**
 * A person as a payment provider knows them, so that their cards can be saved there. Its row is locked by whoever changes
 * their cards. Owned by the person, seen by nobody; goes with the account.
 */
export const PaymentCustomer = defineEntity({
  name: 'PaymentCustomer',
  tableName: 'payment_customer',
  properties: {
    ...base(),
    person: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    /** The name of the provider's adapter: `STRIPE`. */
    provider: p.string().length(20),
    /** The provider's customer (`cus_…`); null until it has answered. */
    providerCustomerId: p.string().length(255).strictNullable().default(null),
  },
  uniques: [{ properties: ['person', 'provider'] }, { properties: ['provider', 'providerCustomerId'] }],
});
export type PaymentCustomer = InferEntity<typeof PaymentCustomer>;
