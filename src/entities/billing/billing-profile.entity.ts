import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { buyerKinds } from '../../services/kernel/vat.ts';
import { base } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/** Whether the VAT number of a business outside France was looked up in VIES. */
export const vatNumberChecks = ['UNCHECKED', 'VALID', 'INVALID'] as const;
export type VatNumberCheck = (typeof vatNumberChecks)[number];

/**
 * Whom a person’s invoices are made out to: themself, or their business. Owned by the person, seen by them and admins; goes
 * with the account. Invoices that were issued keep what it said.
 */
export const BillingProfile = defineEntity({
  name: 'BillingProfile',
  tableName: 'billing_profile',
  properties: {
    ...base(),
    person: () => p.manyToOne(User).lazyRef().deleteRule('cascade').unique(),
    kind: p.enum(buyerKinds).default('PERSON'),
    /** Null: the name of the account. */
    name: p.string().length(255).strictNullable().default(null),
    addressLines: p.json<string[]>(),
    postcode: p.string().length(20).strictNullable().default(null),
    city: p.string().length(100).strictNullable().default(null),
    /** ISO 3166-1, two letters. */
    country: p.string().length(2).strictNullable().default(null),
    siren: p.string().length(9).strictNullable().default(null),
    siret: p.string().length(14).strictNullable().default(null),
    vatNumber: p.string().length(20).strictNullable().default(null),
    vatNumberCheck: p.enum(vatNumberChecks).default('UNCHECKED'),
    /** Where e-invoices reach the buyer; null: the e-mail address of the account. */
    electronicAddress: p.string().length(255).strictNullable().default(null),
    /** The buyer’s own reference, printed on invoices. */
    purchaseOrder: p.string().length(100).strictNullable().default(null),
  },
});
export type BillingProfile = InferEntity<typeof BillingProfile>;
