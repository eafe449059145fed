import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { mailWishes } from '../../services/kernel/mail-wishes.ts';
import { base, instant } from '../base.ts';

/** BOUNCE: the address does not exist. COMPLAINT: its owner called a mail spam. UNSUBSCRIBE: they want no more mails of a kind. */
export const suppressionReasons = ['BOUNCE', 'COMPLAINT', 'UNSUBSCRIBE'] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** EVENT: an event of the provider. LIST: its list, read every night. LINK: the link in a mail. */
export const suppressionSources = ['EVENT', 'LIST', 'LINK'] as const;
export type SuppressionSource = (typeof suppressionSources)[number];

/** What a suppression is of: every mail, or those of one kind. */
export const suppressionScopes = ['EVERYTHING', ...mailWishes] as const;
export type SuppressionScope = (typeof suppressionScopes)[number];

/**
 * An address that mails are not sent to. Seen by admins, who lift it; stays until then. An erasure takes the address away and leaves its
 * hash, which names nobody: the address stays out of use.
 */
export const EmailSuppression = defineEntity({
  name: 'EmailSuppression',
  tableName: 'email_suppression',
  properties: {
    ...base(),
    /** The address under a key of this server: the same address has the same. */
    addressHash: p.string().length(43),
    address: p.string().length(255).strictNullable().default(null),
    scope: p.enum(suppressionScopes),
    reason: p.enum(suppressionReasons),
    source: p.enum(suppressionSources),
    since: instant(),
  },
  uniques: [{ properties: ['addressHash', 'scope'] }],
  indexes: [{ properties: ['since', 'id'] }, { properties: ['address'] }],
});
export type EmailSuppression = InferEntity<typeof EmailSuppression>;
