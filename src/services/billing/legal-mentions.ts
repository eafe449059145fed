/**
 * The mentions the law wants on an invoice, as dated data: which words, for whom, from when on. They are chosen once, on the
 * day of issue, and frozen into the invoice. A change of law is another mention with the same code, never an edit. The list
 * here is what an empty database begins with; afterwards an admin adds to it (`addLegalMention`).
 *
 * Sources: CGI ann. II art. 242 nonies A (content of invoices); CGI art. 293 B (franchise); C. com. art. L441-9, L441-10
 * and D441-5 (penalties, recovery fee); décret 2022-1299 (nature of the operation, option for debits). VAT law moved to
 * the CIBS on 2026-09-01 (ordonnance 2025-1247); invoices may cite the CGI until 2027-12-31. The CIBS wording is to be
 * confirmed by an accountant before 2028.
 */
import type { Locale } from '../kernel/locale.ts';
import type { PaymentMentions } from './invoice-document.ts';
import type { MentionCondition, MentionPlace, Operation, VatMention, VatRegime } from '../kernel/vat.ts';

/** What decides whether a mention applies. */
export interface MentionTerms {
  /** Local date of issue, `2026-11-20`. */
  readonly issuedOn: string;
  readonly vatRegime: VatRegime;
  /** Why lines are charged no VAT (`vatOf`); empty when all are. */
  readonly vatMentions: readonly VatMention[];
  readonly buyerIsBusiness: boolean;
  readonly operation: Operation;
  /** The seller chose to owe VAT when invoicing rather than when paid. */
  readonly vatOnDebits: boolean;
  /** False for credit notes: nothing is to be paid. */
  readonly isPayable: boolean;
}

