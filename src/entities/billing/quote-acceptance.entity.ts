import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant, wholeNumber } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { Quote } from './quote.entity.ts';

/**
 * Proof that a quote was accepted: who typed which name, when, from where, about which bytes. Never changed: triggers refuse it, but
 * for the number of its audit entry, which is written once. Seen by the buyer and admins; kept as long as the quote, ten years at least.
 */
export const QuoteAcceptance = defineEntity({
  name: 'QuoteAcceptance',
  tableName: 'quote_acceptance',
  properties: {
    ...base(),
    quote: () => p.manyToOne(Quote).lazyRef().deleteRule('restrict').unique(),
    revision: p.integer(),
    pdfSha256: p.string().length(64),
    termsVersion: p.integer(),
    termsSha256: p.string().length(64),
    /** As typed. */
    name: p.string().length(255),
    acceptedAt: instant(),
    /** The local day that staff recorded; null for one that was made on line. */
    acceptedOn: p.string().length(10).strictNullable().default(null),
    /** The network it came from; null when it was recorded by staff. */
    address: p.string().length(50).strictNullable().default(null),
    agent: p.string().length(255).strictNullable().default(null),
    /** Whether work shall start within the withdrawal period; null where there is none, since a business buys. */
    startBeforeWithdrawal: p.boolean().strictNullable().default(null),
    /** The question as it was asked. */
    withdrawalWording: p.string().length(1000).strictNullable().default(null),
    /** Who recorded it for the buyer; null when the buyer accepted it themself. An id only. */
    recordedById: identifier().strictNullable().default(null),
    proofFile: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('restrict').default(null),
    /** The number of its entry in the audit log. */
    auditSeq: wholeNumber().strictNullable().default(null),
  },
});
export type QuoteAcceptance = InferEntity<typeof QuoteAcceptance>;
