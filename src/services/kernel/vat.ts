/**
 * Which VAT a line bears, as one table: the seller's regime, the buyer, the kind of operation and the date decide the
 * category, the rate, the code of the exemption and what the invoice must say.
 *
 * Sources: CGI art. 293 B (franchise), 259-1 and 283-2 (services to businesses: place of taxation, reverse charge), 278 s.
 * and 281 nonies (rates), 296 (overseas); EN 16931 (categories, BR-E, BR-AE, BR-O rules); code list VATEX.
 */

/** FRANCHISE: no VAT is charged (small businesses). STANDARD: VAT at the rate of each line. */
export const vatRegimes = ['FRANCHISE', 'STANDARD'] as const;
export type VatRegime = (typeof vatRegimes)[number];

/** A person, wherever they live; a business in France, elsewhere in the European Union, or outside it. */
export const buyerKinds = ['PERSON', 'FRENCH_BUSINESS', 'EU_BUSINESS', 'OTHER_BUSINESS'] as const;
export type BuyerKind = (typeof buyerKinds)[number];

/** What is sold: services, goods, or both in one. */
export const operations = ['SERVICES', 'GOODS', 'MIXED'] as const;
export type Operation = (typeof operations)[number];

/** S: taxed. E: exempt. AE: the buyer owes the tax (reverse charge). O: outside the scope of French VAT. */
export const vatCategories = ['S', 'E', 'AE', 'O'] as const;
export type VatCategory = (typeof vatCategories)[number];

/** Why no VAT is charged: what a dated legal mention words. */
export type VatMention = 'FRANCHISE' | 'REVERSE_CHARGE' | 'OUTSIDE_EU';

/** Where a legal mention stands: under the totals, or at the foot of the last page. */
export const mentionPlaces = ['TOTALS', 'FOOTER'] as const;
export type MentionPlace = (typeof mentionPlaces)[number];

/** Which invoices a legal mention is for. */
export const mentionConditions = [
  'ALWAYS',
  'FRANCHISE',
  'REVERSE_CHARGE',
  'OUTSIDE_EU',
  'SERVICES',
  'GOODS',
  'MIXED',
  'VAT_ON_DEBITS',
  'BUSINESS_TO_PAY',
] as const;
export type MentionCondition = (typeof mentionConditions)[number];

/** How the seller's tax number stands in the XML: as a VAT number, as a fiscal one, or not at all (BR-O-02). */
export type SellerTaxScheme = 'VA' | 'FC' | 'NONE';

export interface VatTreatment {
  readonly category: VatCategory;
  /** Basis points; 0 where no VAT is charged. */
  readonly rate: number;
  /** The code of the exemption; null where VAT is charged. */
  readonly exemptionCode: string | null;
  readonly mention: VatMention | null;
  readonly sellerTaxScheme: SellerTaxScheme;
}

export interface VatCase {
  readonly regime: VatRegime;
  readonly buyer: BuyerKind;
  /** Whether the buyer gave a VAT number: without one, a business elsewhere in the Union is charged French VAT. */
  readonly hasVatNumber: boolean;
  readonly operation: Operation;
  /** What the line would bear in France, in basis points. */
  readonly rate: number;
  /** The local date of issue: `2026-11-20`. */
  readonly on: string;
}

/** The rates of French VAT in basis points, each with the first day on which it may be charged. 8.5 % is overseas. */
export const frenchRates: readonly { readonly rate: number; readonly since: string }[] = [
  { rate: 2_000, since: '2014-01-01' },
  { rate: 1_000, since: '2014-01-01' },
  { rate: 850, since: '1995-08-01' },
  { rate: 550, since: '1982-07-01' },
  { rate: 210, since: '1986-01-01' },
];

/** The usual rate, in basis points. */
export const standardRate = 2_000;

const isFrenchRate = (asked: number, on: string): boolean =>
  frenchRates.some(({ rate, since }) => rate === asked && since <= on);

interface VatRule {
  readonly applies: (vatCase: VatCase) => boolean;
  readonly treatment: Omit<VatTreatment, 'rate'>;
}

/** The first rule that applies decides; where none does, VAT is charged at the line's own rate. */
const exceptions: readonly VatRule[] = [
  {
    applies: ({ regime }) => regime === 'FRANCHISE',
    treatment: {
      category: 'E',
      exemptionCode: 'VATEX-FR-FRANCHISE',
      mention: 'FRANCHISE',
      sellerTaxScheme: 'FC',
    },
  },
  {
    applies: ({ buyer, operation, hasVatNumber }) =>
      buyer === 'EU_BUSINESS' && operation === 'SERVICES' && hasVatNumber,
    treatment: { category: 'AE', exemptionCode: 'VATEX-EU-AE', mention: 'REVERSE_CHARGE', sellerTaxScheme: 'VA' },
  },
  {
    applies: ({ buyer, operation }) => buyer === 'OTHER_BUSINESS' && operation === 'SERVICES',
    treatment: { category: 'O', exemptionCode: 'VATEX-EU-O', mention: 'OUTSIDE_EU', sellerTaxScheme: 'NONE' },
  },
];

const taxed: Omit<VatTreatment, 'rate'> = {
  category: 'S',
  exemptionCode: null,
  mention: null,
  sellerTaxScheme: 'VA',
};

/**
 * The VAT of a line; null when VAT is to be charged at a rate that French law does not have on that day. Goods sent abroad
 * are charged French VAT: their exemption needs a proof of transport, which nobody gives to this system.
 */
export function vatOf(vatCase: VatCase): VatTreatment | null {
  const exception = exceptions.find(({ applies }) => applies(vatCase));
  if (exception !== undefined) return { ...exception.treatment, rate: 0 };
  return isFrenchRate(vatCase.rate, vatCase.on) ? { ...taxed, rate: vatCase.rate } : null;
}

/** What the invoice is to the tax office (French note BAR): between businesses in France, with a foreign one, to a person. */
export const tradeKindOf = (buyer: BuyerKind): 'B2B' | 'B2BINT' | 'B2C' => tradeKinds[buyer];

const tradeKinds = {
  PERSON: 'B2C',
  FRENCH_BUSINESS: 'B2B',
  EU_BUSINESS: 'B2BINT',
  OTHER_BUSINESS: 'B2BINT',
} as const satisfies Record<BuyerKind, string>;
