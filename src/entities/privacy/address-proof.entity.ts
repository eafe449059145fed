import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { base, instant } from '../base.ts';

/**
 * Shows that somebody reads the mail of an address that has no account: a secret mailed there, good once, for a copy of what
 * the application knows of it or for its erasure. Owned by the application, never shown again; dies with its use or a week after it expired.
 */
export const AddressProof = defineEntity({
  name: 'AddressProof',
  tableName: 'address_proof',
  properties: {
    ...base(),
    email: p.string().length(255).index(),
    locale: p.enum(locales).default('fr'),
    tokenHash: p.string().length(64).unique(),
    expiresAt: instant(),
    usedAt: instant().strictNullable().default(null),
  },
});
export type AddressProof = InferEntity<typeof AddressProof>;
