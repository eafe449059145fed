/**
 * An issued invoice as plain, frozen data: everything its PDF (and later its XML) says, and nothing that must be looked
 * up again. It is stored with the invoice at issue and never changes; a correction is another document (D17).
 */
import type { Currency, Money } from '../kernel/money.ts';
import type { Locale } from '../kernel/locale.ts';

export const invoiceKinds = ['INVOICE', 'DEPOSIT', 'CREDIT_NOTE'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

/** FRANCHISE: no VAT is charged (small businesses). STANDARD: VAT at the rate of each line. */
export const vatRegimes = ['FRANCHISE', 'STANDARD'] as const;
export type VatRegime = (typeof vatRegimes)[number];

/** Who sells, as known on the day of issue. */
export interface InvoiceSeller {
  readonly name: string;
  /** As registered, for instance « Entrepreneur individuel (EI) » or « SAS au capital de 10 000 € ». */
  readonly legalForm?: string;
  readonly address: readonly string[];
  /** Nine digits. Absent for a seller outside France. */
  readonly siren?: string;
  /** Fourteen digits, beginning with the SIREN. */
  readonly siret?: string;
  readonly vatNumber?: string;
  readonly email: string;
  readonly phone?: string;
  readonly iban?: string;
  readonly vatRegime: VatRegime;
}

/** Who buys. `isBusiness` decides which mentions the law wants. */
export interface InvoiceBuyer {
  readonly name: string;
  readonly address: readonly string[];
  readonly email: string;
  readonly siren?: string;
  readonly vatNumber?: string;
  readonly isBusiness: boolean;
}

export interface InvoiceLine {
  readonly description: string;
  /** To the thousandth at most. */
  readonly quantity: number;
  /** As printed after the quantity: « pages », « h »; empty when there is nothing to say. */
  readonly unit: string;
  readonly unitNet: Money;
  /** VAT in basis points: 2000 is 20 %. */
  readonly rate: number;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
}

/** What one VAT rate collects over the whole invoice. */
export interface TaxAtRate {
  readonly rate: number;
  readonly net: Money;
  readonly tax: Money;
}

export interface InvoiceTotals {
  readonly net: Money;
  readonly taxes: readonly TaxAtRate[];
  readonly tax: Money;
  readonly gross: Money;
  /** Deposits already invoiced and deducted here, tax included. */
  readonly deposits?: Money;
  /** What is to be paid (or was): gross less the deposits. */
  readonly due: Money;
}

/** A payment received. `method` is as printed: « carte bancaire ». */
export interface InvoicePayment {
  readonly paidAt: Date;
  readonly method: string;
  readonly amount: Money;
}

export interface InvoiceDocument {
  readonly kind: InvoiceKind;
  readonly number: string;
  readonly issuedAt: Date;
  /** IANA zone in which `issuedAt` and `paidAt` become dates: the seller's. */
  readonly timeZone: string;
  /** Local dates, `2026-11-20`. A credit note has no due date. */
  readonly dueOn?: string;
  readonly suppliedOn?: string;
  /** The invoice that a credit note corrects. */
  readonly corrects?: { readonly number: string; readonly issuedOn: string };
  readonly seller: InvoiceSeller;
  readonly buyer: InvoiceBuyer;
  readonly lines: readonly InvoiceLine[];
  readonly totals: InvoiceTotals;
  readonly payments: readonly InvoicePayment[];
  /** Why no VAT is charged; printed under the totals. */
  readonly vatNote?: string;
  /** Free words of the seller. */
  readonly notes: readonly string[];
  /** The mentions the law wants, as worded on the day of issue (`legal-mentions.ts`). */
  readonly legalMentions: readonly string[];
  readonly locale: Locale;
  readonly currency: Currency;
}
