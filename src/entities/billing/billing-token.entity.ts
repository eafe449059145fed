import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Invoice } from './invoice.entity.ts';
import { Quote } from './quote.entity.ts';

/** What the holder of a token may do. Text in the database, so that a new purpose needs no migration. */
export type BillingTokenPurpose = 'READ_INVOICE' | 'ANSWER_QUOTE';

/**
 * Lets whoever holds the mailed secret see one invoice, or see and answer one quote, without an account. Owned by the buyer, never shown again; goes when it
 * ends, with what it opens, and with the person.
 */
export const BillingToken = defineEntity({
  name: 'BillingToken',
  tableName: 'billing_token',
  properties: {
    ...base(),
    purpose: p.string().length(20).$type<BillingTokenPurpose>(),
    /** What it opens: one of the two. */
    invoice: () => p.manyToOne(Invoice).lazyRef().strictNullable().deleteRule('cascade').default(null),
    quote: () => p.manyToOne(Quote).lazyRef().strictNullable().deleteRule('cascade').default(null),
    /** Of a secret that is stored nowhere. */
    tokenHash: p.string().length(64).unique(),
    /** It opens nothing any more from this instant on. */
    expiresAt: instant().index(),
  },
  checks: [{ expression: '(invoice_id is null) <> (quote_id is null)' }],
});
export type BillingToken = InferEntity<typeof BillingToken>;
