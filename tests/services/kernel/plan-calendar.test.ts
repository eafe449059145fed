// @lane sqlite: pure arithmetic, no database
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { currencies, money } from '../../../src/services/kernel/money.ts';
import {
  addDays,
  anchorDayOf,
  daysBetween,
  nextStart,
  previousStart,
  shareOfDays,
} from '../../../src/services/kernel/plan-calendar.ts';
import { planIntervals } from '../../../src/services/kernel/plans.ts';

const anyDate = fc
  .integer({ min: 0, max: 40 * 366 })
  .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());
const anyInterval = fc.constantFrom(...planIntervals);

const starts = (from: string, interval: 'MONTH' | 'YEAR', count: number): string[] => {
  const rhythm = { interval, anchorDay: anchorDayOf(from) };
  return Array.from({ length: count }).reduce<string[]>(
    (all) => [...all, nextStart(all.at(-1) as string, rhythm)],
    [from],
  );
};

test('31 January, 28 February, 31 March: a short month does not move the months after it', () => {
  expect(starts('2026-01-31', 'MONTH', 3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  expect(starts('2028-02-29', 'YEAR', 4).slice(1)).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
});

test('the n-th period begins n intervals after the first one, counted from the first one', () => {
  fc.assert(
    fc.property(anyDate, anyInterval, fc.integer({ min: 1, max: 40 }), (from, interval, n) => {
      const months = interval === 'MONTH' ? n : 12 * n;
      expect(starts(from, interval, n).at(-1)).toBe(Temporal.PlainDate.from(from).add({ months }).toString());
    }),
  );
});

test('periods follow one another without a day between them or a day in two of them, also backwards', () => {
  fc.assert(
    fc.property(anyDate, anyInterval, (from, interval) => {
      const rhythm = { interval, anchorDay: anchorDayOf(from) };
      const next = nextStart(from, rhythm);
      expect(previousStart(next, rhythm)).toBe(from);
      const days = daysBetween(from, next);
      expect(addDays(from, days)).toBe(next);
      expect(days).toBeGreaterThanOrEqual(interval === 'MONTH' ? 28 : 365);
      expect(days).toBeLessThanOrEqual(interval === 'MONTH' ? 31 : 366);
    }),
  );
});

test('the shares of the days used and of the days left sum to the whole amount', () => {
  const anyPart = fc
    .tuple(fc.integer({ min: 1, max: 366 }), fc.nat())
    .map(([of, seed]) => ({ of, days: seed % (of + 1) }));
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.constantFrom(...currencies), anyPart, (amount, currency, { days, of }) => {
      const whole = money(amount, currency);
      const left = shareOfDays(whole, { days, of });
      expect(Math.abs(left.amount - (amount * days) / of)).toBeLessThan(1);
      expect(left.amount).toBeGreaterThanOrEqual(0);
      if (days === of) expect(left).toEqual(whole);
      expect(() => shareOfDays(whole, { days: of + 1, of })).toThrow(RangeError);
    }),
  );
});
