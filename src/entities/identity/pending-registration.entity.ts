import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { base, instant } from '../base.ts';
import type { ConsentPurpose } from './consent-record.entity.ts';

/**
 * Somebody asked for an account at an address and has not proven it yet: each request is one of its own, with its own
 * link, password, name and consents, so that none touches another. Seen by nobody; goes when a link of the address is
 * followed, when the address turns out to have an account, or a week after it was made.
 */
export const PendingRegistration = defineEntity({
  name: 'PendingRegistration',
  tableName: 'pending_registration',
  properties: {
    ...base(),
    /** Lower-cased when written. Several may wait at one address. */
    email: p.string().length(255).index(),
    passwordHash: p.string().length(100).hidden(),
    firstName: p.string().length(50),
    lastName: p.string().length(50),
    address: p.text().strictNullable().default(null),
    locale: p.enum(locales),
    consents: p.json<{ purpose: ConsentPurpose; policyVersion: string }[]>(),
    /** Network that the consents came from: /24 or /48. */
    network: p.string().length(45).strictNullable().default(null),
    /** Fingerprint of the secret in the link. */
    tokenHash: p.string().length(64).unique(),
    /** Until when the link is good; it was never mailed when this is the instant of its making. */
    expiresAt: instant(),
  },
});
export type PendingRegistration = InferEntity<typeof PendingRegistration>;
