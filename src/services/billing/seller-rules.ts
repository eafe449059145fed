import type { Seller } from '../../entities/billing/seller.entity.ts';
import { isBic, isIban, isSiren, isSiret, isVatNumber } from '../kernel/company-numbers.ts';
import { isCountry } from '../kernel/countries.ts';
import type { FieldError } from '../kernel/errors.ts';
import type { SellerFacts } from './seller-facts.ts';

/** What a version says beside its identity and its first day. */
export type SellerContent = SellerFacts & Pick<Seller, 'vatPeriod' | 'accountingBasis' | 'fiscalYearEnd' | 'accounts'>;

type Rule = readonly [field: keyof SellerContent, name: string, holds: (seller: SellerContent) => boolean];

const isDayOfYear = (text: string): boolean => {
  try {
    return /^\d{2}-\d{2}$/.test(text) && Temporal.PlainMonthDay.from(text).toString() === text;
  } catch {
    return false;
  }
};

const rules: readonly Rule[] = [
  ['addressLines', 'required', ({ addressLines }) => addressLines.length > 0],
  ['country', 'country', ({ country }) => isCountry(country)],
  ['siren', 'siren', ({ siren }) => isSiren(siren)],
  ['siret', 'siret', ({ siret }) => isSiret(siret)],
  ['siret', 'otherSiren', ({ siren, siret }) => siret.startsWith(siren)],
  ['vatNumber', 'vatNumber', ({ vatNumber, country }) => vatNumber === null || isVatNumber(vatNumber, country)],
  [
    'vatNumber',
    'otherSiren',
    ({ vatNumber, country, siren }) => vatNumber === null || country !== 'FR' || vatNumber.endsWith(siren),
  ],
  ['vatNumber', 'required', ({ vatNumber, vatRegime }) => vatRegime === 'FRANCHISE' || vatNumber !== null],
  [
    'vatPeriod',
    'otherRegime',
    ({ vatPeriod, vatRegime }) => (vatPeriod === 'FRANCHISE') === (vatRegime === 'FRANCHISE'),
  ],
  ['vatOnDebits', 'otherRegime', ({ vatOnDebits, vatRegime }) => !vatOnDebits || vatRegime === 'STANDARD'],
  ['fiscalYearEnd', 'dayOfYear', ({ fiscalYearEnd }) => isDayOfYear(fiscalYearEnd)],
  ['iban', 'iban', ({ iban }) => iban === null || isIban(iban)],
  ['bic', 'bic', ({ bic }) => bic === null || isBic(bic)],
];

/** What is wrong with a version, by field of the input; empty when it may be written. */
export function sellerFaults(seller: SellerContent): FieldError[] {
  const broken = rules.filter(([, , holds]) => !holds(seller));
  return [...new Set(broken.map(([field]) => field))].map((field) => ({
    path: `input.${field}`,
    rules: broken.filter(([of]) => of === field).map(([, name]) => name),
  }));
}
