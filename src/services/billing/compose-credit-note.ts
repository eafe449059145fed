import { formatDate, localDateOf } from '../kernel/format.ts';
import { shareCredit, type Credited } from '../kernel/credit.ts';
import { sumsOf } from '../kernel/invoice-sums.ts';
import type { Locale } from '../kernel/locale.ts';
import { inEuros, type Money } from '../kernel/money.ts';
import { asUnitPrice, one } from '../kernel/unit-price.ts';
import type { InvoiceDocument, InvoiceLine, InvoicePayment } from './invoice-document.ts';
import type { TakenNumber } from './invoice-number.ts';
import { legalMentionsFor, type DatedMention } from './legal-mentions.ts';
import { mentionsOf, type SellerFacts } from './seller-facts.ts';

export interface Credit {
  /** The invoice that it corrects, as it was issued. */
  readonly invoice: InvoiceDocument;
  readonly amount: Money;
  /** What earlier credit notes took, by rate. */
  readonly credited: Credited['credited'];
  /** How the amount went back. */
  readonly refunded: InvoicePayment;
  /** It pays another invoice instead. */
  readonly isOffset: boolean;
  /** The seller in force on the day of the invoice: the VAT of that day is taken back. */
  readonly seller: SellerFacts;
  readonly mentionList: readonly DatedMention[];
}

const descriptions: Readonly<Record<Locale, (number: string, date: string) => string>> = {
  fr: (number, date) => `Avoir sur la facture ${number} du\u00a0${date}`,
  en: (number, date) => `Credit on invoice ${number} of\u00a0${date}`,
};

const offsetNotes: Readonly<Record<Locale, string>> = {
  fr: 'Le montant de cet avoir règle une partie de la facture émise le même jour.',
  en: 'The amount of this credit note pays part of the invoice issued on the same day.',
};

/** Everything a credit note says: seller, buyer and VAT are those of its invoice, one line for each rate. */
export function composeCreditNote(taken: TakenNumber, credit: Credit): InvoiceDocument {
  const { invoice, seller, mentionList, refunded, isOffset } = credit;
  const { timeZone, locale, currency, operation, buyer } = invoice;
  const lines = creditLines(credit);
  const sums = sumsOf(lines, currency);
  const mentions = legalMentionsFor(
    {
      issuedOn: localDateOf(taken.issuedAt, timeZone),
      vatRegime: invoice.seller.vatRegime,
      vatMentions: [],
      buyerIsBusiness: buyer.kind !== 'PERSON',
      operation,
      vatOnDebits: seller.vatOnDebits,
      isPayable: false,
    },
    locale,
    mentionsOf(seller, mentionList),
  );
  return {
    kind: 'CREDIT_NOTE',
    number: taken.number,
    issuedAt: taken.issuedAt,
    timeZone,
    corrects: { number: invoice.number, issuedOn: localDateOf(invoice.issuedAt, timeZone) },
    seller: invoice.seller,
    buyer,
    operation,
    priceBasis: 'GROSS',
    lines,
    totals: { ...sums, due: sums.gross, ...(currency === 'EUR' ? {} : { taxInEuros: inEuros(sums.tax) }) },
    payments: [refunded],
    ...(invoice.vatNote === undefined ? {} : { vatNote: invoice.vatNote }),
    notes: isOffset ? [offsetNotes[locale]] : [],
    legalMentions: mentions.footer,
    locale,
    currency,
  };
}

function creditLines({ invoice, amount, credited }: Credit): InvoiceLine[] {
  const { number, issuedAt, timeZone, locale } = invoice;
  const description = descriptions[locale](number, formatDate(localDateOf(issuedAt, timeZone), locale));
  return shareCredit(amount, { invoiced: invoice.totals.taxes, credited }).map(
    ({ category, rate, ...taxed }): InvoiceLine => {
      const exemptionCode = invoice.lines.find((line) => line.category === category)?.exemptionCode;
      return {
        description,
        quantity: one,
        unit: '',
        unitPrice: asUnitPrice(taxed.net),
        category,
        rate,
        ...(exemptionCode === undefined ? {} : { exemptionCode }),
        ...taxed,
      };
    },
  );
}
