// @lane sqlite: arithmetic of dates, without a database.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holidayRegions, holidaysOf, isHoliday, type HolidayRegion } from '../../../src/services/kernel/holidays.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../src/services/kernel/working-days.ts';

test('the eleven holidays of 2026 and of a year whose Ascension is a holiday already', () => {
  expect(holidaysOf(2026)).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ]);
  expect(holidaysOf(2008)).toHaveLength(10);
});

test.each<[HolidayRegion, readonly string[]]>([
  ['metropole', []],
  ['alsace-moselle', ['2027-03-26', '2027-12-26']],
  ['guadeloupe', ['2027-05-27', '2027-07-21']],
  ['guyane', ['2027-06-10']],
  ['la-reunion', ['2027-12-20']],
  ['martinique', ['2027-05-22', '2027-07-21']],
  ['mayotte', ['2027-04-27']],
  ['nouvelle-caledonie', ['2027-09-24']],
  ['polynesie-francaise', ['2027-03-05', '2027-03-26', '2027-11-20']],
  ['saint-barthelemy', ['2027-10-09']],
  ['saint-martin', ['2027-05-28']],
  ['saint-pierre-et-miquelon', []],
  ['wallis-et-futuna', ['2027-04-28', '2027-07-29']],
])('%s adds its own holidays to the eleven of the country', (region, own) => {
  expect(holidaysOf(2027, region)).toEqual([...holidaysOf(2027), ...own].sort());
});

test('Polynesia celebrated its autonomy until 2025', () => {
  expect(holidaysOf(2025, 'polynesie-francaise')).toContain('2025-06-29');
  expect(isHoliday('2026-06-29', 'polynesie-francaise')).toBe(false);
});

test('a date is a holiday exactly when its year says so, in every region', () => {
  const first = Temporal.PlainDate.from('2026-01-01');
  const dates = Array.from({ length: 730 }, (_, days) => first.add({ days }).toString());
  for (const region of holidayRegions)
    expect(dates.filter((date) => isHoliday(date, region))).toEqual([
      ...holidaysOf(2026, region),
      ...holidaysOf(2027, region),
    ]);
});

test('ten working days after the last day of November 2026, and a working day before a Monday', () => {
  expect(addWorkingDays('2026-11-30', 10)).toBe('2026-12-14');
  expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-28');
  expect(addWorkingDays('2026-12-07', -1)).toBe('2026-12-04');
  expect(addWorkingDays('2026-12-06', 0)).toBe('2026-12-06');
});

test('adding and counting undo one another, and skip exactly the days on which nobody works', () => {
  const date = fc
    .integer({ min: 0, max: 4_000 })
    .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }).toString());
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: -40, max: 40 }).filter((days) => days !== 0),
      (from, days) => {
        const to = addWorkingDays(from, days);
        expect(isWorkingDay(to)).toBe(true);
        let counted = 0;
        const step = Math.sign(days);
        for (let at = Temporal.PlainDate.from(from); at.toString() !== to;) {
          at = at.add({ days: step });
          if (isWorkingDay(at.toString())) counted += step;
        }
        expect(counted).toBe(days);
        if (days > 0) expect(workingDaysBetween(from, to)).toBe(days);
        else expect(workingDaysBetween(from, to)).toBe(-workingDaysBetween(to, from));
      },
    ),
    { numRuns: 60 },
  );
});
