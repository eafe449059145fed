/** The invoices of the goldens: each case of the VAT table, deposits, credit notes, francs, many lines. */
import { composeInvoice } from '../../../../src/services/billing/compose-invoice.ts';
import type {
  EarlierInvoice,
  InvoiceBuyer,
  InvoiceDocument,
  InvoiceLine,
  InvoiceSeller,
} from '../../../../src/services/billing/invoice-document.ts';
import {
  frenchMentions,
  legalMentionsFor,
  paymentMentionsOf,
} from '../../../../src/services/billing/legal-mentions.ts';
import { sellerFromConfig } from '../../../../src/services/billing/seller-facts.ts';
import { sumsOf, taxLines } from '../../../../src/services/kernel/invoice-sums.ts';
import { inEuros, money, subtract, type Currency, type Money } from '../../../../src/services/kernel/money.ts';
import { asUnitPrice, priceOf, unitPrice } from '../../../../src/services/kernel/unit-price.ts';
import { vatOf, type VatTreatment } from '../../../../src/services/kernel/vat.ts';
import { readConfig } from '../../../../src/services/platform/config.ts';
import { belgian, company, franchise, person, publisher, swiss } from './parties.ts';

interface Row {
  readonly description: string;
  /** Thousandths. */
  readonly quantity: number;
  readonly unit?: string;
  /** Ten-thousandths. */
  readonly price: number;
  readonly rate?: number;
  /** Taken off, net. */
  readonly discount?: number;
}
interface Deducted {
  readonly deposit: EarlierInvoice;
  readonly rate: number;
  readonly net: number;
  readonly tax: number;
}

export type Changes = Partial<Omit<InvoiceDocument, 'lines' | 'totals'>> & {
  readonly rows: readonly Row[];
  readonly deducted?: readonly Deducted[];
};

const issuedOn = '2026-11-20';

function treatmentOf(seller: InvoiceSeller, buyer: InvoiceBuyer, rate: number): VatTreatment {
  const treatment = vatOf({
    regime: seller.vatRegime,
    buyer: buyer.kind,
    hasVatNumber: buyer.vatNumber !== undefined,
    operation: 'SERVICES',
    rate,
    on: issuedOn,
  });
  if (treatment === null) throw new Error(`No such rate: ${rate}`);
  return treatment;
}

function linesOf(rows: readonly Row[], treatments: readonly VatTreatment[], currency: Currency): InvoiceLine[] {
  const nets = rows.map(({ quantity, price, discount = 0 }) =>
    subtract(priceOf(quantity, unitPrice(price, currency)), money(discount, currency)),
  );
  const taxed = taxLines(
    nets.map((amount, i) => ({ ...treatments[i]!, amount })),
    'NET',
  );
  return rows.map(({ description, quantity, unit = '', price, discount }, i) => {
    const { category, rate, exemptionCode } = treatments[i]!;
    return {
      description,
      quantity,
      unit,
      unitPrice: unitPrice(price, currency),
      ...(discount === undefined ? {} : { discount: money(discount, currency) }),
      category,
      rate,
      ...(exemptionCode === null ? {} : { exemptionCode }),
      ...taxed[i]!,
    };
  });
}

const deductedLine = ({ deposit, rate, net, tax }: Deducted): InvoiceLine => ({
  description: `Acompte ${deposit.number} déduit`,
  quantity: -1_000,
  unit: '',
  unitPrice: asUnitPrice(money(net)),
  category: 'S',
  rate,
  net: money(-net),
  tax: money(-tax),
  gross: money(-net - tax),
  deposit,
});

/** An invoice whose prices are without VAT, to the business `publisher` unless changed, to be paid. */
export function invoice({ rows, deducted = [], ...changes }: Changes): InvoiceDocument {
  const { seller = company, buyer = publisher, currency = 'EUR', locale = 'fr', kind = 'INVOICE' } = changes;
  const treatments = rows.map(({ rate = 2_000 }) => treatmentOf(seller, buyer, rate));
  const lines = [...linesOf(rows, treatments, currency), ...deducted.map(deductedLine)];
  const sums = sumsOf(lines, currency);
  const mentions = legalMentionsFor(
    {
      issuedOn,
      vatRegime: seller.vatRegime,
      vatMentions: treatments.flatMap(({ mention }) => mention ?? []),
      buyerIsBusiness: buyer.kind !== 'PERSON',
      operation: 'SERVICES',
      vatOnDebits: false,
      isPayable: kind !== 'CREDIT_NOTE',
    },
    locale,
  );
  return {
    kind,
    number: 'FACT-2026-000001',
    issuedAt: new Date('2026-11-20T15:04:05.678Z'),
    timeZone: 'Europe/Paris',
    ...(kind === 'CREDIT_NOTE' ? {} : { dueOn: '2026-12-20' }),
    suppliedOn: '2026-11-18',
    seller,
    buyer,
    operation: 'SERVICES',
    priceBasis: 'NET',
    lines,
    totals: { ...sums, due: sums.gross, ...(currency === 'EUR' ? {} : { taxInEuros: inEuros(sums.tax) }) },
    payments: [],
    ...(mentions.vatNote === undefined ? {} : { vatNote: mentions.vatNote }),
    notes: [],
    legalMentions: mentions.footer,
    paymentMentions: paymentMentionsOf(frenchMentions, issuedOn, locale),
    locale,
    currency,
    ...changes,
  };
}