export interface DatedMention {
  readonly code: string;
  readonly place: MentionPlace;
  readonly appliesTo: MentionCondition;
  readonly textFr: string;
  readonly textEn: string;
  /** First and last local dates of issue it stands on; null: until another with its code begins. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly source: string;
}

const conditions: Readonly<Record<MentionCondition, (terms: MentionTerms) => boolean>> = {
  ALWAYS: () => true,
  FRANCHISE: ({ vatRegime }) => vatRegime === 'FRANCHISE',
  REVERSE_CHARGE: ({ vatMentions }) => vatMentions.includes('REVERSE_CHARGE'),
  OUTSIDE_EU: ({ vatMentions }) => vatMentions.includes('OUTSIDE_EU'),
  SERVICES: ({ operation }) => operation === 'SERVICES',
  GOODS: ({ operation }) => operation === 'GOODS',
  MIXED: ({ operation }) => operation === 'MIXED',
  VAT_ON_DEBITS: ({ vatOnDebits, vatRegime }) => vatOnDebits && vatRegime === 'STANDARD',
  BUSINESS_TO_PAY: ({ buyerIsBusiness, isPayable }) => buyerIsBusiness && isPayable,
};

const beginning = '1900-01-01';
const decree = 'Décret 2022-1299';
const directive = 'Directive 2006/112/CE';

/** French law, as an empty database begins with it. */
export const frenchMentions: readonly DatedMention[] = [
  {
    code: 'franchise',
    place: 'TOTALS',
    appliesTo: 'FRANCHISE',
    textFr: 'TVA non applicable, art. 293 B du CGI',
    textEn: 'VAT not applicable, article 293 B of the French tax code (CGI)',
    validFrom: beginning,
    validUntil: null,
    source: 'CGI art. 293 B',
  },
  {
    code: 'franchise',
    place: 'TOTALS',
    appliesTo: 'FRANCHISE',
    textFr: 'TVA non applicable, art. L. 223-1 du CIBS',
    textEn: 'VAT not applicable, article L. 223-1 of the French CIBS code',
    validFrom: '2028-01-01',
    validUntil: null,
    source: 'CIBS art. L. 223-1, ordonnance 2025-1247',
  },
  {
    code: 'reverse-charge',
    place: 'TOTALS',
    appliesTo: 'REVERSE_CHARGE',
    textFr: 'Autoliquidation (art. 196 de la directive 2006/112/CE)',
    textEn: 'Reverse charge (article 196 of Directive 2006/112/EC)',
    validFrom: beginning,
    validUntil: null,
    source: `${directive} art. 196 et 226, CGI art. 283-2`,
  },
  {
    code: 'outside-eu',
    place: 'TOTALS',
    appliesTo: 'OUTSIDE_EU',
    textFr: 'TVA non applicable, preneur établi hors de l’Union européenne (art. 44 de la directive 2006/112/CE)',
    textEn: 'VAT not applicable, customer established outside the European Union (article 44 of Directive 2006/112/EC)',
    validFrom: beginning,
    validUntil: null,
    source: `${directive} art. 44, CGI art. 259`,
  },
  {
    code: 'operation-services',
    place: 'FOOTER',
    appliesTo: 'SERVICES',
    textFr: 'Nature de l’opération\u00a0: prestation de services.',
    textEn: 'Nature of the operation: supply of services.',
    validFrom: '2026-09-01',
    validUntil: null,
    source: decree,
  },
  {
    code: 'operation-goods',
    place: 'FOOTER',
    appliesTo: 'GOODS',
    textFr: 'Nature de l’opération\u00a0: livraison de biens.',
    textEn: 'Nature of the operation: supply of goods.',
    validFrom: '2026-09-01',
    validUntil: null,
    source: decree,
  },
  {
    code: 'operation-mixed',
    place: 'FOOTER',
    appliesTo: 'MIXED',
    textFr: 'Nature de l’opération\u00a0: livraison de biens et prestation de services.',
    textEn: 'Nature of the operation: supply of goods and services.',
    validFrom: '2026-09-01',
    validUntil: null,
    source: decree,
  },
  {
    code: 'vat-on-debits',
    place: 'FOOTER',
    appliesTo: 'VAT_ON_DEBITS',
    textFr: 'Option pour le paiement de la taxe d’après les débits.',
    textEn: 'VAT is payable on invoicing (option for debits).',
    validFrom: '2026-09-01',
    validUntil: null,
    source: decree,
  },
  {
    code: 'no-discount',
    place: 'FOOTER',
    appliesTo: 'BUSINESS_TO_PAY',
    textFr: 'Pas d’escompte pour paiement anticipé.',
    textEn: 'No discount for early payment.',
    validFrom: beginning,
    validUntil: null,
    source: 'C. com. art. L441-9',
  },
  {
    code: 'late-penalty',
    place: 'FOOTER',
    appliesTo: 'BUSINESS_TO_PAY',
    textFr:
      'Tout retard de paiement entraîne, dès le lendemain de l’échéance, des pénalités au taux directeur de la Banque centrale européenne majoré de 10\u00a0points (art.\u00a0L.\u00a0441-10 du code de commerce).',
    textEn:
      'Late payment bears interest from the day after the due date at the European Central Bank’s refinancing rate plus 10\u00a0points (article L.\u00a0441-10 of the French commercial code).',
    validFrom: beginning,
    validUntil: null,
    source: 'C. com. art. L441-10',
  },
  {
    code: 'recovery-fee',
    place: 'FOOTER',
    appliesTo: 'BUSINESS_TO_PAY',
    textFr:
      'Indemnité forfaitaire pour frais de recouvrement en cas de retard\u00a0: 40\u00a0€ (art.\u00a0D.\u00a0441-5 du code de commerce).',
    textEn:
      'Fixed compensation for recovery costs in case of late payment: €40 (article D.\u00a0441-5 of the French commercial code).',
    validFrom: '2013-01-01',
    validUntil: null,
    source: 'C. com. art. D441-5',
  },
];

/** Of each code the mention that began last; of two on one day the later in the list. In the order of the codes' first mentions. */
export function mentionsInForce(catalogue: readonly DatedMention[], on: string): DatedMention[] {
  const byCode = new Map<string, DatedMention>();
  for (const mention of catalogue) {
    const known = byCode.get(mention.code);
    if (mention.validFrom <= on && (known === undefined || known.validFrom <= mention.validFrom))
      byCode.set(mention.code, mention);
  }
  return [...byCode.values()].filter(({ validUntil }) => validUntil === null || on <= validUntil);
}

export interface ChosenMentions {
  /** Why there is no VAT, when there is none. */
  readonly vatNote?: string;
  readonly footer: readonly string[];
}

/** The mentions of an invoice issued under these terms, worded in its language and ready to be frozen into it. */
export function legalMentionsFor(
  terms: MentionTerms,
  locale: Locale,
  catalogue: readonly DatedMention[] = frenchMentions,
): ChosenMentions {
  const chosen = mentionsInForce(catalogue, terms.issuedOn).filter(({ appliesTo }) => conditions[appliesTo](terms));
  const worded = (place: MentionPlace): string[] =>
    chosen
      .filter((mention) => mention.place === place)
      .map(({ textFr, textEn }) => (locale === 'fr' ? textFr : textEn));
  const vatNote = worded('TOTALS').join(' ');
  return { ...(vatNote === '' ? {} : { vatNote }), footer: worded('FOOTER') };
}

/** What stands about paying late and early on that day, for every e-invoice; `frenchMentions` where a list has not all three. */
export function paymentMentionsOf(
  catalogue: readonly DatedMention[],
  issuedOn: string,
  locale: Locale,
): PaymentMentions {
  const inForce = [...mentionsInForce(catalogue, issuedOn), ...frenchMentions];
  const worded = (code: string): string => {
    const mention = inForce.find((each) => each.code === code);
    return (locale === 'fr' ? mention?.textFr : mention?.textEn) ?? '';
  };
  return {
    latePenalty: worded('late-penalty'),
    recoveryFee: worded('recovery-fee'),
    discount: worded('no-discount'),
  };
}
