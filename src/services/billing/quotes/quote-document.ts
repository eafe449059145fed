import type { PrintedDocument } from '../invoice-document.ts';
import { documentFromStore, documentToStore } from '../stored-document.ts';

/** A sent quote as plain, frozen data: everything its PDF says. */
export interface QuoteDocument extends PrintedDocument {
  readonly kind: 'QUOTE';
  readonly offer: NonNullable<PrintedDocument['offer']>;
}

export const quoteToStore = ({ kind: _, ...document }: QuoteDocument): Record<string, unknown> => ({
  ...documentToStore({ ...document, kind: 'INVOICE' }),
  kind: 'QUOTE',
});

export const quoteFromStore = (stored: unknown): QuoteDocument =>
  documentFromStore(stored) as PrintedDocument as QuoteDocument;
