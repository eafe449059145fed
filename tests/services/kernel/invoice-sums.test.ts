import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { totalsFaults, type CheckedInvoice, type CheckedLine } from '../../../src/services/kernel/invoice-check.ts';
import {
  priceBases,
  sumsOf,
  taxLines,
  type PriceBasis,
  type UntaxedLine,
} from '../../../src/services/kernel/invoice-sums.ts';
import {
  addTax,
  allocate,
  currencies,
  inEuros,
  money,
  roundTogether,
  splitTax,
  type Currency,
} from '../../../src/services/kernel/money.ts';
import { asUnitPrice, one, priceOf, priceOfOne, unitPrice } from '../../../src/services/kernel/unit-price.ts';
import { frenchRates } from '../../../src/services/kernel/vat.ts';

const rates = [0, ...frenchRates.map(({ rate }) => rate)];
const anyCurrency = fc.constantFrom(...currencies);
const anyBasis = fc.constantFrom(...priceBases);
const anyAmount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const anyLines = fc
  .tuple(
    anyCurrency,
    fc.array(fc.record({ amount: anyAmount, rate: fc.constantFrom(...rates) }), { minLength: 1, maxLength: 60 }),
  )
  .map(([currency, lines]) =>
    lines.map(({ amount, rate }): UntaxedLine => ({
      amount: money(amount, currency),
      rate,
      category: rate === 0 ? 'E' : 'S',
    })),
  );

const taxedLines = (lines: readonly UntaxedLine[], basis: PriceBasis) =>
  taxLines(lines, basis).map((line, i) => ({ ...line, category: lines[i]!.category, rate: lines[i]!.rate }));

describe('one rounding for all lines', () => {
  test('3 × 10.01 € at 20 % is 6.01 of VAT, never 6.00', () => {
    const lines: UntaxedLine[] = [1, 2, 3].map(() => ({ category: 'S', rate: 2_000, amount: money(1_001) }));
    const taxes = taxLines(lines, 'NET').map(({ tax }) => tax.amount);
    expect(taxes.reduce((a, b) => a + b)).toBe(601);
    expect(taxes).toEqual([201, 200, 200]);
  });

  test('half a unit goes away from zero, on both sides of it', () => {
    expect(addTax(money(250), 1_000).tax).toEqual(money(25));
    expect(addTax(money(25), 1_000).tax).toEqual(money(3));
    expect(addTax(money(-25), 1_000).tax).toEqual(money(-3));
    expect(splitTax(money(9), 2_000).net).toEqual(money(8));
    expect(splitTax(money(-9), 2_000).net).toEqual(money(-8));
  });

  test('lines, rates and totals always sum, in either currency and with prices of either kind', () => {
    fc.assert(
      fc.property(anyLines, anyBasis, (lines, basis) => {
        const currency = lines[0]!.amount.currency;
        const taxed = taxedLines(lines, basis);
        const sums = sumsOf(taxed, currency);
        expect(sums.net.amount + sums.tax.amount).toBe(sums.gross.amount);
        for (const part of ['net', 'tax'] as const) {
          expect(sums.taxes.reduce((sum, each) => sum + each[part].amount, 0)).toBe(sums[part].amount);
          expect(taxed.reduce((sum, each) => sum + each[part].amount, 0)).toBe(sums[part].amount);
        }
        for (const line of taxed) expect(line.net.amount + line.tax.amount).toBe(line.gross.amount);
        for (const { rate, net, tax } of sums.taxes) {
          const gross = money(net.amount + tax.amount, currency);
          expect({ net, tax }).toEqual(
            basis === 'NET' ? { net, tax: addTax(net, rate).tax } : { net: splitTax(gross, rate).net, tax },
          );
        }
      }),
    );
  });

  test('no line is more than one unit away from its own exact VAT, and one of nothing bears none', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const [i, { tax }] of taxLines(lines, 'NET').entries()) {
          const { amount, rate } = lines[i]!;
          expect(Math.abs(tax.amount * 10_000 - amount.amount * rate)).toBeLessThan(10_000);
          if (amount.amount === 0) expect(tax.amount).toBe(0);
        }
      }),
    );
  });

  test('whoever pays a price that includes VAT pays exactly what they saw', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const seen = lines.reduce((sum, { amount }) => sum + amount.amount, 0);
        const sums = sumsOf(taxedLines(lines, 'GROSS'), lines[0]!.amount.currency);
        expect(sums.gross.amount).toBe(seen);
      }),
    );
  });

  test('taking everything back takes back exactly what was given', () => {
    fc.assert(
      fc.property(anyLines, anyBasis, (lines, basis) => {
        const back = lines.map((line) => ({ ...line, amount: money(-line.amount.amount, line.amount.currency) }));
        const both = [taxLines(lines, basis), taxLines(back, basis)] as const;
        for (const [i, line] of both[0].entries()) expect(both[1][i]!.tax.amount + line.tax.amount).toBe(0);
      }),
    );
  });

  test('parts of a rounded sum are the parts of an allocation when nothing is to be rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 20 }),
        (whole, weights) => {
          const total = weights.reduce((a, b) => a + b);
          const parts = roundTogether(
            weights.map((weight) => BigInt(whole) * BigInt(weight)),
            BigInt(total),
          );
          expect(parts).toEqual(allocate(money(whole), weights).map(({ amount }) => amount));
        },
      ),
    );
  });
});

