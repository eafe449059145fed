/**
 * What a quantity counts, by UN/ECE recommendation 20 (BT-130). An e-invoice knows no other units; what is printed beside the quantity
 * may be any word.
 */
import type { Locale } from './locale.ts';

interface Unit {
  /** As printed, for one and for more. Nothing is said of things that are counted one by one. */
  readonly words: Readonly<Record<Locale, readonly [one: string, more: string]>>;
}

const same = (word: string): Unit => ({ words: { fr: [word, word], en: [word, word] } });
const units = {
  C62: same(''),
  ZP: { words: { fr: ['page', 'pages'], en: ['page', 'pages'] } },
  D68: { words: { fr: ['mot', 'mots'], en: ['word', 'words'] } },
  MIN: same('min'),
  HUR: same('h'),
  DAY: { words: { fr: ['jour', 'jours'], en: ['day', 'days'] } },
  WEE: { words: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'] } },
  MON: { words: { fr: ['mois', 'mois'], en: ['month', 'months'] } },
  ANN: { words: { fr: ['an', 'ans'], en: ['year', 'years'] } },
  LS: { words: { fr: ['forfait', 'forfaits'], en: ['lump sum', 'lump sums'] } },
  SET: { words: { fr: ['lot', 'lots'], en: ['set', 'sets'] } },
  KMT: same('km'),
  MTR: same('m'),
  MTK: same('m²'),
  KGM: same('kg'),
  LTR: same('l'),
  KWH: same('kWh'),
} as const satisfies Readonly<Record<string, Unit>>;

export type UnitCode = keyof typeof units;
export const unitCodes = Object.keys(units) as [UnitCode, ...UnitCode[]];

const spelled: Readonly<Record<string, UnitCode>> = { heure: 'HUR', heures: 'HUR', hour: 'HUR', hours: 'HUR' };
const byWord: ReadonlyMap<string, UnitCode> = new Map([
  ...Object.entries(spelled),
  ...unitCodes.flatMap((code) =>
    Object.values(units[code].words)
      .flat()
      .map((word): [string, UnitCode] => [word, code]),
  ),
]);

/** What a printed word counts; anything unknown is counted one by one. */
export const unitCodeOf = (word: string): UnitCode => byWord.get(word) ?? 'C62';

/** The word of a unit beside a quantity, in thousandths: « 2,5 jours », « 1,5 jour » in French, whose plural begins at two. */
export function unitWord(code: UnitCode, thousandths: number, locale: Locale): string {
  const isMore = locale === 'fr' ? Math.abs(thousandths) >= 2_000 : Math.abs(thousandths) !== 1_000;
  return units[code].words[locale][isMore ? 1 : 0];
}
