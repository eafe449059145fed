import { formatDate, localDateOf } from '../kernel/format.ts';
import { creditAtRates, shareCredit, shareOverLines, type Credited } from '../kernel/credit.ts';
import { sumsOf, type VatKey } from '../kernel/invoice-sums.ts';
import type { Locale } from '../kernel/locale.ts';
import { inEuros, type Money, type Taxed } from '../kernel/money.ts';
import { asUnitPrice, one } from '../kernel/unit-price.ts';
import type { InvoiceDocument, InvoiceLine, InvoicePayment } from './invoice-document.ts';
import type { TakenNumber } from './invoice-number.ts';
import { legalMentionsFor, type DatedMention } from './legal-mentions.ts';
import { given, mentionsOf, type SellerFacts } from './seller-facts.ts';

/** So much of a line of the invoice, VAT included. */
export interface CreditedLine {
  readonly line: InvoiceLine;
  readonly gross: Money;
}

/** What is taken back: an amount of the whole, shared over its rates by what is left of each, or amounts of its lines. */
export type WantedCredit = { readonly amount: Money } | { readonly lines: readonly CreditedLine[] };

export interface Credit {
  /** The invoice that it corrects, as it was issued. */
  readonly invoice: InvoiceDocument;
  readonly wanted: WantedCredit;
  /** What earlier credit notes took, by rate. */
  readonly credited: Credited['credited'];
  /** How the amount went back, where it has. */
  readonly refunded?: InvoicePayment | undefined;
  /** It pays another invoice instead. */
  readonly isOffset?: boolean | undefined;
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

/** Everything a credit note says: seller, buyer and VAT are those of its invoice. */
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
    payments: refunded === undefined ? [] : [refunded],
    ...(invoice.vatNote === undefined ? {} : { vatNote: invoice.vatNote }),
    notes: isOffset === true ? [offsetNotes[locale]] : [],
    legalMentions: mentions.footer,
    locale,
    currency,
  };
}

const creditLines = ({ invoice, wanted, credited }: Credit): InvoiceLine[] => {
  const taken = { invoiced: invoice.totals.taxes, credited };
  return 'lines' in wanted ? ofLines(wanted.lines, taken) : ofWhole(invoice, shareCredit(wanted.amount, taken));
};

/** One line for each rate. */
function ofWhole(invoice: InvoiceDocument, shares: readonly (VatKey & Taxed)[]): InvoiceLine[] {
  const { number, issuedAt, timeZone, locale } = invoice;
  const description = descriptions[locale](number, formatDate(localDateOf(issuedAt, timeZone), locale));
  return shares.map((share): InvoiceLine => {
    const exemptionCode = invoice.lines.find((line) => line.category === share.category)?.exemptionCode;
    return { description, ...given({ exemptionCode }), ...figures(share) };
  });
}

/** One line for each that is named. */
function ofLines(lines: readonly CreditedLine[], credited: Credited): InvoiceLine[] {
  const grosses = lines.map(({ line: { category, rate }, gross }) => ({ category, rate, gross }));
  return creditAtRates(grosses, credited).flatMap((share) => {
    const own = lines.filter(({ line }) => line.category === share.category && line.rate === share.rate);
    const shares = shareOverLines(
      own.map(({ gross }) => gross),
      share,
    );
    return own.map(({ line: { description, exemptionCode } }, i): InvoiceLine => {
      const taxed = shares[i] as Taxed;
      return {
        description,
        ...given({ exemptionCode }),
        ...figures({ category: share.category, rate: share.rate, ...taxed }),
      };
    });
  });
}

const figures = (share: VatKey & Taxed) => ({ quantity: one, unit: '', unitPrice: asUnitPrice(share.net), ...share });
