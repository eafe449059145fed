import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { priceBases } from '../../services/kernel/invoice-sums.ts';
import { currencies } from '../../services/kernel/money.ts';
import { operations } from '../../services/kernel/vat.ts';
import { base, identifier, instant, subjectType } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { oneOfBoth, personColumns } from './person-columns.ts';
import { discountColumns } from './sold-line.columns.ts';

/** What a draft becomes: a credit note is never drafted. */
export const draftKinds = ['INVOICE', 'DEPOSIT'] as const;
export type DraftKind = (typeof draftKinds)[number];

/**
 * An invoice that is being written: no invoice yet, and never with a number. Seen and changed by admins and programs that may draft;
 * deleted when it is issued, when somebody deletes it, and with the data of its buyer.
 */
export const InvoiceDraft = defineEntity({
  name: 'InvoiceDraft',
  tableName: 'invoice_draft',
  properties: {
    ...base(),
    changedAt: instant(),
    /** Who wrote it, person or program. An id only. */
    authorId: identifier(),
    buyer: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('cascade').default(null),
    ...personColumns(),
    /** What it is for; null for an invoice for nothing else, which is its own subject once it is issued. */
    subjectType: subjectType().strictNullable().default(null),
    subjectId: identifier().strictNullable().default(null),
    kind: p.enum(draftKinds).default('INVOICE'),
    /** Whether the prices of the lines are without VAT or include it. */
    priceBasis: p.enum(priceBases).default('NET'),
    currency: p.enum(currencies).default('EUR'),
    operation: p.enum(operations).default('SERVICES'),
    /** Taken off the whole. */
    ...discountColumns(),
    /** Local dates; null: by the seller's terms, and not said. */
    dueOn: p.string().length(10).strictNullable().default(null),
    suppliedOn: p.string().length(10).strictNullable().default(null),
    /** Free words of the seller, printed under the totals. */
    notes: p.string().length(1000).strictNullable().default(null),
    /** The buyer's reference of this purchase; null: the one of their billing profile. */
    purchaseOrder: p.string().length(100).strictNullable().default(null),
  },
  checks: [oneOfBoth('buyer_id')],
  indexes: [{ properties: ['authorId'] }, { properties: ['subjectType', 'subjectId'] }],
});
export type InvoiceDraft = InferEntity<typeof InvoiceDraft>;
