import { totalsFaults } from '../kernel/invoice-check.ts';
import type { InvoiceDocument } from './invoice-document.ts';

/** Every figure of a document that is not what it must be, by its place. Empty: all are right, to the cent. */
export function documentFaults(document: InvoiceDocument): string[] {
  // A credit note takes its amounts from what is left of its invoice, a deposit from the invoice that asked for it.
  const isGiven = document.kind === 'CREDIT_NOTE';
  const lines = document.lines.map((line) => ({ ...line, isGiven: isGiven || line.deposit !== undefined }));
  return [...totalsFaults({ ...document, lines, basis: document.priceBasis }), ...depositFaults(document)];
}

/** A deposit is deducted once per rate. */
function depositFaults({ lines }: InvoiceDocument): string[] {
  const seen = new Set<string>();
  return lines.flatMap(({ deposit, category, rate }, i) => {
    if (deposit === undefined) return [];
    const key = `${deposit.number} ${category} ${rate}`;
    if (seen.has(key)) return [`lines.${i}.deposit`];
    seen.add(key);
    return [];
  });
}
