import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { currencies } from '../../services/kernel/money.ts';
import { base, demoMark, identifier, instant, wholeNumber } from '../base.ts';
import { priceUnits } from '../catalog/price-item.entity.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import type { ConsentPurpose } from '../identity/consent-record.entity.ts';
import { User } from '../identity/user.entity.ts';
import { priorities } from '../notifications/notification.entity.ts';

export const guestOrderStatuses = ['STARTED', 'REVIEW', 'AWAITING_PAYMENT', 'COMPLETED', 'EXPIRED'] as const;
export type GuestOrderStatus = (typeof guestOrderStatuses)[number];

/**
 * What a visitor orders before they have an account. Seen by whoever holds its token, and by admins. Unless it is paid it
 * ends seven days after its start, its manuscript first; paid, it becomes an order of an account.
 */
export const GuestOrder = defineEntity({
  name: 'GuestOrder',
  tableName: 'guest_order',
  properties: {
    ...base(),
    status: p.enum(guestOrderStatuses).default('STARTED'),
    /** Empty once the order was handed over, or expired: then the account says who it is, or nobody does. */
    firstName: p.string().length(50),
    lastName: p.string().length(50),
    /** Lower-cased when written. */
    email: p.string().length(255),
    /** Null once it was given to the account, or is good for nothing. */
    passwordHash: p.string().length(100).hidden().strictNullable(),
    phone: p.string().length(20).strictNullable().default(null),
    address: p.text().strictNullable().default(null),
    locale: p.enum(locales),
    consents: p.json<{ purpose: ConsentPurpose; policyVersion: string }[]>(),
    /** Network that the consents came from: /24 or /48. */
    network: p.string().length(45).strictNullable().default(null),
    priceItemId: identifier(),
    /** The price list's words as they were at the start. */
    service: p.string().length(255),
    unit: p.enum(priceUnits),
    /** The price of the list at the start: of the pack, or of a page; and the least that it costs, null for none. */
    unitCents: wholeNumber().strictNullable().default(null),
    minimumCents: wholeNumber().strictNullable().default(null),
    title: p.string().length(255),
    description: p.text().strictNullable().default(null),
    declaredPages: p.integer().strictNullable().default(null),
    priority: p.enum(priorities).default('NORMAL'),
    startBeforeWithdrawal: p.boolean().default(false),
    /** What the declared pages cost at the start, VAT included. */
    estimatedCents: wholeNumber(),
    /** What is to be paid: the same, or what an admin answered. */
    quotedCents: wholeNumber(),
    currency: p.enum(currencies),
    /** Why the visitor asked for a review, and what was answered. */
    reviewMessage: p.text().strictNullable().default(null),
    reviewAnswer: p.text().strictNullable().default(null),
    /** How many reviews were answered: each answer is mailed once. */
    reviews: p.integer().default(0),
    manuscript: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** How many manuscripts were sent. */
    uploads: p.integer().default(0),
    stripeSessionId: p.string().length(255).strictNullable().default(null).unique(),
    /** Raised when the order is resumed: each token is made from it, and the one before is void. */
    tokenNumber: p.integer().default(1),
    resumeTokenHash: p.string().length(64).unique(),
    /** Of the link that gives a paid order to the account of its address; null where there is none. */
    activationTokenHash: p.string().length(64).strictNullable().default(null).unique(),
    tokenExpiresAt: instant().strictNullable().default(null),
    /** Seven days after its start; unless paid, it ends. */
    expiresAt: instant(),
    /** When it was paid. */
    processedAt: instant().strictNullable().default(null),
    /** Whose it has become, or whose it becomes once the mailed link is followed. */
    user: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** The order that it has become. */
    orderId: identifier().strictNullable().default(null).index(),
    isDemo: demoMark(),
  },
  indexes: [
    { properties: ['email'] },
    { properties: ['createdAt', 'id'] },
    { properties: ['status', 'expiresAt'] },
    { properties: ['status', 'tokenExpiresAt'] },
  ],
});
export type GuestOrder = InferEntity<typeof GuestOrder>;