describe('prices of one', () => {
  test('are ten-thousandths of the currency, and quantities thousandths', () => {
    expect(priceOf(120 * one, unitPrice(16_667))).toEqual(money(20_000));
    expect(priceOf(1_500, asUnitPrice(money(1_001)))).toEqual(money(1_502));
    expect(priceOf(-one, asUnitPrice(money(1_001)))).toEqual(money(-1_001));
    expect(priceOf(2_500, asUnitPrice(money(999, 'XOF')))).toEqual(money(2_498, 'XOF'));
    expect(priceOfOne(money(20_000), 120 * one)).toEqual(unitPrice(16_667));
    expect(priceOfOne(money(-20_000), -120 * one)).toEqual(unitPrice(16_667));
  });

  test('are never negative: the quantity has the sign', () => {
    expect(() => unitPrice(-1)).toThrow(RangeError);
    expect(() => asUnitPrice(money(-1))).toThrow(RangeError);
    expect(() => unitPrice(0.5)).toThrow(RangeError);
  });

  test('the price of one, times the quantity, is the amount for up to a hundred', () => {
    fc.assert(
      fc.property(
        anyCurrency,
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 99 }),
        (currency, cents, n) => {
          const amount = money(cents, currency);
          expect(priceOf(n * one, priceOfOne(amount, n * one))).toEqual(amount);
        },
      ),
    );
  });
});

test('francs CFA are euros by the fixed parity', () => {
  expect(inEuros(money(655_957, 'XOF'))).toEqual(money(100_000));
  expect(inEuros(money(10_000, 'XOF'))).toEqual(money(1_524));
  expect(inEuros(money(-10_000, 'XOF'))).toEqual(money(-1_524));
  // Whatever the amount: never more than half a cent from the parity, and the same below nothing.
  fc.assert(
    fc.property(anyAmount, (francs) => {
      const { amount: cents } = inEuros(money(francs, 'XOF'));
      expect(Math.abs(cents * 655_957 - francs * 100_000)).toBeLessThanOrEqual(655_957 / 2);
      expect(inEuros(money(-francs, 'XOF')).amount + cents).toBe(0);
    }),
  );
  expect(inEuros(money(123))).toEqual(money(123));
});

/** An invoice as it is composed, from lines of one price each. */
function invoiceOf(lines: readonly UntaxedLine[], basis: PriceBasis, currency: Currency): CheckedInvoice {
  const checked = taxedLines(lines, basis).map((line): CheckedLine => {
    const quantity = line.net.amount < 0 || line.gross.amount < 0 ? -one : one;
    return { ...line, quantity, unitPrice: priceOfOne(line.net, quantity) };
  });
  const totals = sumsOf(checked, currency);
  return {
    currency,
    basis,
    lines: checked,
    totals: { ...totals, due: totals.gross, ...(currency === 'EUR' ? {} : { taxInEuros: inEuros(totals.tax) }) },
  };
}

const sample = (basis: PriceBasis = 'NET', currency: Currency = 'EUR'): CheckedInvoice =>
  invoiceOf(
    [
      { category: 'S', rate: 2_000, amount: money(1_001, currency) },
      { category: 'S', rate: 2_000, amount: money(1_001, currency) },
      { category: 'S', rate: 550, amount: money(3_333, currency) },
    ],
    basis,
    currency,
  );

