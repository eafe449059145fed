import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compact,
  frenchVatNumber,
  isBic,
  isIban,
  isInUnion,
  isSiren,
  isSiret,
  isVatNumber,
} from '../../../src/services/kernel/company-numbers.ts';
import { isCountry } from '../../../src/services/kernel/countries.ts';

const siren = '732829320';
const siret = '73282932000074';
const iban = 'FR7630006000011234567890189';

/** The text with one digit changed. */
const wrongDigit = (text: string, from = 0) =>
  fc
    .tuple(
      fc.constantFrom(...[...text].flatMap((sign, i) => (/\d/.test(sign) && i >= from ? [i] : []))),
      fc.integer({ min: 1, max: 9 }),
    )
    .map(([i, by]) => `${text.slice(0, i)}${(Number(text[i]) + by) % 10}${text.slice(i + 1)}`);

describe('numbers of businesses', () => {
  test('are known by their check digits', () => {
    expect([siren, '552100554', '356000000', '123456782'].map(isSiren)).toEqual([true, true, true, true]);
    expect([siret, '12345678200002'].map(isSiret)).toEqual([true, true]);
    expect(frenchVatNumber(siren)).toBe('FR44732829320');
    expect(isVatNumber('FR44732829320', 'FR')).toBe(true);
    expect(isVatNumber('FR83552100554', 'FR')).toBe(frenchVatNumber('552100554') === 'FR83552100554');
  });

  test('one wrong digit is found, wherever it is', () => {
    fc.assert(fc.property(wrongDigit(siren), (text) => !isSiren(text)));
    fc.assert(fc.property(wrongDigit(siret), (text) => !isSiret(text)));
    fc.assert(fc.property(wrongDigit('FR44732829320', 2), (text) => !isVatNumber(text, 'FR')));
    fc.assert(fc.property(wrongDigit(iban), (text) => !isIban(text)));
  });

  test('establishments of La Poste need not check, but sum to a multiple of five', () => {
    expect(isSiret('35600000000048')).toBe(true);
    expect(isSiret('35600000049837')).toBe(true);
    expect(isSiret('35600000049838')).toBe(false);
    expect(isSiret('73282932049837')).toBe(false);
  });

  test.each(['', '73282932', '7328293200', '73282932O', '732 829 320'])('%p is no SIREN', (text) => {
    expect(isSiren(text)).toBe(false);
  });

  test('a VAT number has the form of its own country', () => {
    expect(isVatNumber('DE123456789', 'DE')).toBe(true);
    expect(isVatNumber('EL123456789', 'GR')).toBe(true);
    expect(isVatNumber('ATU12345678', 'AT')).toBe(true);
    expect(isVatNumber('NL123456789B01', 'NL')).toBe(true);
    expect(isVatNumber('DE123456789', 'AT')).toBe(false);
    expect(isVatNumber('GR123456789', 'GR')).toBe(false);
    expect(isVatNumber('CHE123456789', 'CH')).toBe(false);
  });

  test('an account is known by its remainder', () => {
    expect([iban, 'DE89370400440532013000', 'BE68539007547034'].map(isIban)).toEqual([true, true, true]);
    expect([iban.slice(0, -1), 'FR76', iban.toLowerCase()].map(isIban)).toEqual([false, false, false]);
    expect(['AGRIFRPP', 'AGRIFRPP882', 'AGRIFRP', 'agrifrpp'].map(isBic)).toEqual([true, true, false, false]);
  });

  test('countries are those of the world, and those of the Union', () => {
    expect(['FR', 'BJ', 'XX', 'fr', 'FRA'].map(isCountry)).toEqual([true, true, false, false, false]);
    // Private use, ended, reserved, a union, unknown to EN 16931: none of them may stand on an invoice.
    for (const code of ['ZZ', 'QO', 'AN', 'SU', 'UK', 'XK', 'EU', 'SS', ''])
      expect([code, isCountry(code)]).toEqual([code, false]);
    const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
    expect(letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry)).toHaveLength(248);
    expect(['FR', 'DE', 'GR', 'CH', 'GB'].map(isInUnion)).toEqual([true, true, true, false, false]);
  });

  test('are read as people type them', () => {
    expect(compact('732 829 320')).toBe(siren);
    expect(compact('fr76 3000 6000 0112 3456 7890 189')).toBe(iban);
    expect(compact('732.829.320-00074')).toBe(siret);
  });
});
