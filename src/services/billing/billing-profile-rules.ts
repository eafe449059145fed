import type { BillingProfile } from '../../entities/billing/billing-profile.entity.ts';
import { isInUnion, isSiren, isSiret, isVatNumber } from '../kernel/company-numbers.ts';
import { isCountry } from '../kernel/countries.ts';
import type { FieldError } from '../kernel/errors.ts';
import type { BuyerKind } from '../kernel/vat.ts';

/** What a billing profile says. */
export interface ProfileContent extends Pick<
  BillingProfile,
  'name' | 'postcode' | 'city' | 'country' | 'siren' | 'siret' | 'vatNumber' | 'electronicAddress' | 'purchaseOrder'
> {
  readonly kind: BuyerKind;
  readonly addressLines: readonly string[];
}

const countriesOf: Record<BuyerKind, (country: string) => boolean> = {
  PERSON: () => true,
  FRENCH_BUSINESS: (country) => country === 'FR',
  EU_BUSINESS: (country) => country !== 'FR' && isInUnion(country),
  OTHER_BUSINESS: (country) => !isInUnion(country),
};

type Rule = readonly [field: keyof ProfileContent, name: string, holds: (profile: ProfileContent) => boolean];

const absentOr =
  <K extends keyof ProfileContent>(field: K, holds: (value: string) => boolean) =>
  (profile: ProfileContent): boolean => {
    const value = profile[field];
    return typeof value !== 'string' || holds(value);
  };

const rules: readonly Rule[] = [
  ['country', 'country', absentOr('country', isCountry)],
  ['country', 'otherKind', (profile) => absentOr('country', countriesOf[profile.kind])(profile)],
  ['siren', 'siren', absentOr('siren', isSiren)],
  ['siret', 'siret', absentOr('siret', isSiret)],
  ['siret', 'otherSiren', ({ siren, siret }) => siren === null || siret === null || siret.startsWith(siren)],
  ['vatNumber', 'otherKind', ({ vatNumber, kind }) => vatNumber === null || kind !== 'PERSON'],
  // A number outside the Union has no form that is known here.
  [
    'vatNumber',
    'vatNumber',
    ({ vatNumber, country }) =>
      vatNumber === null || (country !== null && (!isInUnion(country) || isVatNumber(vatNumber, country))),
  ],
  [
    'vatNumber',
    'otherSiren',
    ({ vatNumber, siren, kind }) =>
      vatNumber === null || siren === null || kind !== 'FRENCH_BUSINESS' || vatNumber.endsWith(siren),
  ],
];

/** What is wrong with a profile, by field of the input; empty when it may be written. What is missing is no fault yet. */
export function profileFaults(profile: ProfileContent): FieldError[] {
  const broken = rules.filter(([, , holds]) => !holds(profile));
  return [...new Set(broken.map(([field]) => field))].map((field) => ({
    path: `input.${field}`,
    rules: broken.filter(([of]) => of === field).map(([, name]) => name),
  }));
}
