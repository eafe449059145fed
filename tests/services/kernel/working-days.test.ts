// @lane sqlite: arithmetic of dates, without a database.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingDays,
  frenchHolidays,
  isWorkingDay,
  workingDaysBetween,
} from '../../../src/services/kernel/working-days.ts';

test('the eleven holidays of 2026 and of a year whose Ascension is a holiday already', () => {
  expect(frenchHolidays(2026)).toEqual([
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
  expect(frenchHolidays(2008)).toHaveLength(10);
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