describe('the exact check of totals', () => {
  test('finds nothing in what the rule made', () => {
    fc.assert(
      fc.property(anyLines, anyBasis, (lines, basis) => {
        expect(totalsFaults(invoiceOf(lines, basis, lines[0]!.amount.currency))).toEqual([]);
      }),
    );
  });

  test.each<[string, string[], (invoice: CheckedInvoice) => CheckedInvoice]>([
    [
      'a VAT that is a cent off, everywhere alike',
      ['lines.0.tax'],
      (invoice) => withLine(invoice, 0, (line) => ({ ...line, tax: more(line.tax), gross: more(line.gross) })),
    ],
    [
      'the net of a line that is a cent off, everywhere alike',
      ['lines.2.net'],
      (invoice) => withLine(invoice, 2, (line) => ({ ...line, net: more(line.net), gross: more(line.gross) })),
    ],
    [
      'a line that does not add up',
      ['lines.1.gross'],
      (invoice) => withLine(invoice, 1, (line) => ({ ...line, gross: more(line.gross) })),
    ],
    [
      'a line of nothing',
      ['lines.1.quantity'],
      (invoice) => withLine(invoice, 1, (line) => ({ ...line, quantity: 0 })),
    ],
    [
      'a sign on the price',
      ['lines.1.net'],
      (invoice) => withLine(invoice, 1, (line) => ({ ...line, quantity: -line.quantity })),
    ],
    [
      'VAT where there is none',
      ['lines.0.rate'],
      (invoice) => withLine(invoice, 0, (line) => ({ ...line, category: 'AE' })),
    ],
    ['a wrong sum of VAT', ['totals.tax'], (invoice) => withTotals(invoice, { tax: more(invoice.totals.tax) })],
    ['a wrong sum of lines', ['totals.net'], (invoice) => withTotals(invoice, { net: more(invoice.totals.net) })],
    ['a wrong total', ['totals.gross'], (invoice) => withTotals(invoice, { gross: more(invoice.totals.gross) })],
    [
      'a rate that is missing',
      ['totals.taxes'],
      (invoice) => withTotals(invoice, { taxes: invoice.totals.taxes.slice(1) }),
    ],
    ['a wrong amount due', ['totals.due'], (invoice) => withTotals(invoice, { due: more(invoice.totals.due) })],
    ['a deposit that is not taken off', ['totals.due'], (invoice) => withTotals(invoice, { deposits: money(100) })],
    [
      'two currencies',
      ['currency'],
      (invoice) => withLine(invoice, 0, (line) => ({ ...line, tax: money(line.tax.amount, 'XOF') })),
    ],
  ])('finds %s', (_what, faults, spoil) => {
    expect(totalsFaults(sample())).toEqual([]);
    expect(totalsFaults(spoil(sample()))).toEqual(expect.arrayContaining(faults));
  });

  test('wants the VAT of an invoice in francs in euros too', () => {
    const invoice = sample('NET', 'XOF');
    expect(totalsFaults(invoice)).toEqual([]);
    const { taxInEuros: _, ...without } = invoice.totals;
    expect(totalsFaults({ ...invoice, totals: without })).toEqual(['totals.taxInEuros']);
  });

  test('a deposit is deducted with its own net and VAT, whatever the rule would have made of them', () => {
    const work: UntaxedLine[] = [{ category: 'S', rate: 2_000, amount: money(100_000) }];
    const [line] = invoiceOf(work, 'NET', 'EUR').lines;
    const given = {
      category: 'S',
      rate: 2_000,
      net: money(-33_333),
      tax: money(-6_666),
      gross: money(-39_999),
    } as const;
    const deposit: CheckedLine = { ...given, quantity: -one, unitPrice: asUnitPrice(money(33_333)), isGiven: true };
    const lines = [line!, deposit];
    const totals = sumsOf(lines, 'EUR');
    const invoice = { currency: 'EUR', basis: 'NET', lines, totals: { ...totals, due: totals.gross } } as const;
    expect(totalsFaults(invoice)).toEqual([]);
    expect(totalsFaults({ ...invoice, lines: [line!, { ...deposit, isGiven: false }] })).toEqual(['lines.1.tax']);
  });
});

const more = ({ amount, currency }: { amount: number; currency: Currency }) => money(amount + 1, currency);

/** One line changed, and all the sums made anew: only the rule itself can find it. */
function withLine(invoice: CheckedInvoice, at: number, change: (line: CheckedLine) => CheckedLine): CheckedInvoice {
  const lines = invoice.lines.map((line, i) => (i === at ? change(line) : line));
  if (lines.some(({ tax }) => tax.currency !== invoice.currency)) return { ...invoice, lines };
  const totals = sumsOf(lines, invoice.currency);
  return { ...invoice, lines, totals: { ...totals, due: totals.gross } };
}

const withTotals = (invoice: CheckedInvoice, totals: Partial<CheckedInvoice['totals']>): CheckedInvoice => ({
  ...invoice,
  totals: { ...invoice.totals, ...totals },
});
