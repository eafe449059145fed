import type { InvoiceDocument } from './invoice-document.ts';

/** The document as the database keeps it: instants are written out. */
export const documentToStore = (document: InvoiceDocument): Record<string, unknown> =>
  JSON.parse(JSON.stringify(document)) as Record<string, unknown>;

type Stored = Omit<InvoiceDocument, 'issuedAt' | 'payments'> & {
  readonly issuedAt: string;
  readonly payments: readonly (Omit<InvoiceDocument['payments'][number], 'paidAt'> & { readonly paidAt: string })[];
};

/** The document as it was issued. */
export function documentFromStore(stored: unknown): InvoiceDocument {
  const document = stored as Stored;
  return {
    ...document,
    issuedAt: new Date(document.issuedAt),
    payments: document.payments.map((payment) => ({ ...payment, paidAt: new Date(payment.paidAt) })),
  };
}
