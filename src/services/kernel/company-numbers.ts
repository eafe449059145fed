/**
 * Numbers of businesses and of their bank accounts: each has a check that finds a wrong digit.
 *
 * Sources: INSEE (SIREN, SIRET: Luhn; establishments of La Poste: sum of digits), CGI ann. II art. 285-0 and BOFiP
 * (key of French VAT numbers), Commission's VIES guide (forms of VAT numbers), ISO 13616 (IBAN), ISO 9362 (BIC).
 */

/** The last digit makes the weighted sum a multiple of ten (Luhn). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const weighted = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

const sumOfDigits = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

const laPoste = '356000000';

/** Nine digits that check. */
export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && passesLuhn(text);

/** Fourteen digits that check, beginning with a SIREN. La Poste has more establishments than the check allows: theirs sum to a multiple of five. */
export const isSiret = (text: string): boolean =>
  /^\d{14}$/.test(text) &&
  isSiren(text.slice(0, 9)) &&
  (passesLuhn(text) || (text.startsWith(laPoste) && sumOfDigits(text) % 5 === 0));

/** The VAT number of a French business: its key follows from its SIREN. */
export const frenchVatNumber = (siren: string): string =>
  `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0')}${siren}`;

/** Forms of VAT numbers behind their two letters, by country of the Union. Greece writes EL. */
const vatForms = {
  AT: /^ATU\d{8}$/,
  BE: /^BE[01]\d{9}$/,
  BG: /^BG\d{9,10}$/,
  HR: /^HR\d{11}$/,
  CY: /^CY\d{8}[A-Z]$/,
  CZ: /^CZ\d{8,10}$/,
  DK: /^DK\d{8}$/,
  EE: /^EE\d{9}$/,
  FI: /^FI\d{8}$/,
  FR: /^FR[0-9A-HJ-NP-Z]{2}\d{9}$/,
  DE: /^DE\d{9}$/,
  GR: /^EL\d{9}$/,
  HU: /^HU\d{8}$/,
  IE: /^IE(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^IT\d{11}$/,
  LV: /^LV\d{11}$/,
  LT: /^LT(\d{9}|\d{12})$/,
  LU: /^LU\d{8}$/,
  MT: /^MT\d{8}$/,
  NL: /^NL[0-9A-Z+*]{9}B[0-9A-Z+*]{2}$/,
  PL: /^PL\d{10}$/,
  PT: /^PT\d{9}$/,
  RO: /^RO\d{2,10}$/,
  SK: /^SK\d{10}$/,
  SI: /^SI\d{8}$/,
  ES: /^ES[0-9A-Z]\d{7}[0-9A-Z]$/,
  SE: /^SE\d{10}01$/,
} as const satisfies Record<string, RegExp>;

/** The countries of the European Union (ISO 3166-1). */
export const unionCountries: readonly string[] = Object.keys(vatForms);

/** Whether a country (ISO 3166-1) belongs to the European Union, of which Monaco is a part for VAT only. */
export const isInUnion = (country: string): boolean => Object.hasOwn(vatForms, country);

/** Whether a VAT number has the form of its country; a French one with a key of digits is checked against it. */
export function isVatNumber(text: string, country: string): boolean {
  if (!isInUnion(country) || !vatForms[country as keyof typeof vatForms].test(text)) return false;
  if (country !== 'FR') return true;
  const siren = text.slice(4);
  return isSiren(siren) && (/[A-Z]/.test(text.slice(2, 4)) || text === frenchVatNumber(siren));
}

/** An international bank account number without blanks: letters count as numbers, and the whole leaves 1 when divided by 97. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  if (text.startsWith('FR') && text.length !== 27) return false;
  const digits = `${text.slice(4)}${text.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** The code of a bank: eight characters, or eleven with its branch. */
export const isBic = (text: string): boolean => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);

/** A number as people type it, without what they put between its digits. */
export const compact = (text: string): string => text.replace(/[\s.\u00a0\u202f-]/g, '').toUpperCase();
