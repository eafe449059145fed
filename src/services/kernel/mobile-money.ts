/** Mobile money of West Africa: its networks, and which phones and amounts they take. All of it counts in francs CFA. */
import { foldText } from './fold.ts';

/**
 * Countries of the networks: the calling code, and the digits of a national number after it. Source: the numbering plans
 * that the ITU publishes; Benin has written 01 before its former eight digits since November 2024.
 */
const countries = {
  BJ: { callingCode: '229', national: /^01\d{8}$/ },
  BF: { callingCode: '226', national: /^\d{8}$/ },
  CG: { callingCode: '242', national: /^\d{9}$/ },
  CI: { callingCode: '225', national: /^\d{10}$/ },
  ML: { callingCode: '223', national: /^\d{8}$/ },
  SN: { callingCode: '221', national: /^\d{9}$/ },
  TG: { callingCode: '228', national: /^\d{8}$/ },
} as const;

export type MobileCountry = keyof typeof countries;

export interface MobileNetworkFacts {
  /** As people know it. */
  readonly name: string;
  readonly country: MobileCountry;
  /** PUSH: the payer confirms on the phone. REDIRECT: on a page of the network. */
  readonly confirmation: 'PUSH' | 'REDIRECT';
  /** Offered unless the installation says otherwise. */
  readonly isUsual: boolean;
}

const network = (
  name: string,
  country: MobileCountry,
  { confirmation = 'PUSH', isUsual = true }: Partial<Pick<MobileNetworkFacts, 'confirmation' | 'isUsual'>> = {},
): MobileNetworkFacts => ({ name, country, confirmation, isUsual });
const redirect = { confirmation: 'REDIRECT' } as const;
const unusual = { isUsual: false } as const;

/**
 * Every network, by the name that FeexPay gives it, in capitals. Not usual: Congo counts in another franc (XAF); for Coris
 * and Mobi Cash there is one source only.
 */
export const mobileNetworkFacts = {
  MTN: network('MTN Mobile Money', 'BJ'),
  MOOV: network('Moov Money', 'BJ'),
  CELTIIS_BJ: network('Celtiis Cash', 'BJ'),
  CORIS: network('Coris Money', 'BJ', unusual),
  TOGOCOM_TG: network('Mixx by Yas (Togocom)', 'TG'),
  MOOV_TG: network('Moov Money', 'TG'),
  MTN_CI: network('MTN Mobile Money', 'CI'),
  MOOV_CI: network('Moov Money', 'CI'),
  ORANGE_CI: network('Orange Money', 'CI', redirect),
  WAVE_CI: network('Wave', 'CI', redirect),
  MTN_CG: network('MTN Mobile Money', 'CG', unusual),
  ORANGE_SN: network('Orange Money', 'SN', redirect),
  WAVE_SN: network('Wave', 'SN', redirect),
  FREE_SN: network('Free Money', 'SN'),
  MOOV_BF: network('Moov Money', 'BF'),
  ORANGE_BF: network('Orange Money', 'BF', redirect),
  WAVE_BF: network('Wave', 'BF', redirect),
  ORANGE_ML: network('Orange Money', 'ML', redirect),
  MOBICASH_ML: network('Mobi Cash', 'ML', unusual),
} as const satisfies Record<string, MobileNetworkFacts>;

export type MobileNetwork = keyof typeof mobileNetworkFacts;
export const mobileNetworks = Object.keys(mobileNetworkFacts) as [MobileNetwork, ...MobileNetwork[]];
export const usualMobileNetworks: readonly MobileNetwork[] = mobileNetworks.filter(
  (name) => mobileNetworkFacts[name].isUsual,
);

export const callingCodeOf = (name: MobileNetwork): string => countries[mobileNetworkFacts[name].country].callingCode;

/**
 * The digits of a phone (`+2290166000000`) for a network, with the calling code and without the sign; undefined when it is
 * not a number of the network's country.
 */
export function phoneForNetwork(phone: string, name: MobileNetwork): string | undefined {
  const { callingCode, national } = countries[mobileNetworkFacts[name].country];
  const digits = phone.replace(/^\+/, '');
  return digits.startsWith(callingCode) && national.test(digits.slice(callingCode.length)) ? digits : undefined;
}

/** In francs CFA, both included. */
export const mobileMoneyLimits = { least: 100, most: 2_000_000 } as const;

const longestWords = 100;

/** A text as every network accepts it: plain letters, digits and spaces. Accents fall off, whatever else is a space. */
export const wordsForNetwork = (text: string): string =>
  unaccented(text)
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .slice(0, longestWords)
    .trim();

/** Letter by letter, so that capitals stay. */
const unaccented = (text: string): string =>
  [...text]
    .map((letter) => {
      const plain = foldText(letter);
      return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
    })
    .join('');
