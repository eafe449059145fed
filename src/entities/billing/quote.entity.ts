import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { priceBases } from '../../services/kernel/invoice-sums.ts';
import { currencies } from '../../services/kernel/money.ts';
import { operations } from '../../services/kernel/vat.ts';
import { base, identifier, instant, subjectType, wholeNumber } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { User } from '../identity/user.entity.ts';
import { oneOfBoth, personColumns } from './person-columns.ts';
import { discountColumns } from './sold-line.columns.ts';
import { TermsVersion } from './terms-version.entity.ts';

export const quoteStatuses = ['DRAFT', 'SENT', 'ACCEPTED', 'REFUSED', 'EXPIRED', 'SUPERSEDED'] as const;
export type QuoteStatus = (typeof quoteStatuses)[number];
/** What accepting a quote does: a deposit is invoiced, or the whole, or nothing yet. */
export const acceptanceEffects = ['DEPOSIT', 'PAY_ALL', 'INVOICE_LATER'] as const;
export type AcceptanceEffect = (typeof acceptanceEffects)[number];

/**
 * An offer of the business: so much for so much, until a day. What was sent never changes; another revision takes its place.
 * Owned by the buyer once it is sent, seen by them and admins. One that was not accepted dies after three years or with the
 * buyer’s account; an accepted one is kept ten years.
 */
export const Quote = defineEntity({
  name: 'Quote',
  tableName: 'quote',
  properties: {
    ...base(),
    changedAt: instant(),
    status: p.enum(quoteStatuses).default('DRAFT'),
    /** Who wrote it. An id only. */
    authorId: identifier(),
    /** `DEVIS-2026-000001`, given at the first sending; every revision has the same. Null before. */
    number: p.string().length(35).strictNullable().default(null),
    /** 1, and one more for each version that takes the place of a sent one. */
    revision: p.integer().default(1),
    /** The version whose place it takes; null for the first. An id only: each is deleted in its own time. */
    replacesId: identifier().strictNullable().default(null).unique(),
    /** What it is for; null for a quote that is its own subject. */
    subjectType: subjectType().strictNullable().default(null),
    subjectId: identifier().strictNullable().default(null),
    buyer: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('restrict').default(null),
    ...personColumns(),
    /** Whether the prices of the lines are without VAT or include it. */
    priceBasis: p.enum(priceBases).default('NET'),
    operation: p.enum(operations).default('SERVICES'),
    currency: p.enum(currencies).default('EUR'),
    /** Taken off the whole. */
    ...discountColumns(),
    netCents: wholeNumber(),
    taxCents: wholeNumber(),
    grossCents: wholeNumber(),
    /** Free words of the seller, printed under the totals. */
    notes: p.string().length(1000).strictNullable().default(null),
    /** The buyer’s own reference. */
    purchaseOrder: p.string().length(100).strictNullable().default(null),
    /** The last local day on which it can be accepted. */
    validUntil: p.string().length(10),
    onAcceptance: p.enum(acceptanceEffects),
    /** Of DEPOSIT: 1 to 100; null otherwise. */
    depositPercent: p.integer().strictNullable().default(null),
    /** Everything the sent quote says (`QuoteDocument`); null before. */
    document: p.json<Record<string, unknown>>().strictNullable().default(null),
    terms: () => p.manyToOne(TermsVersion).lazyRef().strictNullable().deleteRule('restrict').default(null),
    /** The sealed PDF, made after the commit of the sending, and the SHA-256 of its bytes. */
    pdf: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('restrict').default(null),
    pdfSha256: p.string().length(64).strictNullable().default(null),
    sentAt: instant().strictNullable().default(null),
    /** How often it was mailed. */
    timesSent: p.integer().default(0),
    /** When it was accepted, refused, replaced, or had expired. */
    endedAt: instant().strictNullable().default(null),
    /** What its acceptance issued: one invoice at most. An id only. */
    invoiceId: identifier().strictNullable().default(null).unique(),
  },
  uniques: [{ properties: ['number', 'revision'] }],
  checks: [oneOfBoth('buyer_id')],
  indexes: [
    { properties: ['status', 'validUntil'] },
    { properties: ['createdAt'] },
    { properties: ['buyer', 'id'] },
    { properties: ['subjectType', 'subjectId'] },
  ],
});

export type Quote = InferEntity<typeof Quote>;
