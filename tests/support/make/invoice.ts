import type { RequiredEntityData } from '@mikro-orm/core';
import { InvoiceLine } from '../../../src/entities/billing/invoice-line.entity.ts';
import { Invoice } from '../../../src/entities/billing/invoice.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<Invoice>;

let sequences = 1_000;

/**
 * An invoice for an order that nobody has paid, with a number of its own and no VAT, unless the facts say otherwise; flushed by the
 * caller. One that is said to be paid was so without a payment.
 */
export const makeInvoice = (
  em: EntityManager,
  {
    series = 'FACT-2026',
    sequence = (sequences += 1),
    grossCents: gross = 35_000,
    ...facts
  }: Partial<Facts> & Pick<Facts, 'buyer' | 'subjectId' | 'issuedAt'>,
): Invoice => {
  const grossCents = Number(gross);
  const isCredit = facts.kind === 'CREDIT_NOTE';
  const paidCents = facts.status === 'PAID' && !isCredit ? grossCents : 0;
  return em.create(Invoice, {
    series,
    sequence,
    number: `${series}-${String(sequence).padStart(6, '0')}`,
    subjectType: 'ORDER',
    document: {},
    netCents: grossCents,
    taxCents: 0,
    grossCents,
    creditedCents: 0,
    paidCents,
    refundedCents: 0,
    lostCents: 0,
    balanceCents: isCredit ? 0 : grossCents - paidCents,
    dueOn: '2026-12-31',
    ...facts,
  });
};

/** The one line of an invoice without VAT. */
export const makeInvoiceLine = (
  em: EntityManager,
  { description, invoice }: { readonly description: string; readonly invoice: Invoice },
): InvoiceLine =>
  em.create(InvoiceLine, {
    invoice,
    position: 1,
    description,
    quantityThousandths: 1_000,
    unitPriceTenThousandths: invoice.netCents * 100,
    taxRate: 0,
    netCents: invoice.netCents,
    taxCents: 0,
    grossCents: invoice.grossCents,
  });
