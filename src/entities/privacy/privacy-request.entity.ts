import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/** What a person may ask of the application about their data: GDPR articles 15, 16, 17, 18, 20 and 21. */
export const privacyRequestKinds = [
  'ACCESS',
  'RECTIFICATION',
  'ERASURE',
  'RESTRICTION',
  'PORTABILITY',
  'OBJECTION',
] as const;
export type PrivacyRequestKind = (typeof privacyRequestKinds)[number];
export const privacyRequestStatuses = ['OPEN', 'DONE', 'REFUSED'] as const;
export type PrivacyRequestStatus = (typeof privacyRequestStatuses)[number];

/**
 * One line of the register of requests: the application answers within a month. Owned by whoever asked, seen by them and by
 * admins; its words go with the person, its line stays as proof.
 */
export const PrivacyRequest = defineEntity({
  name: 'PrivacyRequest',
  tableName: 'privacy_request',
  properties: {
    ...base(),
    /** Null for who has no account, and proved their address. */
    user: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('restrict').default(null),
    kind: p.enum(privacyRequestKinds),
    status: p.enum(privacyRequestStatuses).default('OPEN'),
    /** What is asked, in the person's words; null for what the application did by itself, and once they are erased. */
    details: p.text().strictNullable().default(null),
    answer: p.text().strictNullable().default(null),
    /** A month after it was asked, three once it is extended (article 12, paragraph 3). */
    dueAt: instant(),
    /** When two months were added, and why; null when they were not. */
    extendedAt: instant().strictNullable().default(null),
    extensionReason: p.text().strictNullable().default(null),
    handledAt: instant().strictNullable().default(null),
    /** Null for what the application did by itself. */
    handledBy: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** When the admins were notified that it is nearly due. */
    warnedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['status', 'dueAt'] }],
});
export type PrivacyRequest = InferEntity<typeof PrivacyRequest>;
