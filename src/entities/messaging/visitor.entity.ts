import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { base, identifier, instant, longText } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { User } from '../identity/user.entity.ts';

/** What somebody without an account asked for. */
export const visitorPurposes = ['CONTACT', 'FREE_SAMPLE'] as const;
export type VisitorPurpose = (typeof visitorPurposes)[number];

/**
 * Somebody who wrote to the business without an account, by one form: the same address in another form is another visitor, because
 * nobody has proven that it is the same person. Seen by admins; whoever holds the token reads the conversation. Becomes an account's
 * once its address is proven; dies three years after the last message, or with an erasure of its address.
 */
export const Visitor = defineEntity({
  name: 'Visitor',
  tableName: 'visitor',
  properties: {
    ...base(),
    purpose: p.enum(visitorPurposes).default('CONTACT'),
    name: p.string().length(255),
    /** Lower-cased when written. */
    email: p.string().length(255),
    locale: p.enum(locales),
    /** The version of the privacy policy that they agreed to, and the network that it came from: /24 or /48. */
    consentVersion: p.string().length(20),
    network: p.string().length(45).strictNullable().default(null),
    /** What is asked about; the subject of the conversation once there is one. */
    subject: p.string().length(255),
    /** Of the text of a free sample. */
    genre: p.string().length(100).strictNullable().default(null),
    /** Raised when the link is revoked: each token is made from it, and the one before is void. */
    tokenNumber: p.integer().default(1),
    tokenHash: p.string().length(64).unique(),
    /** Thirty days from the last mail; null where no link is good: nothing was mailed yet, it was revoked, an account has it. */
    tokenExpiresAt: instant().strictNullable().default(null),
    /** When the mailed link was first followed. */
    verifiedAt: instant().strictNullable().default(null),
    /** Marked as spam: no mail is sent, and what comes is held. */
    blockedAt: instant().strictNullable().default(null),
    /** The number of the last message that a mail has named, and of the last that they have seen. */
    mailedSeq: p.integer().default(0),
    readSeq: p.integer().default(0),
    /** The account that has taken the conversation over. */
    user: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
  },
  indexes: [{ properties: ['email', 'createdAt'] }, { properties: ['createdAt', 'id'] }],
});
export type Visitor = InferEntity<typeof Visitor>;

/** Why a message waits: too many links, a blocked word, a blocked address or site. */
export const heldReasons = ['LINKS', 'WORD', 'ADDRESS', 'SITE'] as const;
export type HeldReason = (typeof heldReasons)[number];

/**
 * A visitor's message that no conversation has yet. Seen by admins, who release it or mark it as spam; dies with its release, with the
 * visitor, or thirty days after it was marked.
 */
export const HeldMessage = defineEntity({
  name: 'HeldMessage',
  tableName: 'held_message',
  properties: {
    ...base(),
    visitor: () => p.manyToOne(Visitor).lazyRef().deleteRule('cascade'),
    content: longText(),
    file: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('set null').default(null),
    reasons: p.json<HeldReason[]>(),
    /** When an admin said so; null while it waits. */
    spamAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['spamAt', 'createdAt', 'id'] }, { properties: ['createdAt', 'id'] }],
});
export type HeldMessage = InferEntity<typeof HeldMessage>;

/** What holds a message: a word in it, an e-mail address that writes, a site that it links to. */
export const formBlockKinds = ['WORD', 'ADDRESS', 'SITE'] as const;
export type FormBlockKind = (typeof formBlockKinds)[number];

/** What visitors’ messages are held for. Owned by the business, seen by admins; what was learnt from spam dies a year later. */
export const FormBlock = defineEntity({
  name: 'FormBlock',
  tableName: 'form_block',
  properties: {
    ...base(),
    kind: p.enum(formBlockKinds),
    /** As texts are compared: words folded, sites and addresses in lower case. */
    value: p.string().length(255),
    /** From a message that was marked as spam; written by an admin otherwise. */
    isLearnt: p.boolean().default(false),
    createdById: identifier().strictNullable().default(null),
  },
  uniques: [{ properties: ['kind', 'value'] }],
});
export type FormBlock = InferEntity<typeof FormBlock>;
