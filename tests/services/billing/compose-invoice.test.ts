import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { BillLine } from '../../../src/services/billing/billable.ts';
import { composeInvoice } from '../../../src/services/billing/compose-invoice.ts';
import { facturX } from '../../../src/services/billing/factur-x/attachment.ts';
import { documentFromStore, documentToStore } from '../../../src/services/billing/stored-document.ts';
import { frenchMentions } from '../../../src/services/billing/legal-mentions.ts';
import { invoiceSeller, sellerFromConfig } from '../../../src/services/billing/seller-facts.ts';
import { totalsFaults } from '../../../src/services/kernel/invoice-check.ts';
import { money } from '../../../src/services/kernel/money.ts';
import { readConfig, type Config } from '../../../src/services/platform/config.ts';

const config = (changes: Record<string, string> = {}): Config => readConfig({ NODE_ENV: 'test', ...changes });
const taken = {
  series: 'FACT-2026',
  sequence: 1,
  number: 'FACT-2026-000001',
  issuedAt: new Date('2026-12-31T22:30:00.123Z'),
};
const buyer = {
  kind: 'PERSON' as const,
  name: 'Hélène Noël',
  address: ['8 bis, allée des Érables', '67000 Strasbourg'],
  email: 'helene@exemple.fr',
  locale: 'fr' as const,
};
const bill = (lines: readonly BillLine[]) => ({
  payer: { userId: 'p' },
  description: 'd',
  returnPath: '/',
  lines,
  total: money(lines.reduce((sum, { gross }) => sum + gross.amount, 0)),
});
const sale = (lines: readonly BillLine[], settings: Config = config()) => ({
  seller: sellerFromConfig(settings),
  mentionList: frenchMentions,
  timeZone: settings.TIME_ZONE,
  bill: bill(lines),
  buyer,
  paidAt: new Date('2026-12-31T22:29:00Z'),
  method: 'CARD' as const,
});
const compose = (lines: readonly BillLine[], settings: Config = config()) =>
  composeInvoice(taken, sale(lines, settings));
const faultsOf = (document: ReturnType<typeof compose>) => totalsFaults({ ...document, basis: document.priceBasis });
const line = (cents: number, quantity = 1, unit = ''): BillLine => ({
  description: 'Pack KDP',
  quantity,
  unit,
  gross: money(cents),
});

const anyLine = fc.record({
  cents: fc.integer({ min: 0, max: 10_000_000 }),
  quantity: fc.integer({ min: 1, max: 500 }),
});
const anyBill = fc
  .array(anyLine, { minLength: 1, maxLength: 12 })
  .filter((lines) => lines.some(({ cents }) => cents > 0));