const paid = (document: InvoiceDocument, amount: Money = document.totals.due): InvoiceDocument => ({
  ...document,
  payments: [{ paidAt: new Date('2026-11-20T15:03:00Z'), method: 'CARD', amount }],
});

const correction: Row = {
  description: 'Correction de manuscrit « L’Été »',
  quantity: 240_000,
  unit: 'pages',
  price: 20_000,
};
const writing: Row = { description: 'Réécriture complète', quantity: 1_000, price: 14_500_000 };
const copies: Row = { description: 'Exemplaires imprimés', quantity: 25_000, unit: 'ex.', price: 119_000, rate: 550 };
const work = [writing, correction, copies];
const first = { number: 'FACT-2026-000011', issuedOn: '2026-10-02' };
const second = { number: 'FACT-2026-000012', issuedOn: '2026-11-02' };
const corrects = { number: 'FACT-2026-000002', issuedOn: '2026-11-10' };

const settings = readConfig({ NODE_ENV: 'test', SELLER_VAT_REGIME: 'STANDARD' });
const mixedRates = composeInvoice(
  { series: 'FACT-2026', sequence: 3, number: 'FACT-2026-000003', issuedAt: new Date('2026-11-20T15:04:05Z') },
  {
    seller: sellerFromConfig(settings),
    mentionList: frenchMentions,
    timeZone: settings.TIME_ZONE,
    bill: {
      payer: { userId: 'p' },
      description: 'd',
      returnPath: '/',
      lines: [
        { description: 'Correction Standard', quantity: 7, unit: 'pages', gross: money(1_001), rate: 2_000 },
        { description: 'Correction Standard, suite', quantity: 1, unit: '', gross: money(1_001), rate: 2_000 },
        { description: 'Livre imprimé', quantity: 3, unit: '', gross: money(3_570), rate: 550 },
      ],
      total: money(5_572),
    },
    buyer: { ...person, locale: 'fr' },
    paidAt: new Date('2026-11-20T15:03:00Z'),
    method: 'CARD',
  },
);

/** By the name of its golden. */
export const samples: Readonly<Record<string, InvoiceDocument>> = {
  'franchise-business': invoice({
    seller: franchise,
    rows: [
      { ...correction, price: 12_345 },
      { description: 'Relecture', quantity: 1_500, unit: 'h', price: 800_000 },
    ],
  }),
  'standard-business': invoice({
    number: 'FACT-2026-000002',
    rows: [writing, { ...correction, discount: 4_800 }],
    notes: ['Merci de votre confiance.'],
  }),
  'mixed-rates-person-paid': mixedRates,
  'reverse-charge': invoice({ buyer: belgian, locale: 'en', rows: [writing, correction] }),
  'outside-union': invoice({ buyer: swiss, rows: [writing, correction] }),
  'deposit-paid': paid(
    invoice({
      kind: 'DEPOSIT',
      number: first.number,
      dueOn: issuedOn,
      rows: [{ description: 'Acompte de 30 %', quantity: 1_000, price: 5_790_000 }],
    }),
  ),
  'final-after-one-deposit': invoice({
    rows: [writing, correction],
    deducted: [{ deposit: first, rate: 2_000, net: 57_900, tax: 11_580 }],
  }),
  'final-after-two-deposits': invoice({
    rows: work,
    deducted: [
      { deposit: first, rate: 2_000, net: 57_900, tax: 11_580 },
      { deposit: first, rate: 550, net: 8_925, tax: 491 },
      { deposit: second, rate: 2_000, net: 38_601, tax: 7_720 },
      { deposit: second, rate: 550, net: 5_950, tax: 327 },
    ],
  }),
  'final-of-zero': invoice({
    rows: [writing],
    deducted: [{ deposit: first, rate: 2_000, net: 145_000, tax: 29_000 }],
  }),
  'credit-note-partial': invoice({
    kind: 'CREDIT_NOTE',
    number: 'AVOIR-2026-000001',
    corrects,
    rows: [{ ...correction, description: 'Correction : 40 pages non réalisées', quantity: 40_000 }],
  }),
  'credit-note-whole-refunded': paid(
    invoice({ kind: 'CREDIT_NOTE', number: 'AVOIR-2026-000002', corrects, rows: work }),
  ),
  francs: invoice({
    currency: 'XOF',
    buyer: { ...person, address: ['67000 Strasbourg'] },
    rows: [
      { description: 'Relecture', quantity: 3_000, price: 450_000_000 },
      { description: 'Pages', quantity: 7_000, unit: 'pages', price: 11_904_286 },
    ],
  }),
  'sixty-lines': invoice({
    rows: Array.from({ length: 60 }, (_, i) => ({
      description: `Chapitre ${i + 1} : relecture`,
      quantity: 10_250 + i * 10,
      unit: 'pages',
      price: 20_000 + i * 137,
      rate: i % 4 === 0 ? 550 : 2_000,
    })),
  }),
};
