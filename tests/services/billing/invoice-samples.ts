/** Invoices to print: the ordinary cases, and knobs to make them odd. */
import { legalMentionsFor } from '../../../src/services/billing/legal-mentions.ts';
import type { InvoiceDocument, InvoiceLine, InvoiceSeller } from '../../../src/services/billing/invoice-document.ts';
import type { TaxAtRate } from '../../../src/services/kernel/invoice-sums.ts';
import { add, addTax, money, times } from '../../../src/services/kernel/money.ts';
import { asUnitPrice } from '../../../src/services/kernel/unit-price.ts';

export const seller: InvoiceSeller = {
  name: 'Staka Livres',
  legalForm: 'Entrepreneur individuel (EI)',
  address: ['12 rue des Écoles', '34000 Montpellier', 'France'],
  siren: '732829320',
  siret: '73282932000074',
  email: 'bonjour@staka-livres.example',
  phone: '+33\u00a04\u00a067\u00a000\u00a000\u00a000',
  iban: 'FR7630006000011234567890189',
  vatRegime: 'FRANCHISE',
};

export const company: InvoiceSeller = {
  ...seller,
  name: 'Atelier des Lettres & Fils',
  legalForm: 'SARL au capital de 10\u202f000\u00a0€',
  vatNumber: 'FR44732829320',
  vatRegime: 'STANDARD',
};

export const line = (description: string, quantity: number, unitCents: number, rate = 0, unit = ''): InvoiceLine => {
  const one = money(unitCents);
  return {
    description,
    quantity: quantity * 1_000,
    unit,
    unitPrice: asUnitPrice(one),
    category: rate === 0 ? 'E' : 'S',
    rate,
    ...addTax(times(one, quantity), rate),
  };
};

export function totalsOf(lines: readonly InvoiceLine[]): InvoiceDocument['totals'] {
  const byRate = new Map<number, TaxAtRate>();
  for (const { category, rate, net, tax } of lines) {
    const known = byRate.get(rate);
    byRate.set(rate, {
      category,
      rate,
      net: known ? add(known.net, net) : net,
      tax: known ? add(known.tax, tax) : tax,
    });
  }
  const sum = (of: 'net' | 'tax' | 'gross') => lines.reduce((total, each) => add(total, each[of]), money(0));
  return {
    net: sum('net'),
    tax: sum('tax'),
    gross: sum('gross'),
    due: sum('gross'),
    taxes: [...byRate.values()].sort((a, b) => b.rate - a.rate),
  };
}

/** A consumer's invoice from a seller under the franchise, paid by card. */
export function franchiseInvoice(changes: Partial<InvoiceDocument> = {}): InvoiceDocument {
  const lines = changes.lines ?? [
    line('Pack KDP : mise en page intérieure, couverture et fichier prêt à publier', 1, 35_000),
    line('Correction Standard du manuscrit « Les Œuvres de l’été »', 120, 200, 0, 'pages'),
  ];
  const kind = changes.kind ?? 'INVOICE';
  const from = changes.seller ?? seller;
  const locale = changes.locale ?? 'fr';
  const mentions = legalMentionsFor(
    {
      issuedOn: '2026-11-20',
      vatRegime: from.vatRegime,
      vatMentions: from.vatRegime === 'FRANCHISE' ? ['FRANCHISE'] : [],
      buyerIsBusiness: changes.buyer !== undefined && changes.buyer.kind !== 'PERSON',
      operation: 'SERVICES',
      vatOnDebits: false,
      isPayable: kind !== 'CREDIT_NOTE',
    },
    locale,
  );
  const totals = changes.totals ?? totalsOf(lines);
  return {
    kind,
    number: 'FACT-2026-000001',
    issuedAt: new Date('2026-11-20T15:04:05.678Z'),
    timeZone: 'Europe/Paris',
    dueOn: '2026-11-20',
    suppliedOn: '2026-11-20',
    seller: from,
    buyer: {
      name: 'Hélène Noël-Lefèvre',
      address: ['8 bis, allée des Érables', '67000 Strasbourg', 'France'],
      email: 'helene@exemple.fr',
      kind: 'PERSON',
    },
    operation: 'SERVICES',
    priceBasis: 'NET',
    lines,
    totals,
    payments: [{ paidAt: new Date('2026-11-20T15:03:00Z'), method: 'CARD', amount: totals.due }],
    ...(mentions.vatNote === undefined ? {} : { vatNote: mentions.vatNote }),
    notes: [],
    legalMentions: mentions.footer,
    locale,
    currency: 'EUR',
    ...changes,
  };
}

/** A company's invoice with two rates of VAT, to be paid by transfer. */
export const standardInvoice = (changes: Partial<InvoiceDocument> = {}): InvoiceDocument =>
  franchiseInvoice({
    seller: company,
    number: 'FACT-2026-000002',
    dueOn: '2026-12-20',
    payments: [],
    buyer: {
      name: 'Éditions du Fleuve SAS',
      address: ['Service comptabilité', '45 quai de la Loire', '44000 Nantes', 'France'],
      email: 'compta@fleuve.example',
      siren: '552100554',
      vatNumber: 'FR83552100554',
      kind: 'FRENCH_BUSINESS',
    },
    lines: [
      line(
        'Pack Rédaction : réécriture complète et suivi éditorial sur huit semaines, avec deux lectures croisées',
        1,
        145_000,
        2000,
      ),
      line('Correction Standard', 240, 200, 2000, 'pages'),
      line('Exemplaires imprimés', 25, 1_190, 550, 'ex.'),
    ],
    notes: ['Merci de votre confiance.'],
    ...changes,
  });

export const creditNote = (changes: Partial<InvoiceDocument> = {}): InvoiceDocument => {
  const { dueOn: _none, ...invoice } = standardInvoice({
    kind: 'CREDIT_NOTE',
    number: 'AVOIR-2026-000001',
    corrects: { number: 'FACT-2026-000002', issuedOn: '2026-11-20' },
    lines: [line('Correction Standard : 40 pages non réalisées', 40, 200, 2000, 'pages')],
    notes: [],
    payments: [{ paidAt: new Date('2026-11-24T09:00:00Z'), method: 'TRANSFER', amount: money(9_600) }],
    ...changes,
  });
  return invoice;
};

export const longInvoice = (changes: Partial<InvoiceDocument> = {}): InvoiceDocument =>
  standardInvoice({
    number: 'FACT-2026-000003',
    lines: Array.from({ length: 60 }, (_, i) =>
      line(
        `Chapitre ${i + 1} : relecture${i % 7 === 0 ? ', vérification des citations latines, harmonisation des notes et de la bibliographie' : ''}`,
        10 + (i % 5),
        200 + i,
        i % 4 === 0 ? 550 : 2000,
        'pages',
      ),
    ),
    ...changes,
  });
