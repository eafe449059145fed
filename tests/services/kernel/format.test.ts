import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  formatDate,
  formatInstant,
  formatMoney,
  formatQuantity,
  formatRate,
  formatUnitPrice,
  localDateOf,
} from '../../../src/services/kernel/format.ts';
import { money } from '../../../src/services/kernel/money.ts';
import { unitPrice } from '../../../src/services/kernel/unit-price.ts';

const NARROW = '\u202f';
const FIXED = '\u00a0';

describe('money', () => {
  test('is written the French way: narrow spaces, comma, € after a no-break space', () => {
    expect(formatMoney(money(145_000), 'fr')).toBe(`1${NARROW}450,00${FIXED}€`);
    expect(formatMoney(money(5), 'fr')).toBe(`0,05${FIXED}€`);
    expect(formatMoney(money(0), 'fr')).toBe(`0,00${FIXED}€`);
    expect(formatMoney(money(-123_456_789), 'fr')).toBe(`\u22121${NARROW}234${NARROW}567,89${FIXED}€`);
  });

  test('is written the English way', () => {
    expect(formatMoney(money(145_000), 'en')).toBe('€1,450.00');
    expect(formatMoney(money(-50), 'en')).toBe('\u2212€0.50');
  });

  test('XOF has no decimals', () => {
    expect(formatMoney(money(1_450_000, 'XOF'), 'fr')).toBe(`1${NARROW}450${NARROW}000${FIXED}F${NARROW}CFA`);
    expect(formatMoney(money(950, 'XOF'), 'en')).toBe(`F${NARROW}CFA${FIXED}950`);
  });

  test('agrees with the runtime’s own locale data for any amount', () => {
    const french = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
    const english = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (cents) => {
        expect(formatMoney(money(cents), 'fr').replace('\u2212', '-')).toBe(french.format(cents / 100));
        expect(formatMoney(money(cents), 'en').replace('\u2212', '-')).toBe(english.format(cents / 100));
      }),
    );
  });

  test('loses nothing: the digits read back are the amount, up to the largest safe integer', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom('EUR' as const, 'XOF' as const),
        fc.constantFrom('fr' as const, 'en' as const),
        (amount, currency, locale) => {
          const text = formatMoney(money(amount, currency), locale);
          const digits = Number(text.replace(/\D/g, ''));
          expect(text.startsWith('\u2212') ? -digits : digits).toBe(amount === 0 ? 0 : amount);
          expect(text).not.toMatch(/ /);
        },
      ),
    );
  });
});

describe('rates and quantities', () => {
  test('keep only the decimals that say something', () => {
    expect(formatRate(2000, 'fr')).toBe(`20${NARROW}%`);
    expect(formatRate(550, 'fr')).toBe(`5,5${NARROW}%`);
    expect(formatRate(210, 'en')).toBe('2.1%');
    expect(formatRate(0, 'en')).toBe('0%');
    expect(formatQuantity(1_500, 'fr')).toBe('1,5');
    expect(formatQuantity(1_250_000, 'fr')).toBe(`1${NARROW}250`);
    expect(formatQuantity(-2_000, 'en')).toBe('\u22122');
    expect(formatQuantity(300, 'en')).toBe('0.3');
  });

  test('a quantity reads back as itself to the thousandth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), (thousandths) => {
        const text = formatQuantity(thousandths, 'en');
        expect(Number(text.replaceAll(',', '').replace('\u2212', '-'))).toBe(thousandths / 1000);
      }),
    );
  });

  test('the price of one has the decimals of its currency, and up to four where it needs them', () => {
    expect(formatUnitPrice(unitPrice(2_000_000), 'fr')).toBe(`200,00${FIXED}€`);
    expect(formatUnitPrice(unitPrice(16_667), 'fr')).toBe(`1,6667${FIXED}€`);
    expect(formatUnitPrice(unitPrice(15_000), 'en')).toBe('€1.50');
    expect(formatUnitPrice(unitPrice(100_000_000, 'XOF'), 'fr')).toBe(`10${NARROW}000${FIXED}F${NARROW}CFA`);
    expect(formatUnitPrice(unitPrice(125_000, 'XOF'), 'fr')).toBe(`12,5${FIXED}F${NARROW}CFA`);
  });

  test('what is not a number is refused', () => {
    expect(() => formatQuantity(Number.NaN, 'fr')).toThrow(RangeError);
    expect(() => formatQuantity(Infinity, 'fr')).toThrow(RangeError);
  });
});

describe('dates', () => {
  test('are in words, and the first of the month is « 1er »', () => {
    expect(formatDate('2026-11-20', 'fr')).toBe(`20${FIXED}novembre${FIXED}2026`);
    expect(formatDate('2026-01-01', 'fr')).toBe(`1er${FIXED}janvier${FIXED}2026`);
    expect(formatDate('2026-08-02', 'en')).toBe(`2${FIXED}August${FIXED}2026`);
    const instant = new Date('2026-11-20T23:05:00.000Z');
    expect(formatInstant(instant, { locale: 'fr', timeZone: 'Europe/Paris' })).toBe(
      `21${FIXED}novembre${FIXED}2026 à 0${FIXED}h${FIXED}05`,
    );
    expect(formatInstant(instant, { locale: 'en', timeZone: 'UTC' })).toBe(`20${FIXED}November${FIXED}2026 at 23:05`);
  });

  test('an impossible date is refused', () => {
    expect(() => formatDate('2026-02-30', 'fr')).toThrow(/not in a valid range/);
  });

  test('an instant falls on the day of the seller’s zone', () => {
    expect(localDateOf(new Date('2026-12-31T23:30:00Z'), 'Europe/Paris')).toBe('2027-01-01');
    expect(localDateOf(new Date('2026-12-31T22:30:00Z'), 'Europe/Paris')).toBe('2026-12-31');
    expect(localDateOf(new Date('2026-12-31T23:30:00Z'), 'Africa/Abidjan')).toBe('2026-12-31');
  });
});
