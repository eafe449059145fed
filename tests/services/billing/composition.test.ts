// @lane sqlite: pure functions
/** Properties of composed documents: whatever is written, every figure is right to the cent, and deposits and credits sum. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeCreditNote, type WantedCredit } from '../../../src/services/billing/compose-credit-note.ts';
import { composeDocument, type Composition } from '../../../src/services/billing/compose-document.ts';
import { requireDeductible, type DeductedDeposit } from '../../../src/services/billing/deduct-deposits.ts';
import { documentFaults } from '../../../src/services/billing/document-faults.ts';
import { crossIndustryInvoice } from '../../../src/services/billing/factur-x/cross-industry-invoice.ts';
import { writtenFaults } from '../../../src/services/billing/factur-x/written-faults.ts';
import type { InvoiceDocument } from '../../../src/services/billing/invoice-document.ts';
import { frenchMentions } from '../../../src/services/billing/legal-mentions.ts';
import { sellerFromConfig } from '../../../src/services/billing/seller-facts.ts';
import type { SoldLine } from '../../../src/services/billing/sold-line.ts';
import { creditFaults, grossLeft, leftToCredit } from '../../../src/services/kernel/credit.ts';
import { priceBases, type TaxAtRate } from '../../../src/services/kernel/invoice-sums.ts';
import { currencies, money, type Currency } from '../../../src/services/kernel/money.ts';
import { totalOf, type Discount } from '../../../src/services/kernel/priced-lines.ts';
import { unitPrice } from '../../../src/services/kernel/unit-price.ts';
import { frenchRates } from '../../../src/services/kernel/vat.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import { person, publisher } from './factur-x/parties.ts';

const config = readConfig({ NODE_ENV: 'test', SELLER_VAT_REGIME: 'STANDARD', SELLER_VAT_NUMBER: 'FR44732829320' });
const seller = sellerFromConfig(config);
const taken = (sequence: number) => ({
  series: 'FACT-2026',
  sequence,
  number: `FACT-2026-${String(sequence).padStart(6, '0')}`,
  issuedAt: new Date('2026-11-20T15:04:05Z'),
});

const anyDiscount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 10_000 }).map((basisPoints): Discount => ({ basisPoints })) },
);
const anyLine = (currency: Currency) =>
  fc.record({
    description: fc.constant('Relecture'),
    unit: fc.constantFrom('', 'pages'),
    quantity: fc.oneof(fc.integer({ min: 1, max: 5_000_000 }), fc.constantFrom(1_000, 3_000, 7_000)),
    price: fc.integer({ min: 0, max: 900_000 }).map((tenThousandths) => unitPrice(tenThousandths, currency)),
    rate: fc.constantFrom(...frenchRates.map(({ rate }) => rate)),
    discount: anyDiscount,
  });
const anyContent = fc.constantFrom(...currencies).chain((currency) =>
  fc.record({
    currency: fc.constant(currency),
    basis: fc.constantFrom(...priceBases),
    discount: anyDiscount,
    lines: fc.array(anyLine(currency), { minLength: 1, maxLength: 8 }),
  }),
);
type Content = Pick<Composition, 'currency' | 'basis' | 'discount'> & { readonly lines: readonly SoldLine[] };

const compose = (content: Content, changes: Partial<Composition> = {}): InvoiceDocument =>
  composeDocument(taken(1), {
    seller,
    mentionList: frenchMentions,
    timeZone: 'Europe/Paris',
    kind: 'INVOICE',
    buyer: { ...publisher, locale: 'fr' },
    operation: 'SERVICES',
    payments: [],
    dueOn: '2026-12-20',
    ...content,
    ...changes,
  });

test('whatever lines and discounts: lines, rates and totals sum, in the document and in its XML', () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      const document = compose(content, { buyer: { ...person, locale: 'fr' } });
      expect(documentFaults(document)).toEqual([]);
      expect(writtenFaults(crossIndustryInvoice(document), document)).toEqual([]);
      const total = totalOf(content.lines, content.discount);
      expect(content.basis === 'NET' ? document.totals.net : document.totals.gross).toEqual(total);
    }),
    { numRuns: 300 },
  );
});

test('a discount on a price that includes VAT is shown without it', () => {
  const price = unitPrice(120_000, 'EUR');
  const lines = [
    { description: 'Relecture', unit: '', quantity: 2_000, price, rate: 2_000, discount: { basisPoints: 1_000 } },
  ];
  const { lines: composed } = compose({ currency: 'EUR', basis: 'GROSS', discount: { amount: money(240) }, lines });
  expect(composed).toMatchObject([
    {
      ...{ unitPrice: { tenThousandths: 100_000 }, discount: money(400) },
      ...{ net: money(1_600), tax: money(320), gross: money(1_920) },
    },
  ]);
});

const depositOf = (document: InvoiceDocument, credited: readonly TaxAtRate[] = []): DeductedDeposit => ({
  deposit: { number: document.number, issuedOn: '2026-10-02' },
  left: leftToCredit(document.totals.taxes, credited),
});

describe('deposits', () => {
  test('are taken back exactly: what is invoiced in all is the work, and never less than nothing at a rate', () => {
    fc.assert(
      fc.property(anyContent, fc.array(fc.integer({ min: 1, max: 7_000 }), { maxLength: 3 }), (content, parts) => {
        const work = compose(content);
        const deposits = parts
          .map((part) =>
            compose(
              {
                ...content,
                lines: content.lines.map((line) => ({ ...line, quantity: Math.ceil((line.quantity * part) / 10_000) })),
              },
              { kind: 'DEPOSIT' },
            ),
          )
          .map((document, i) => ({ ...document, number: `FACT-2026-00001${i}` }));
        const final = compose(content, { deposits: deposits.map((document) => depositOf(document)) });
        for (const part of ['net', 'tax', 'gross'] as const) {
          const before = deposits.reduce((sum, { totals }) => sum + totals[part].amount, 0);
          expect(final.totals[part].amount + before).toBe(work.totals[part].amount);
        }
        const isOver = final.totals.taxes.some(({ net, tax }) => net.amount < 0 || tax.amount < 0);
        const ask = (): void => requireDeductible(final.lines, final.currency);
        if (isOver) expect(ask).toThrow(expect.objectContaining({ code: 'DEPOSIT_EXCEEDS_TOTAL' }) as unknown as Error);
        else {
          ask();
          expect(documentFaults(final)).toEqual([]);
          expect(writtenFaults(crossIndustryInvoice(final), final)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('of the whole work leave exactly nothing', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const deposit = compose(content, { kind: 'DEPOSIT' });
        const final = compose(content, { deposits: [depositOf({ ...deposit, number: 'FACT-2026-000009' })] });
        requireDeductible(final.lines, final.currency);
        expect([final.totals.net.amount, final.totals.tax.amount, final.totals.gross.amount]).toEqual([0, 0, 0]);
      }),
      { numRuns: 100 },
    );
  });
});

test('any sequence of credits, by amounts and by lines, ends at nothing and is right to the cent', () => {
  const anyStep = fc.record({
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    line: fc.nat(7),
    isLine: fc.boolean(),
  });
  fc.assert(
    fc.property(anyContent, fc.array(anyStep, { maxLength: 8 }), (content, steps) => {
      const invoice = compose(content);
      const credited: TaxAtRate[] = [];
      const left = () => leftToCredit(invoice.totals.taxes, credited);
      const credit = (wanted: WantedCredit): void => {
        const before = left();
        const note = composeCreditNote(taken(2), { invoice, wanted, credited, seller, mentionList: frenchMentions });
        expect(documentFaults(note)).toEqual([]);
        expect(creditFaults(note.totals.taxes, before)).toEqual([]);
        credited.push(...note.totals.taxes);
      };
      for (const { part, line: at, isLine } of steps) {
        const line = invoice.lines[at % invoice.lines.length]!;
        const most = isLine
          ? Math.min(
              line.gross.amount,
              left()
                .filter(({ rate }) => rate === line.rate)
                .reduce((sum, { net, tax }) => sum + net.amount + tax.amount, 0),
            )
          : grossLeft(left(), content.currency).amount;
        const amount = money(Math.floor(most * part), content.currency);
        if (amount.amount > 0) credit(isLine ? { lines: [{ line, gross: amount }] } : { amount });
      }
      const rest = grossLeft(left(), content.currency);
      if (rest.amount > 0) credit({ amount: rest });
      expect(left().map(({ net, tax }) => [net.amount, tax.amount])).toEqual(invoice.totals.taxes.map(() => [0, 0]));
    }),
    { numRuns: 200 },
  );
});
