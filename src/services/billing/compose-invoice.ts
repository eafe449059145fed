import { DomainError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import { sumsOf, taxLines } from '../kernel/invoice-sums.ts';
import type { Locale } from '../kernel/locale.ts';
import { inEuros, money, subtract, type Currency, type Money, type Taxed } from '../kernel/money.ts';
import { one, priceOfOne } from '../kernel/unit-price.ts';
import { standardRate, vatOf, type Operation, type VatTreatment } from '../kernel/vat.ts';
import type { Bill, BillLine } from './billable.ts';
import type {
  InvoiceBuyer,
  InvoiceDocument,
  InvoiceLine,
  InvoicePayment,
  InvoiceTotals,
  PaymentMethod,
} from './invoice-document.ts';
import type { TakenNumber } from './invoice-number.ts';
import { legalMentionsFor, paymentMentionsOf, type DatedMention } from './legal-mentions.ts';
import { invoiceSeller, mentionsOf, type SellerFacts } from './seller-facts.ts';

export type Buyer = InvoiceBuyer & { readonly locale: Locale };

export interface Sale {
  readonly seller: SellerFacts;
  /** The legal mentions to choose from. */
  readonly mentionList: readonly DatedMention[];
  /** IANA zone in which instants become dates. */
  readonly timeZone: string;
  readonly bill: Bill;
  readonly buyer: Buyer;
  readonly paidAt: Date;
  readonly method: PaymentMethod;
}

/**
 * Everything a paid sale's invoice says, frozen on the day of issue. The prices of a bill include VAT, and the payer pays
 * exactly them. Refuses a rate that French law does not have with `VAT_RATE_UNKNOWN`.
 */
export function composeInvoice(
  taken: TakenNumber,
  { seller, mentionList, timeZone, bill, buyer: { locale, ...buyer }, paidAt, method }: Sale,
): InvoiceDocument {
  const issuedOn = localDateOf(taken.issuedAt, timeZone);
  const operation = bill.operation ?? 'SERVICES';
  const treatments = bill.lines.map((line) => treatmentOf({ seller, buyer, operation, issuedOn }, line));
  const lines = invoiceLines(bill.lines, treatments);
  const totals = totalsOf(lines, bill.total.currency);
  const catalogue = mentionsOf(seller, mentionList);
  const mentions = legalMentionsFor(
    {
      issuedOn,
      vatRegime: seller.vatRegime,
      vatMentions: treatments.flatMap(({ mention }) => mention ?? []),
      buyerIsBusiness: buyer.kind !== 'PERSON',
      operation,
      vatOnDebits: seller.vatOnDebits,
      isPayable: true,
    },
    locale,
    catalogue,
  );
  return {
    kind: 'INVOICE',
    number: taken.number,
    issuedAt: taken.issuedAt,
    timeZone,
    dueOn: issuedOn,
    seller: invoiceSeller(seller, locale),
    buyer,
    operation,
    priceBasis: 'GROSS',
    lines,
    totals,
    payments: paymentsOf({ bill, paidAt, method }, totals.gross),
    ...(mentions.vatNote === undefined ? {} : { vatNote: mentions.vatNote }),
    notes: [],
    legalMentions: mentions.footer,
    paymentMentions: paymentMentionsOf(catalogue, issuedOn, locale),
    locale,
    currency: bill.total.currency,
  };
}

/** The money that came, and what an earlier invoice gave. */
function paymentsOf(
  { bill, paidAt, method }: Pick<Sale, 'bill' | 'paidAt' | 'method'>,
  gross: Money,
): InvoicePayment[] {
  const credited = bill.credited?.amount ?? money(0, gross.currency);
  const came = { paidAt, method, amount: subtract(gross, credited) };
  return credited.amount === 0 ? [came] : [came, { paidAt, method: 'OTHER', amount: credited }];
}

interface LineTerms {
  readonly seller: SellerFacts;
  readonly buyer: InvoiceBuyer;
  readonly operation: Operation;
  readonly issuedOn: string;
}

function treatmentOf(
  { seller, buyer, operation, issuedOn: on }: LineTerms,
  { rate = standardRate }: BillLine,
): VatTreatment {
  const hasVatNumber = buyer.vatNumber !== undefined;
  const treatment = vatOf({ regime: seller.vatRegime, buyer: buyer.kind, hasVatNumber, operation, rate, on });
  if (treatment === null) throw new DomainError('VAT_RATE_UNKNOWN', { rate });
  return treatment;
}

function invoiceLines(lines: readonly BillLine[], treatments: readonly VatTreatment[]): InvoiceLine[] {
  const bearing = lines.map(({ gross }, i) => ({ ...(treatments[i] as VatTreatment), amount: gross }));
  return taxLines(bearing, 'GROSS').map((taxed: Taxed, i): InvoiceLine => {
    const { description, quantity, unit } = lines[i] as BillLine;
    const { category, rate, exemptionCode } = treatments[i] as VatTreatment;
    return {
      description,
      quantity: quantity * one,
      unit,
      unitPrice: priceOfOne(taxed.net, quantity * one),
      category,
      rate,
      ...(exemptionCode === null ? {} : { exemptionCode }),
      ...taxed,
    };
  });
}

function totalsOf(lines: readonly InvoiceLine[], currency: Currency): InvoiceTotals {
  const sums = sumsOf(lines, currency);
  return { ...sums, due: sums.gross, ...(currency === 'EUR' ? {} : { taxInEuros: inEuros(sums.tax) }) };
}
