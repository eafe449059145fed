/**
 * The mentions the law wants on an invoice, as dated data: which words, for whom, from when until when. They are chosen
 * once, on the day of issue, and frozen into the invoice. A change of law is a new row, never an edit of an old one.
 *
 * Sources: CGI ann. II art. 242 nonies A (content of invoices); CGI art. 293 B (franchise); C. com. art. L441-9, L441-10
 * and D441-5 (penalties, recovery fee); décret 2022-1299 (nature of the operation, option for debits). VAT law moved to
 * the CIBS on 2026-09-01 (ordonnance 2025-1247); invoices may cite the CGI until 2027-12-31. The CIBS wording is to be
 * confirmed by an accountant before 2028.
 */
import type { Locale } from '../kernel/locale.ts';
import type { Operation, VatMention, VatRegime } from '../kernel/vat.ts';

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

export interface LegalMention {
  readonly key: string;
  /** First and last local dates of issue it applies to; absent means without bound. */
  readonly from?: string;
  readonly until?: string;
  readonly place: 'TOTALS' | 'FOOTER';
  readonly applies: (terms: MentionTerms) => boolean;
  readonly text: Readonly<Record<Locale, string>>;
}

const isFranchise = (terms: MentionTerms): boolean => terms.vatRegime === 'FRANCHISE';
const betweenBusinesses = (terms: MentionTerms): boolean => terms.buyerIsBusiness && terms.isPayable;

/** French law. A deployment elsewhere passes its own list to `legalMentionsFor`. */
export const frenchMentions: readonly LegalMention[] = [
  {
    key: 'franchise-cgi',
    until: '2027-12-31',
    place: 'TOTALS',
    applies: isFranchise,
    text: {
      fr: 'TVA non applicable, art. 293 B du CGI',
      en: 'VAT not applicable, article 293 B of the French tax code (CGI)',
    },
  },
  {
    key: 'franchise-cibs',
    from: '2028-01-01',
    place: 'TOTALS',
    applies: isFranchise,
    text: {
      fr: 'TVA non applicable, art. L. 223-1 du CIBS',
      en: 'VAT not applicable, article L. 223-1 of the French CIBS code',
    },
  },
  {
    key: 'reverse-charge',
    place: 'TOTALS',
    applies: ({ vatMentions }) => vatMentions.includes('REVERSE_CHARGE'),
    text: {
      fr: 'Autoliquidation (art. 196 de la directive 2006/112/CE)',
      en: 'Reverse charge (article 196 of Directive 2006/112/EC)',
    },
  },
  {
    key: 'outside-eu',
    place: 'TOTALS',
    applies: ({ vatMentions }) => vatMentions.includes('OUTSIDE_EU'),
    text: {
      fr: 'TVA non applicable, preneur établi hors de l’Union européenne (art. 44 de la directive 2006/112/CE)',
      en: 'VAT not applicable, customer established outside the European Union (article 44 of Directive 2006/112/EC)',
    },
  },
  {
    key: 'operation-services',
    from: '2026-09-01',
    place: 'FOOTER',
    applies: ({ operation }) => operation === 'SERVICES',
    text: {
      fr: 'Nature de l’opération\u00a0: prestation de services.',
      en: 'Nature of the operation: supply of services.',
    },
  },
  {
    key: 'operation-goods',
    from: '2026-09-01',
    place: 'FOOTER',
    applies: ({ operation }) => operation === 'GOODS',
    text: { fr: 'Nature de l’opération\u00a0: livraison de biens.', en: 'Nature of the operation: supply of goods.' },
  },
  {
    key: 'operation-mixed',
    from: '2026-09-01',
    place: 'FOOTER',
    applies: ({ operation }) => operation === 'MIXED',
    text: {
      fr: 'Nature de l’opération\u00a0: livraison de biens et prestation de services.',
      en: 'Nature of the operation: supply of goods and services.',
    },
  },
  {
    key: 'vat-on-debits',
    from: '2026-09-01',
    place: 'FOOTER',
    applies: (terms) => terms.vatOnDebits && !isFranchise(terms),
    text: {
      fr: 'Option pour le paiement de la taxe d’après les débits.',
      en: 'VAT is payable on invoicing (option for debits).',
    },
  },
  {
    key: 'no-discount',
    place: 'FOOTER',
    applies: betweenBusinesses,
    text: { fr: 'Pas d’escompte pour paiement anticipé.', en: 'No discount for early payment.' },
  },
  {
    key: 'late-penalty',
    place: 'FOOTER',
    applies: betweenBusinesses,
    text: {
      fr: 'Tout retard de paiement entraîne, dès le lendemain de l’échéance, des pénalités au taux directeur de la Banque centrale européenne majoré de 10\u00a0points (art.\u00a0L.\u00a0441-10 du code de commerce).',
      en: 'Late payment bears interest from the day after the due date at the European Central Bank’s refinancing rate plus 10\u00a0points (article L.\u00a0441-10 of the French commercial code).',
    },
  },
  {
    key: 'recovery-fee',
    from: '2013-01-01',
    place: 'FOOTER',
    applies: betweenBusinesses,
    text: {
      fr: 'Indemnité forfaitaire pour frais de recouvrement en cas de retard\u00a0: 40\u00a0€ (art.\u00a0D.\u00a0441-5 du code de commerce).',
      en: 'Fixed compensation for recovery costs in case of late payment: €40 (article D.\u00a0441-5 of the French commercial code).',
    },
  },
];

export interface ChosenMentions {
  /** Why there is no VAT, when there is none. */
  readonly vatNote?: string;
  readonly footer: readonly string[];
}

/** The mentions of an invoice issued under these terms, worded in its language and ready to be frozen into it. */
export function legalMentionsFor(terms: MentionTerms, locale: Locale, catalogue = frenchMentions): ChosenMentions {
  const inForce = ({ from, until }: LegalMention): boolean =>
    (from === undefined || from <= terms.issuedOn) && (until === undefined || terms.issuedOn <= until);
  const chosen = catalogue.filter((mention) => inForce(mention) && mention.applies(terms));
  const worded = (place: LegalMention['place']): string[] =>
    chosen.filter((mention) => mention.place === place).map(({ text }) => text[locale]);
  const vatNote = worded('TOTALS').join(' ');
  return { ...(vatNote === '' ? {} : { vatNote }), footer: worded('FOOTER') };
}