describe.each(['STANDARD', 'FRANCHISE'])('under the regime %s', (regime) => {
  const settings = config({ SELLER_VAT_REGIME: regime });

  test('net, tax and gross of the lines sum to the totals, to the cent, and nothing is lost of what was paid', () => {
    fc.assert(
      fc.property(anyBill, (drawn) => {
        const lines = drawn.map(({ cents, quantity }) => line(cents, quantity, 'pages'));
        const document = compose(lines, settings);
        const sum = (part: 'net' | 'tax' | 'gross') =>
          document.lines.reduce((total, each) => total + each[part].amount, 0);
        for (const part of ['net', 'tax', 'gross'] as const) expect(sum(part)).toBe(document.totals[part].amount);
        expect(document.totals.gross.amount).toBe(lines.reduce((total, { gross }) => total + gross.amount, 0));
        expect(document.totals.net.amount + document.totals.tax.amount).toBe(document.totals.gross.amount);
        for (const each of document.lines) {
          expect(each.net.amount + each.tax.amount).toBe(each.gross.amount);
        }
        expect(faultsOf(document)).toEqual([]);
        expect(() => facturX(document)).not.toThrow();
        const exact = document.totals.gross.amount / (regime === 'FRANCHISE' ? 1 : 1.2);
        expect(Math.abs(document.totals.net.amount - exact)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

test('says what the seller, the law and the day of issue want', () => {
  const document = compose(
    [line(24_000, 120, 'pages')],
    config({ SELLER_SIRET: '73282932000074', SELLER_VAT_NUMBER: 'FR44732829320' }),
  );
  expect(document).toMatchObject({
    kind: 'INVOICE',
    number: 'FACT-2026-000001',
    dueOn: '2026-12-31',
    timeZone: 'Europe/Paris',
    locale: 'fr',
    currency: 'EUR',
    seller: {
      name: 'Staka Livres',
      siret: '73282932000074',
      siren: '732829320',
      vatNumber: 'FR44732829320',
      vatRegime: 'STANDARD',
    },
    buyer: { name: 'Hélène Noël', address: ['8 bis, allée des Érables', '67000 Strasbourg'], kind: 'PERSON' },
    payments: [{ method: 'CARD', amount: money(24_000) }],
    totals: {
      net: money(20_000),
      tax: money(4_000),
      gross: money(24_000),
      due: money(24_000),
      taxes: [{ rate: 2000 }],
    },
  });
  expect(document.legalMentions).toContain('Nature de l’opération\u00a0: prestation de services.');
  expect(document.vatNote).toBeUndefined();
  expect(compose([line(1)], config({ SELLER_VAT_REGIME: 'FRANCHISE' })).vatNote).toBe(
    'TVA non applicable, art. 293 B du CGI',
  );
});

test('a demonstration invoice shows the numbers the law wants; nobody else is given the sample’s', () => {
  expect(compose([line(1)]).seller).toMatchObject({
    siret: '12345678200002',
    siren: '123456782',
    vatNumber: 'FR11123456782',
  });
  expect(compose([line(1)], config({ SELLER_VAT_REGIME: 'FRANCHISE' })).seller.vatNumber).toBeUndefined();
  expect(compose([line(1)], config({ SELLER_SIRET: '73282932000074' })).seller.vatNumber).toBeUndefined();
});

test('the price of one is exact to the ten-thousandth, and the quantity is never hidden in words', () => {
  const franchise = config({ SELLER_VAT_REGIME: 'FRANCHISE' });
  expect(compose([line(24_000, 120, 'pages')], franchise).lines[0]).toMatchObject({
    description: 'Pack KDP',
    quantity: 120_000,
    unit: 'pages',
    unitPrice: { tenThousandths: 20_000 },
    category: 'E',
    exemptionCode: 'VATEX-FR-FRANCHISE',
  });
  expect(compose([line(24_000, 120, 'pages')]).lines[0]).toMatchObject({
    description: 'Pack KDP',
    quantity: 120_000,
    unit: 'pages',
    unitPrice: { tenThousandths: 16_667 },
    category: 'S',
  });
});

test('a company says its capital, without cents when there are none', () => {
  const formOf = (capitalCents: number | null, locale: 'fr' | 'en' = 'fr') =>
    invoiceSeller({ ...sellerFromConfig(config()), legalForm: 'SAS', capitalCents }, locale).legalForm;
  expect(formOf(1_000_000)).toBe('SAS au capital de 10\u202f000\u00a0€');
  expect(formOf(1_000_050, 'en')).toBe('SAS with a capital of €10,000.50');
  expect(formOf(100_000_000, 'en')).toBe('SAS with a capital of €1,000,000');
  expect(formOf(null)).toBe('SAS');
});

test('each line bears its own rate, and a rate that the law does not have is refused', () => {
  const mixed = compose([line(12_000), { ...line(10_550), rate: 550 }]);
  expect(mixed.totals.taxes).toEqual([
    { category: 'S', rate: 2_000, net: money(10_000), tax: money(2_000) },
    { category: 'S', rate: 550, net: money(10_000), tax: money(550) },
  ]);
  expect(faultsOf(mixed)).toEqual([]);
  expect(() => compose([{ ...line(12_000), rate: 1_200 }])).toThrow(
    expect.objectContaining({ code: 'VAT_RATE_UNKNOWN', details: { rate: 1_200 } }),
  );
});

test('a business elsewhere is charged no VAT for services, and reads why; the price stays what it saw', () => {
  const foreign = (kind: 'EU_BUSINESS' | 'OTHER_BUSINESS', vatNumber?: string) => {
    const who = { ...buyer, kind, ...(vatNumber === undefined ? {} : { vatNumber }) };
    return composeInvoice(taken, { ...sale([line(12_000)]), buyer: who });
  };
  const german = foreign('EU_BUSINESS', 'DE123456789');
  expect(german.lines[0]).toMatchObject({ category: 'AE', rate: 0, exemptionCode: 'VATEX-EU-AE', net: money(12_000) });
  expect(german.vatNote).toMatch(/^Autoliquidation/);
  expect(german.legalMentions.join()).toMatch(/40\u00a0€/);
  expect(foreign('EU_BUSINESS').lines[0]).toMatchObject({ category: 'S', rate: 2_000, net: money(10_000) });
  expect(foreign('OTHER_BUSINESS').lines[0]).toMatchObject({ category: 'O', exemptionCode: 'VATEX-EU-O' });
  for (const document of [german, foreign('OTHER_BUSINESS')]) expect(faultsOf(document)).toEqual([]);
});

test('what the seller agrees about late payment stands instead of what the law says; printed for businesses only', () => {
  const agreeing = { ...sellerFromConfig(config()), penaltyTextFr: 'Pénalités : trois fois le taux légal.' };
  const mentionsFor = (kind: 'PERSON' | 'FRENCH_BUSINESS') =>
    composeInvoice(taken, { ...sale([line(1)]), seller: agreeing, buyer: { ...buyer, kind } }).legalMentions;
  expect(mentionsFor('FRENCH_BUSINESS')).toContain('Pénalités : trois fois le taux légal.');
  expect(mentionsFor('FRENCH_BUSINESS').join()).not.toMatch(/Banque centrale/);
  expect(mentionsFor('PERSON').join()).not.toMatch(/Pénalités/);
  const toPerson = composeInvoice(taken, { ...sale([line(1)]), seller: agreeing });
  expect(toPerson.paymentMentions?.latePenalty).toBe('Pénalités : trois fois le taux légal.');
  expect(toPerson.paymentMentions?.recoveryFee).toMatch(/40\u00a0€/);
});

test('an invoice in francs CFA says its VAT in euros too', () => {
  const francs = {
    ...bill([]),
    lines: [{ ...line(0), gross: money(12_000, 'XOF') }],
    total: money(12_000, 'XOF'),
  };
  const document = composeInvoice(taken, { ...sale([]), bill: francs });
  expect(document.totals).toMatchObject({ tax: money(2_000, 'XOF'), taxInEuros: money(305) });
  expect(faultsOf(document)).toEqual([]);
});

test('a stored document comes back as it was issued', () => {
  const document = compose([line(35_000)]);
  expect(documentFromStore(JSON.parse(JSON.stringify(documentToStore(document))))).toEqual(document);
});

test('a document that was stored in the first format is read as what it meant', () => {
  const { operation: _o, priceBasis: _p, ...document } = compose([line(35_000)]);
  const first = JSON.parse(
    JSON.stringify({
      ...document,
      buyer: { ...document.buyer, kind: undefined, isBusiness: false },
      lines: document.lines.map(({ unitPrice: _u, category: _c, ...rest }) => ({
        ...rest,
        quantity: 1,
        unitNet: money(29_167),
      })),
      totals: {
        ...document.totals,
        taxes: document.totals.taxes.map(({ category: _c, ...tax }) => tax),
      },
      payments: document.payments.map((payment) => ({ ...payment, method: 'carte bancaire' })),
    }),
  );
  expect(documentFromStore(first)).toEqual(compose([line(35_000)]));
  expect(facturX(documentFromStore({ ...first, paymentMentions: undefined })).content).toEqual(
    facturX(compose([line(35_000)])).content,
  );
});
