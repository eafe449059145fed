import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { DomainError, fieldError } from '../kernel/errors.ts';

/** A phone number that can be called. */
export interface PhoneNumber {
  /** E.164: `+33612345678`. */
  readonly number: string;
  /** Whether text messages reach it. In some countries, North America's among them, numbers do not say: then it counts as one. */
  readonly isMobile: boolean;
}

/** As people write it: 10 to 15 digits, a plus before them or not. */
const written = /^\+?\d{10,15}$/;
const mobile: ReadonlySet<string | undefined> = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** A country whose numbers can be read: its ISO 3166-1 code. */
export const isCountry = (code: string): boolean => isSupportedCountry(code);

/** A number as somebody wrote it, national forms read by the country (ISO 3166-1); null for what nobody can be called at. */
export function readPhone(text: string, country: string): PhoneNumber | null {
  const digits = text.replace(/[\s.()/-]/g, '');
  if (!written.test(digits)) return null;
  const phone = parsePhoneNumberFromString(digits, country as CountryCode);
  return phone?.isValid() ? { number: phone.number, isMobile: mobile.has(phone.getType()) } : null;
}

/** What a number is asked for: where national forms are from, the field that is refused, and whether text messages must reach it. */
export interface PhoneRules {
  readonly country: string;
  readonly path: string;
  readonly mustBeMobile?: boolean;
}

/** The number in E.164. Errors: INPUT_INVALID on its field, PHONE_NOT_MOBILE. */
export function requirePhone(text: string, { country, path, mustBeMobile = false }: PhoneRules): string {
  const phone = readPhone(text, country);
  if (phone === null) throw fieldError(path, 'phoneNumber');
  if (mustBeMobile && !phone.isMobile)
    throw new DomainError('PHONE_NOT_MOBILE', { fields: [{ path, rules: ['mobile'] }] });
  return phone.number;
}
