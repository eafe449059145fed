import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { base, identifier, instant, subjectType, wholeNumber } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { User } from '../identity/user.entity.ts';
import { oneOfBoth, personColumns } from './person-columns.ts';

export const invoiceStatuses = ['GENERATED', 'SENT', 'PAID', 'OVERDUE', 'CANCELLED'] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];
export const invoiceKinds = ['INVOICE', 'DEPOSIT', 'CREDIT_NOTE'] as const;
/** Of an invoice to a French business; others need none. */
export const transmissions = ['NOT_NEEDED', 'TO_SEND', 'SENT', 'ACCEPTED', 'REJECTED'] as const;
export type Transmission = (typeof transmissions)[number];
export type InvoiceKind = (typeof invoiceKinds)[number];

const InvoiceSchema = defineEntity({
  name: 'Invoice',
  tableName: 'invoice',
  properties: {
    ...base(),
    kind: p.enum(invoiceKinds).default('INVOICE'),
    status: p.enum(invoiceStatuses).default('GENERATED'),
    series: p.string().length(20),
    sequence: p.bigint('number'),
    /** `FACT-2026-000001`. */
    number: p.string().length(35).unique(),
    subjectType: subjectType(),
    subjectId: identifier(),
    /** `ORDER:<id>` of the one invoice that a subject has; null for deposits, credit notes and one that is cancelled. */
    liveFor: p.string().length(80).strictNullable().default(null).unique(),
    /** The invoice that a credit note corrects. An id only: that invoice is older, and deleted before it. */
    correctsId: identifier().strictNullable().default(null),
    /** The draft that it was issued from: asked again, the same invoice is answered. Null for one of a payment, and credit notes. */
    draftId: identifier().strictNullable().default(null).unique(),
    /** Who bought it; null for a person without an account: who they are is in the columns that follow. */
    buyer: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('restrict').default(null),
    ...personColumns(),
    /** Seller, buyer, lines' words and mentions as they were on the day of issue (`InvoiceDocument`). */
    document: p.json<Record<string, unknown>>(),
    netCents: wholeNumber(),
    taxCents: wholeNumber(),
    grossCents: wholeNumber(),
    /** The sum of its credit notes, VAT included: never more than the invoice. */
    creditedCents: wholeNumber().default(0),
    /** What its payments brought, what of that went back, and what was lost: the sums of its allocations. */
    paidCents: wholeNumber().default(0),
    refundedCents: wholeNumber().default(0),
    lostCents: wholeNumber().default(0),
    /**
     * Gross − credited − paid + refunded + lost: what the buyer owes, or is owed when negative. A credit note has none: what it
     * takes back is in the balance of its invoice.
     */
    balanceCents: wholeNumber().default(0),
    currency: p.enum(currencies).default('EUR'),
    locale: p.enum(locales).default('fr'),
    issuedAt: instant(),
    dueOn: p.string().length(10),
    paidAt: instant().strictNullable().default(null),
    /** When it was first sent to the buyer; null before. */
    sentAt: instant().strictNullable().default(null),
    /** Since when it is overdue; null when it is not. */
    overdueAt: instant().strictNullable().default(null),
    /** When it was credited in full; null otherwise. */
    cancelledAt: instant().strictNullable().default(null),
    /** The sealed PDF, made after commit. */
    pdf: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('restrict').default(null),
    /** The sealed `factur-x.xml` that is in the PDF; null for invoices of before it was stored alone. */
    xml: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('restrict').default(null),
    /** No reminder leaves by itself before this local day; null: none is held back. */
    remindersPausedUntil: p.string().length(10).strictNullable().default(null),
    /** What became of it at the seller's accredited platform. */
    transmission: p.enum(transmissions).default('NOT_NEEDED'),
    transmissionPlatform: p.string().length(120).strictNullable().default(null),
    /** The platform's own. */
    transmissionReference: p.string().length(140).strictNullable().default(null),
    /** When it had its present status there. */
    transmittedAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['series', 'sequence'] }],
  indexes: [
    { properties: ['subjectType', 'subjectId'] },
    { properties: ['correctsId'] },
    { properties: ['status', 'dueOn'] },
    { properties: ['createdAt'] },
    { properties: ['issuedAt', 'id'] },
    { properties: ['grossCents', 'id'] },
    { properties: ['status', 'issuedAt', 'id'] },
    { properties: ['kind', 'issuedAt', 'id'] },
    { properties: ['transmission', 'issuedAt'] },
    { properties: ['buyer', 'id'] },
    { properties: ['buyer', 'grossCents', 'id'] },
  ],
  checks: [oneOfBoth('buyer_id')],
});

/**
 * An issued invoice: immutable but for its status and dates, its sums and balance, and its PDF; corrected by a credit note only.
 * Owned by the buyer, seen by them and admins; of a person without an account by admins and by whoever holds a token of it. Kept
 * ten years, whatever is erased.
 */
class InvoiceClass extends InvoiceSchema.class {
  get net(): Opt<Money> {
    return money(this.netCents, this.currency);
  }
  get tax(): Opt<Money> {
    return money(this.taxCents, this.currency);
  }
  get gross(): Opt<Money> {
    return money(this.grossCents, this.currency);
  }
}
InvoiceSchema.setClass(InvoiceClass);

export const Invoice = InvoiceSchema;
export type Invoice = InferEntity<typeof InvoiceSchema>;
