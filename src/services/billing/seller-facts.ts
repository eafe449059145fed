import { formatMoney } from '../kernel/format.ts';
import type { Locale } from '../kernel/locale.ts';
import { money, type Money } from '../kernel/money.ts';
import type { VatRegime } from '../kernel/vat.ts';
import type { Config } from '../platform/config.ts';
import type { PostalAddress } from '../kernel/postal-address.ts';
import type { InvoiceSeller } from './invoice-document.ts';
import type { DatedMention } from './legal-mentions.ts';

/** What one version of the seller says, as invoices need it. */
export interface SellerFacts {
  readonly name: string;
  readonly legalForm: string;
  /** Cents; null for a business without a capital. */
  readonly capitalCents: number | null;
  readonly register: string | null;
  readonly addressLines: readonly string[];
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly siren: string;
  readonly siret: string;
  readonly vatNumber: string | null;
  readonly vatRegime: VatRegime;
  readonly vatOnDebits: boolean;
  readonly email: string;
  readonly phone: string | null;
  readonly electronicAddress: string | null;
  readonly iban: string | null;
  readonly bic: string | null;
  /** Days between issue and due date, between businesses. */
  readonly paymentTermDays: number;
  /** Null: what the law says when nothing is agreed. */
  readonly discountTextFr: string | null;
  readonly discountTextEn: string | null;
  readonly penaltyTextFr: string | null;
  readonly penaltyTextEn: string | null;
  readonly logo: { readonly id: string } | null;
  /** Pixels. */
  readonly logoWidth: number | null;
  readonly logoHeight: number | null;
}

const countryNames: Record<Locale, Intl.DisplayNames> = {
  fr: new Intl.DisplayNames('fr', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
};

/** An address as it is printed: « 33000 Bordeaux », « France ». */
export const printedAddress = ({ lines, postcode, city, country }: PostalAddress, locale: Locale): string[] => [
  ...[...lines, `${postcode} ${city}`].map((line) => line.trim()).filter(Boolean),
  countryNames[locale].of(country) ?? country,
];

/** Without its cents when there are none: « 10 000 € ». */
const wholeAmount = (amount: Money, locale: Locale): string =>
  amount.amount % 100 === 0 ? formatMoney(amount, locale).replace(/[.,]00(?!\d)/, '') : formatMoney(amount, locale);

const capitalWords: Record<Locale, (form: string, capital: string) => string> = {
  fr: (form, capital) => `${form} au capital de ${capital}`,
  en: (form, capital) => `${form} with a capital of ${capital}`,
};

/** Those that say something. */
export const given = <T extends Record<string, unknown>>(facts: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as { [K in keyof T]?: NonNullable<T[K]> };

export const postalAddressOf = ({ addressLines, postcode, city, country }: SellerFacts): PostalAddress => ({
  lines: [...addressLines],
  postcode,
  city,
  country,
});

/** The seller as an invoice freezes them. */
export function invoiceSeller(seller: SellerFacts, locale: Locale): InvoiceSeller {
  const { name, legalForm, capitalCents, siren, siret, email, vatRegime } = seller;
  const postal = postalAddressOf(seller);
  const { register, vatNumber, phone, iban, bic, electronicAddress } = seller;
  return {
    name,
    legalForm:
      capitalCents === null ? legalForm : capitalWords[locale](legalForm, wholeAmount(money(capitalCents), locale)),
    address: printedAddress(postal, locale),
    postal,
    email,
    vatRegime,
    siret,
    siren,
    ...given({ register, vatNumber, phone, iban, bic, electronicAddress, logo: logoIn(seller) }),
  };
}

const logoIn = ({ logo, logoWidth: width, logoHeight: height }: SellerFacts): InvoiceSeller['logo'] | null =>
  logo === null || width === null || height === null ? null : { fileId: logo.id, width, height };

/** The first version of the seller: what the settings say. Afterwards an admin changes it, and the settings are not read. */
export function sellerFromConfig(config: Config): SellerFacts {
  return {
    ...addressFrom(config.SELLER_ADDRESS),
    name: config.SELLER_NAME,
    legalForm: config.SELLER_LEGAL_FORM,
    capitalCents: null,
    register: null,
    siret: config.SELLER_SIRET,
    siren: config.SELLER_SIRET.slice(0, 9),
    vatNumber: config.SELLER_VAT_NUMBER ?? null,
    vatRegime: config.SELLER_VAT_REGIME,
    vatOnDebits: false,
    email: config.FROM_EMAIL,
    phone: null,
    electronicAddress: null,
    iban: null,
    bic: null,
    paymentTermDays: 30,
    discountTextFr: null,
    discountTextEn: null,
    penaltyTextFr: null,
    penaltyTextEn: null,
    logo: null,
    logoWidth: null,
    logoHeight: null,
  };
}

/** Lines of an address separated by line breaks or bars, in its parts: a line like `33000 Bordeaux` is postcode and city. */
export function addressFrom(text: string): Pick<SellerFacts, 'addressLines' | 'postcode' | 'city' | 'country'> {
  const lines = text
    .split(/[\n|]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.toLowerCase() !== 'france');
  const at = lines.findLastIndex((line) => /^\d{5}\s+\S/.test(line));
  if (at === -1) return { addressLines: lines, postcode: '', city: '', country: 'FR' };
  const [postcode = '', ...city] = (lines[at] as string).split(/\s+/);
  return { addressLines: lines.toSpliced(at, 1), postcode, city: city.join(' '), country: 'FR' };
}

/** The mentions of the law, with what the seller agrees about early and late payment instead of what it says otherwise. */
export function mentionsOf(seller: SellerFacts, catalogue: readonly DatedMention[]): readonly DatedMention[] {
  const agreed: Readonly<Record<string, readonly [fr: string | null, en: string | null]>> = {
    'no-discount': [seller.discountTextFr, seller.discountTextEn],
    'late-penalty': [seller.penaltyTextFr, seller.penaltyTextEn],
  };
  return catalogue.map((mention) => {
    const [fr, en] = agreed[mention.code] ?? [null, null];
    const { textFr, textEn } = mention;
    return fr === null && en === null ? mention : { ...mention, textFr: fr ?? textFr, textEn: en ?? textEn };
  });
}
