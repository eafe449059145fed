import { describe, expect, test } from '@jest/globals';
import { readPhone, requirePhone } from '../../../src/services/scheduling/phone.ts';

describe('a phone number', () => {
  test.each([
    ['06 12 34 56 78', 'FR', '+33612345678', true],
    ['06.12.34.56.78', 'FR', '+33612345678', true],
    ['01 42 68 53 00', 'FR', '+33142685300', false],
    ['+33 (6) 12-34-56-78', 'CH', '+33612345678', true],
    ['0692 12 34 56', 'RE', '+262692123456', true],
    ['+262 692 12 34 56', 'FR', '+262692123456', true],
    ['079 123 45 67', 'CH', '+41791234567', true],
    ['+1 202 555 0143', 'FR', '+12025550143', true],
  ])('%s, read in %s, is %s', (text, country, number, isMobile) => {
    expect(readPhone(text, country)).toEqual({ number, isMobile });
  });

  test.each([
    ['a number of Réunion in metropolitan France', '0692123456', 'FR'],
    ['too few digits', '061234567', 'FR'],
    ['too many digits', '+3361234567890123', 'FR'],
    ['an extension', '0142685300 x12', 'FR'],
    ['no number of any country', '+999 123 456 789', 'FR'],
    ['a country nobody knows', '0612345678', 'ZZ'],
    ['digits of another script', '٠٦١٢٣٤٥٦٧٨', 'FR'],
  ])('%s is none', (_, text, country) => {
    expect(readPhone(text, country)).toBeNull();
  });

  test('is refused on its field', () => {
    expect(() => requirePhone('0692123456', { country: 'FR', path: 'input.phone' })).toThrow(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        details: { fields: [{ path: 'input.phone', rules: ['phoneNumber'] }] },
      }),
    );
  });

  test('must be a mobile one for text messages', () => {
    const asked = { country: 'FR', path: 'input.customer.phone', mustBeMobile: true };
    expect(requirePhone('0612345678', asked)).toBe('+33612345678');
    expect(() => requirePhone('0142685300', asked)).toThrow(
      expect.objectContaining({
        code: 'PHONE_NOT_MOBILE',
        details: { fields: [{ path: 'input.customer.phone', rules: ['mobile'] }] },
      }),
    );
  });
});
