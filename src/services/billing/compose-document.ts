import { DomainError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import { sumsOf, type PriceBasis } from '../kernel/invoice-sums.ts';
import type { Locale } from '../kernel/locale.ts';
import { inEuros, type Currency } from '../kernel/money.ts';
import { composeLines, type ComposedLine, type Discount } from '../kernel/priced-lines.ts';
import { unitCodeOf, unitWord } from '../kernel/unit-codes.ts';
import { standardRate, vatOf, type Operation, type VatTreatment } from '../kernel/vat.ts';
import { deductedLines, type DeductedDeposit } from './deduct-deposits.ts';
import { given } from './seller-facts.ts';
import type {
  InvoiceBuyer,
  InvoiceDocument,
  InvoiceKind,
  InvoiceLine,
  InvoicePayment,
  InvoiceTotals,
} from './invoice-document.ts';
import type { TakenNumber } from './invoice-number.ts';
import { legalMentionsFor, paymentMentionsOf, type DatedMention } from './legal-mentions.ts';
import { invoiceSeller, mentionsOf, type SellerFacts } from './seller-facts.ts';
import type { SoldLine } from './sold-line.ts';

export type Buyer = InvoiceBuyer & { readonly locale: Locale };

/** The business that sells, what the law wants said, and where instants become dates. */
export interface SellerTerms {
  readonly seller: SellerFacts;
  /** The legal mentions to choose from. */
  readonly mentionList: readonly DatedMention[];
  /** IANA zone in which instants become dates. */
  readonly timeZone: string;
}

/** What is sold to whom: all that an invoice is composed of, and a quote too. */
export interface SoldContent {
  readonly buyer: Buyer;
  readonly operation: Operation;
  /** Whether the prices of the lines are without VAT or include it. */
  readonly basis: PriceBasis;
  readonly currency: Currency;
  readonly lines: readonly SoldLine[];
  /** Taken off the whole. */
  readonly discount?: Discount | undefined;
}

export interface Composition extends SellerTerms, SoldContent {
  readonly kind: Exclude<InvoiceKind, 'CREDIT_NOTE'>;
  /** What a final invoice takes back, because it was invoiced before. */
  readonly deposits?: readonly DeductedDeposit[] | undefined;
  readonly payments: readonly InvoicePayment[];
  /** Local dates. */
  readonly dueOn: string;
  readonly suppliedOn?: string | null | undefined;
  readonly notes?: readonly string[];
}

/** Everything an invoice says, frozen on the day of issue. Refuses a rate that French law does not have with `VAT_RATE_UNKNOWN`. */
export function composeDocument(taken: TakenNumber, composition: Composition): InvoiceDocument {
  const { seller, mentionList, timeZone, buyer: known, operation, basis, currency } = composition;
  const { locale, ...buyer } = known;
  const issuedOn = localDateOf(taken.issuedAt, timeZone);
  const treatments = treatmentsOf(composition, issuedOn);
  const lines = [...composedLines(composition, treatments), ...deductedLines(composition.deposits ?? [], locale)];
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
    kind: composition.kind,
    number: taken.number,
    issuedAt: taken.issuedAt,
    timeZone,
    dueOn: composition.dueOn,
    ...given({ suppliedOn: composition.suppliedOn }),
    seller: invoiceSeller(seller, locale),
    buyer,
    operation,
    priceBasis: basis,
    lines,
    totals: totalsOf(lines, currency),
    payments: composition.payments,
    ...(mentions.vatNote === undefined ? {} : { vatNote: mentions.vatNote }),
    notes: composition.notes ?? [],
    legalMentions: mentions.footer,
    paymentMentions: paymentMentionsOf(catalogue, issuedOn, locale),
    locale,
    currency,
  };
}

/** The VAT of each line on that day. */
export function treatmentsOf(
  { seller, buyer, operation, lines }: Pick<Composition, 'seller' | 'buyer' | 'operation' | 'lines'>,
  on: string,
): VatTreatment[] {
  const hasVatNumber = buyer.vatNumber !== undefined;
  return lines.map(({ rate = standardRate }) => {
    const treatment = vatOf({ regime: seller.vatRegime, buyer: buyer.kind, hasVatNumber, operation, rate, on });
    if (treatment === null) throw new DomainError('VAT_RATE_UNKNOWN', { rate });
    return treatment;
  });
}

/** The lines of what is sold, each with all its figures. */
export function composedLines(
  { lines, basis, discount, buyer }: Pick<SoldContent, 'lines' | 'basis' | 'discount' | 'buyer'>,
  treatments: readonly VatTreatment[],
): InvoiceLine[] {
  const bearing = lines.map((line, i) => ({ ...line, ...vatKeyOf(treatments[i] as VatTreatment) }));
  return composeLines(bearing, { basis, discount }).map((figures: ComposedLine, i): InvoiceLine => {
    const { description, quantity, ...line } = lines[i] as SoldLine;
    const { exemptionCode, ...treatment } = treatments[i] as VatTreatment;
    return {
      description,
      quantity,
      ...unitOf(line, quantity, buyer.locale),
      ...vatKeyOf(treatment),
      ...(exemptionCode === null ? {} : { exemptionCode }),
      ...figures,
    };
  });
}

/** Its printed word, which its code says where nobody wrote one; and its code, which the word says. */
function unitOf(
  { unit, unitCode = unitCodeOf(unit) }: Pick<SoldLine, 'unit' | 'unitCode'>,
  quantity: number,
  locale: Locale,
) {
  return { unit: unit || unitWord(unitCode, quantity, locale), unitCode };
}

const vatKeyOf = ({ category, rate }: Pick<VatTreatment, 'category' | 'rate'>) => ({ category, rate });

export function totalsOf(lines: readonly InvoiceLine[], currency: Currency): InvoiceTotals {
  const sums = sumsOf(lines, currency);
  return { ...sums, due: sums.gross, ...(currency === 'EUR' ? {} : { taxInEuros: inEuros(sums.tax) }) };
}
