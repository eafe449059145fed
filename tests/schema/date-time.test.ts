import { describe, expect, test } from '@jest/globals';
import { DateTime } from '../../src/schema/scalars/index.ts';

describe('DateTime', () => {
  test.each([
    ['a Date', new Date('2026-11-20T19:30:00.005Z'), '2026-11-20T19:30:00.005Z'],
    ['milliseconds', Date.UTC(2026, 10, 20, 19, 30), '2026-11-20T19:30:00.000Z'],
    ['text of MySQL', '2026-11-20 19:30:00.050', '2026-11-20T19:30:00.050Z'],
    ['text of MySQL without its three zeros', '2026-11-20 19:30:00', '2026-11-20T19:30:00.000Z'],
  ])('%s is written in RFC 3339 with milliseconds', (_name, value, written) => {
    expect(DateTime.serialize(value)).toBe(written);
  });

  test.each([
    '2026-11-20',
    '2026-11-20 19:30:00',
    '20 novembre',
    '2026-13-40T00:00:00Z',
    '2027-02-30T00:00:00.000Z',
    '2027-02-29T00:00:00Z',
    '2100-02-29T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-11-31T00:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-12-31T23:59:60Z',
    '2026-11-20T12:60:00Z',
    '2026-11-20T12:00:00+24:00',
    '2026-11-20T12:00:00+01:60',
    '0000-01-01T00:00:00Z',
    '0999-12-31T23:59:59Z',
    '9999-12-31T23:59:59-00:01',
    '10000-01-01T00:00:00Z',
    '+012026-11-20T12:00:00Z',
    '2026-11-20T12:00:00.1234567890Z',
    '2026-11-20T12:00:00',
    ' 2026-11-20T12:00:00Z',
  ])('%s is refused', (text) => {
    expect(() => DateTime.parseValue(text)).toThrow();
  });

  test.each([
    '2028-02-29T00:00:00Z',
    '2000-02-29T23:59:59.999Z',
    '9999-12-31T23:59:59.999Z',
    '1000-01-01T00:00:00Z',
    '2026-11-20t12:00:00z',
    '2026-11-20T23:30:00-05:00',
  ])('%s is an instant', (text) => {
    expect(DateTime.parseValue(text)).toEqual(new Date(text));
  });
});
