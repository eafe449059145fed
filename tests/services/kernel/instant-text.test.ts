// @lane sqlite: pure arithmetic
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LocalDateResolver } from 'graphql-scalars';
import { instantText, isDateText } from '../../../src/services/kernel/instant-text.ts';

describe('the text of an instant', () => {
  test('is that of the language, of every year', () => {
    const instants = fc.integer({ min: -8.64e15, max: 8.64e15 });
    const near = fc.integer({ min: Date.parse('-000001-01-01T00:00:00Z'), max: Date.parse('+010001-01-01T00:00:00Z') });
    fc.assert(
      fc.property(fc.oneof(near, instants), (at) => expect(instantText(at)).toBe(new Date(at).toISOString())),
      { numRuns: 20_000 },
    );
  });

  test('is that of the language at the ends of days, of years and of leap years', () => {
    for (const day of [
      '0000-01-01',
      '0000-02-29',
      '1600-02-29',
      '1900-03-01',
      '1970-01-01',
      '2000-02-29',
      '2100-02-28',
    ])
      for (const away of [-86_400_000, -1, 0, 1, 999, 86_399_999, 86_400_000]) {
        const at = Date.parse(`${day}T00:00:00Z`) + away;
        expect(instantText(at)).toBe(new Date(at).toISOString());
      }
  });

  test('is refused of what is no instant, and drops parts of a millisecond, as the language does', () => {
    expect(() => instantText(Number.NaN)).toThrow(RangeError);
    expect(() => instantText(9e15)).toThrow(RangeError);
    expect(instantText(1.9)).toBe('1970-01-01T00:00:00.001Z');
    expect(instantText(-1.9)).toBe('1969-12-31T23:59:59.999Z');
  });
});

describe('the text of a day', () => {
  const isAccepted = (text: string): boolean => {
    try {
      return LocalDateResolver.serialize(text) === text;
    } catch {
      return false;
    }
  };

  test('is one where the scalar of the library says so', () => {
    const number = (most: number, length: number) =>
      fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(length, '0'));
    const dates = fc
      .tuple(fc.oneof(number(9_999, 4), fc.constantFrom('1900', '2000', '2024')), number(13, 2), number(32, 2))
      .map((parts) => parts.join('-'));
    fc.assert(
      fc.property(dates, (text) => expect(isDateText(text)).toBe(isAccepted(text))),
      { numRuns: 20_000 },
    );
    for (const text of ['', '2026-1-01', '2026-12-24T', ' 2026-12-24', '2026-12-24\n', '20261224', '-2026-12-24'])
      expect(isDateText(text)).toBe(isAccepted(text));
  });
});
