/**
 * Public holidays of France and of its territories, computed: those of the Code du travail, articles L3133-1 and L3422-2, of local
 * law, and what official lists say of the territories that have their own labour code.
 */

const fixedHolidays: readonly string[] = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** Days after Easter Sunday: Easter Monday, the Ascension, Whit Monday. */
const afterEaster: readonly number[] = [1, 39, 50];
const goodFriday = -2;

/** What a territory adds to the eleven of the whole country. */
interface Additions {
  /** Month and day. */
  readonly fixed?: readonly string[] | ((year: number) => readonly string[]);
  readonly afterEaster?: readonly number[];
}

/** The abolition of slavery, Victor Schoelcher, the citizenship, Saint Pierre Chanel and the like, each on its own day. */
const additions = {
  metropole: {},
  'alsace-moselle': { fixed: ['12-26'], afterEaster: [goodFriday] },
  guadeloupe: { fixed: ['05-27', '07-21'] },
  guyane: { fixed: ['06-10'] },
  'la-reunion': { fixed: ['12-20'] },
  martinique: { fixed: ['05-22', '07-21'] },
  mayotte: { fixed: ['04-27'] },
  'nouvelle-caledonie': { fixed: ['09-24'] },
  // The arrival of the Gospel; the autonomy, which gave way to Matari’i in 2026.
  'polynesie-francaise': {
    fixed: (year) => ['03-05', year < 2026 ? '06-29' : '11-20'],
    afterEaster: [goodFriday],
  },
  'saint-barthelemy': { fixed: ['10-09'] },
  'saint-martin': { fixed: ['05-28'] },
  'saint-pierre-et-miquelon': {},
  'wallis-et-futuna': { fixed: ['04-28', '07-29'] },
} as const satisfies Readonly<Record<string, Additions>>;

export type HolidayRegion = keyof typeof additions;
export const holidayRegions = Object.keys(additions) as readonly HolidayRegion[];
export const isHolidayRegion = (name: string): name is HolidayRegion => Object.hasOwn(additions, name);

const fixedOf = (region: HolidayRegion, year: number): readonly string[] => {
  const { fixed = [] }: Additions = additions[region];
  return [...fixedHolidays, ...(typeof fixed === 'function' ? fixed(year) : fixed)];
};

const movingOf = (region: HolidayRegion): readonly number[] => {
  const added: Additions = additions[region];
  return [...afterEaster, ...(added.afterEaster ?? [])];
};

/** Easter Sunday of a Gregorian year: the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}

/** The public holidays of a year, in the order of the calendar; eleven in `metropole`, ten where two fall on one day. */
export function holidaysOf(year: number, region: HolidayRegion = 'metropole'): string[] {
  const easter = easterOf(year);
  return [
    ...new Set([
      ...fixedOf(region, year).map((day) => `${String(year).padStart(4, '0')}-${day}`),
      ...movingOf(region).map((days) => easter.add({ days }).toString()),
    ]),
  ].sort();
}

/** Is this local date a public holiday there? */
export function isHoliday(localDate: string, region: HolidayRegion = 'metropole'): boolean {
  const day = Temporal.PlainDate.from(localDate);
  if (fixedOf(region, day.year).includes(localDate.slice(5))) return true;
  const easter = easterOf(day.year);
  return movingOf(region).some((days) => easter.add({ days }).equals(day));
}
