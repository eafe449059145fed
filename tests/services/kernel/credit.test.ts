import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { creditFaults, grossLeft, leftToCredit, shareCredit } from '../../../src/services/kernel/credit.ts';
import { priceBases, sumsOf, taxLines, type TaxAtRate } from '../../../src/services/kernel/invoice-sums.ts';
import { currencies, money } from '../../../src/services/kernel/money.ts';
import { frenchRates } from '../../../src/services/kernel/vat.ts';

const rates = [0, ...frenchRates.map(({ rate }) => rate)];
const anyInvoice = fc
  .record({
    currency: fc.constantFrom(...currencies),
    basis: fc.constantFrom(...priceBases),
    lines: fc.array(fc.record({ amount: fc.integer({ min: 1, max: 5_000_000 }), rate: fc.constantFrom(...rates) }), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .map(({ currency, basis, lines }) => {
    const untaxed = lines.map(({ amount, rate }) => ({
      amount: money(amount, currency),
      rate,
      category: rate === 0 ? ('E' as const) : ('S' as const),
    }));
    const taxed = taxLines(untaxed, basis);
    return sumsOf(
      untaxed.map((line, i) => ({ ...line, ...taxed[i]! })),
      currency,
    );
  });

const ended = (taxes: readonly TaxAtRate[]) => taxes.map(({ net, tax }) => [net.amount, tax.amount]);

test('any sequence of credits ends at nothing left of net, VAT and gross, at every rate', () => {
  fc.assert(
    fc.property(anyInvoice, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (sums, parts) => {
      const { currency } = sums.gross;
      const credited: TaxAtRate[] = [];
      const credit = (wanted: number): void => {
        const left = leftToCredit(sums.taxes, credited);
        const amount = money(wanted, currency);
        const lines = shareCredit(amount, { invoiced: sums.taxes, credited });
        const own = sumsOf(lines, currency);
        expect(own.gross).toEqual(amount);
        expect(own.net.amount + own.tax.amount).toBe(wanted);
        expect(creditFaults(own.taxes, left)).toEqual([]);
        credited.push(...own.taxes);
      };
      const rest = (): number => grossLeft(leftToCredit(sums.taxes, credited), currency).amount;
      for (const part of parts) if (Math.floor(rest() * part) > 0) credit(Math.floor(rest() * part));
      if (rest() > 0) credit(rest());
      expect(ended(leftToCredit(sums.taxes, credited))).toEqual(sums.taxes.map(() => [0, 0]));
    }),
  );
});

test('cent by cent, the VAT is never a cent off', () => {
  const invoiced: TaxAtRate[] = [{ category: 'S', rate: 2000, net: money(1_000), tax: money(200) }];
  const credited: TaxAtRate[] = [];
  for (let cents = 1; cents <= 1_200; cents++) {
    credited.push(...sumsOf(shareCredit(money(1), { invoiced, credited }), 'EUR').taxes);
    const tax = credited.reduce((sum, at) => sum + at.tax.amount, 0);
    expect(Math.abs(tax - cents / 6)).toBeLessThanOrEqual(0.5);
  }
  expect(ended(leftToCredit(invoiced, credited))).toEqual([[0, 0]]);
});

test('more than is left, nothing and less are refused', () => {
  const left: TaxAtRate[] = [{ category: 'S', rate: 2000, net: money(1_000), tax: money(200) }];
  for (const amount of [1_201, 0, -1])
    expect(() => shareCredit(money(amount), { invoiced: left, credited: [] })).toThrow(RangeError);
  expect(creditFaults([{ category: 'S', rate: 2000, net: money(1_001), tax: money(199) }], left)).toEqual([
    'credit.S.2000',
  ]);
  expect(creditFaults([{ category: 'S', rate: 1000, net: money(1), tax: money(0) }], left)).toEqual(['credit.S.1000']);
});
