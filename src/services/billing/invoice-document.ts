/**
 * An issued invoice as plain, frozen data: everything its PDF (and later its XML) says, and nothing that must be looked
 * up again. It is stored with the invoice at issue and never changes; a correction is another document (D17).
 */
import type { VatNumberCheck } from '../../entities/billing/billing-profile.entity.ts';
import type { PriceBasis, TaxAtRate } from '../kernel/invoice-sums.ts';
import type { Currency, Money } from '../kernel/money.ts';
import type { Locale } from '../kernel/locale.ts';
import { paymentMethods, type PaymentMethod } from '../kernel/payment-methods.ts';
import type { PostalAddress } from '../kernel/postal-address.ts';
import type { UnitCode } from '../kernel/unit-codes.ts';
import type { UnitPrice } from '../kernel/unit-price.ts';
import type { BuyerKind, Operation, VatCategory, VatRegime } from '../kernel/vat.ts';

export const invoiceKinds = ['INVOICE', 'DEPOSIT', 'CREDIT_NOTE'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export { paymentMethods, type PaymentMethod };

/** Who sells, as known on the day of issue. */
export interface InvoiceSeller {
  readonly name: string;
  /** As registered, for instance « Entrepreneur individuel (EI) » or « SAS au capital de 10 000 € ». */
  readonly legalForm?: string;
  /** As printed, line by line. */
  readonly address: readonly string[];
  /** The same in its parts; absent from invoices of before 2027. */
  readonly postal?: PostalAddress;
  /** As registered: « RCS Bordeaux 732 829 320 ». */
  readonly register?: string;
  /** Nine digits. Absent for a seller outside France. */
  readonly siren?: string;
  /** Fourteen digits, beginning with the SIREN. */
  readonly siret?: string;
  readonly vatNumber?: string;
  readonly email: string;
  readonly phone?: string;
  readonly iban?: string;
  readonly bic?: string;
  /** Where e-invoices reach the seller (BT-34); absent: by SIREN, else by e-mail. */
  readonly electronicAddress?: string;
  readonly vatRegime: VatRegime;
  /** The file of their logo, which never changes, and its size in pixels. */
  readonly logo?: { readonly fileId: string; readonly width: number; readonly height: number };
}

/** Who buys. `kind` decides which mentions the law wants, and which VAT. */
export interface InvoiceBuyer {
  readonly kind: BuyerKind;
  readonly name: string;
  /** As printed, line by line. */
  readonly address: readonly string[];
  /** The same in its parts, when the buyer gave them. */
  readonly postal?: PostalAddress;
  readonly email: string;
  readonly siren?: string;
  readonly siret?: string;
  readonly vatNumber?: string;
  /** Whether the VAT number of a business outside France was looked up; absent without one. */
  readonly vatNumberCheck?: VatNumberCheck;
  /** Where e-invoices reach the buyer (BT-49); absent: by SIREN, else by e-mail. */
  readonly electronicAddress?: string;
  /** The buyer's own reference of the purchase. */
  readonly purchaseOrder?: string;
}

/** An invoice named by another. */
export interface EarlierInvoice {
  readonly number: string;
  /** A local date. */
  readonly issuedOn: string;
}

export interface InvoiceLine {
  readonly description: string;
  /** Thousandths; negative on a line that takes something back. */
  readonly quantity: number;
  /** As printed after the quantity: « pages », « h »; empty when there is nothing to say. */
  readonly unit: string;
  /** What the quantity counts (BT-130); absent: by the printed word. */
  readonly unitCode?: UnitCode;
  /** The price of one, without VAT: never negative. */
  readonly unitPrice: UnitPrice;
  /** Taken off the line, without VAT. */
  readonly discount?: Money;
  readonly category: VatCategory;
  /** VAT in basis points: 2000 is 20 %. */
  readonly rate: number;
  /** Why no VAT is charged (code list VATEX); absent where it is. */
  readonly exemptionCode?: string;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
  /** The deposit that the line deducts, to the cent. */
  readonly deposit?: EarlierInvoice;
}

export interface InvoiceTotals {
  readonly net: Money;
  readonly taxes: readonly TaxAtRate[];
  readonly tax: Money;
  readonly gross: Money;
  /** The VAT in euros, of an invoice in another currency (BT-111): by the fixed parity. */
  readonly taxInEuros?: Money;
  /** Deposits already invoiced and deducted here, tax included. */
  readonly deposits?: Money;
  /** What is to be paid (or was): gross less the deposits. */
  readonly due: Money;
}

/** A payment received. */
export interface InvoicePayment {
  readonly paidAt: Date;
  readonly method: PaymentMethod;
  readonly amount: Money;
}

/** What is agreed about paying late and early: mandatory in every e-invoice, also where nothing of it is printed. */
export interface PaymentMentions {
  readonly latePenalty: string;
  readonly recoveryFee: string;
  readonly discount: string;
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
  readonly corrects?: EarlierInvoice;
  readonly seller: InvoiceSeller;
  readonly buyer: InvoiceBuyer;
  readonly operation: Operation;
  /** Whether the prices of the lines were without VAT or included it: decides where VAT was rounded. */
  readonly priceBasis: PriceBasis;
  readonly lines: readonly InvoiceLine[];
  readonly totals: InvoiceTotals;
  readonly payments: readonly InvoicePayment[];
  /** Why no VAT is charged; printed under the totals. */
  readonly vatNote?: string;
  /** Free words of the seller. */
  readonly notes: readonly string[];
  /** The mentions the law wants, as worded on the day of issue (`legal-mentions.ts`). */
  readonly legalMentions: readonly string[];
  /** Absent from invoices of before 2027. */
  readonly paymentMentions?: PaymentMentions;
  readonly locale: Locale;
  readonly currency: Currency;
}

/** What a quote says besides. */
export interface Offer {
  /** 1 for the first version. */
  readonly revision: number;
  /** The last local day on which it can be accepted. */
  readonly validUntil: string;
  /** What is invoiced when it is accepted, VAT included, where that is a deposit. */
  readonly deposit?: Money;
}

/** What is printed on the letterhead: an invoice, or the offer of one. */
export interface PrintedDocument extends Omit<InvoiceDocument, 'kind'> {
  readonly kind: InvoiceKind | 'QUOTE';
  /** Of a quote, and only there. */
  readonly offer?: Offer;
}

/** Whether the invoice charges VAT at all: a franchise, a reverse charge and a sale outside the Union do not. */
export const bearsVat = ({ lines }: Pick<InvoiceDocument, 'lines'>): boolean =>
  lines.some(({ category }) => category === 'S');
