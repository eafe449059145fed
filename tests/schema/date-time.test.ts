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

  test.each(['2026-11-20', '2026-11-20 19:30:00', '20 novembre', '2026-13-40T00:00:00Z'])('%s is refused', (text) => {
    expect(() => DateTime.parseValue(text)).toThrow();
  });
});
