import { asUnitPrice, one } from '../kernel/unit-price.ts';
import type { Money } from '../kernel/money.ts';
import type { InvoiceDocument, InvoiceLine, PaymentMethod } from './invoice-document.ts';

/** Raised when the shape of the stored document changes; what was stored before is read as what it meant. */
const currentFormat = 2;

/** The document as the database keeps it: instants are written out. */
export const documentToStore = (document: InvoiceDocument): Record<string, unknown> => ({
  format: currentFormat,
  ...(JSON.parse(JSON.stringify(document)) as Record<string, unknown>),
});

type WrittenOut<Document extends { readonly payments: readonly unknown[] }> = Omit<
  Document,
  'issuedAt' | 'payments'
> & {
  readonly issuedAt: string;
  readonly payments: readonly (Omit<Document['payments'][number], 'paidAt'> & { readonly paidAt: string })[];
};

type Stored = WrittenOut<InvoiceDocument> & { readonly format: typeof currentFormat };

/** The first format: whole quantities, prices in minor units, one rate, no category, a buyer who is a business or not. */
interface FirstDocument extends Omit<
  InvoiceDocument,
  'operation' | 'priceBasis' | 'buyer' | 'lines' | 'totals' | 'payments'
> {
  readonly buyer: Omit<InvoiceDocument['buyer'], 'kind'> & { readonly isBusiness: boolean };
  readonly lines: readonly (Omit<InvoiceLine, 'unitPrice' | 'category'> & { readonly unitNet: Money })[];
  readonly totals: Omit<InvoiceDocument['totals'], 'taxes'> & {
    readonly taxes: readonly Omit<InvoiceDocument['totals']['taxes'][number], 'category'>[];
  };
  readonly payments: readonly { readonly paidAt: Date; readonly method: string; readonly amount: Money }[];
}
type StoredFirst = WrittenOut<FirstDocument> & { readonly format?: undefined };

/** The document as it was issued. */
export function documentFromStore(stored: unknown): InvoiceDocument {
  const { format: _, ...document } = latest(stored as Stored | StoredFirst);
  return {
    ...document,
    issuedAt: new Date(document.issuedAt),
    payments: document.payments.map((payment) => ({ ...payment, paidAt: new Date(payment.paidAt) })),
  };
}

const latest = (stored: Stored | StoredFirst): Stored =>
  stored.format === undefined ? { ...fromFirst(stored), format: currentFormat } : stored;

const methodsOfFirst: Readonly<Record<string, PaymentMethod>> = {
  'carte bancaire': 'CARD',
  card: 'CARD',
  virement: 'TRANSFER',
  'bank transfer': 'TRANSFER',
};

function fromFirst({ buyer, lines, totals, payments, ...rest }: StoredFirst): Omit<Stored, 'format'> {
  const { isBusiness, ...who } = buyer;
  const { format: _, ...document } = rest;
  const isFranchise = document.seller.vatRegime === 'FRANCHISE';
  const category = isFranchise ? 'E' : 'S';
  return {
    ...document,
    operation: 'SERVICES',
    priceBasis: 'GROSS',
    buyer: { ...who, kind: isBusiness ? 'FRENCH_BUSINESS' : 'PERSON' },
    lines: lines.map(({ unitNet, quantity, ...line }) => ({
      ...line,
      quantity: quantity * one,
      unitPrice: asUnitPrice(unitNet),
      category,
      ...(isFranchise ? { exemptionCode: 'VATEX-FR-FRANCHISE' } : {}),
    })),
    totals: { ...totals, taxes: totals.taxes.map((tax) => ({ ...tax, category })) },
    payments: payments.map((payment) => ({ ...payment, method: methodsOfFirst[payment.method] ?? 'OTHER' })),
  };
}
