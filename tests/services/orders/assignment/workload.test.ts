// @lane sqlite: arithmetic of days reads no row.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '../../../../src/services/kernel/working-days.ts';
import { outlookOf, wrongAbsence } from '../../../../src/services/orders/assignment/workload.ts';

/** A Friday. */
const today = '2026-11-20';
const free = { capacityPagesPerDay: 20, openPages: 0, absences: [] };

describe('when somebody has time', () => {
  test.each([
    ['nothing to do: today', free, 0, { nextFreeDay: '2026-11-20', doneOn: '2026-11-20' }],
    ['a day of pages: today', free, 20, { nextFreeDay: '2026-11-20', doneOn: '2026-11-20' }],
    ['over the weekend', free, 21, { nextFreeDay: '2026-11-20', doneOn: '2026-11-23' }],
    ['after what is open', { ...free, openPages: 30 }, 40, { nextFreeDay: '2026-11-23', doneOn: '2026-11-25' }],
    ['a full day is not free', { ...free, openPages: 20 }, 1, { nextFreeDay: '2026-11-23', doneOn: '2026-11-23' }],
    [
      'away until Tuesday',
      { ...free, absences: [{ fromOn: '2026-11-20', untilOn: '2026-11-24' }] },
      20,
      { nextFreeDay: '2026-11-25', doneOn: '2026-11-25' },
    ],
    ['more than a year of work', { ...free, openPages: 9_000 }, 1, { nextFreeDay: null, doneOn: null }],
  ])('%s', (_name, load, pages, outlook) => {
    expect(outlookOf(load, pages, today)).toEqual(outlook);
  });

  test('more work is never done sooner, and always on a working day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (capacityPagesPerDay, openPages, pages) => {
          const load = { ...free, capacityPagesPerDay, openPages };
          const { nextFreeDay, doneOn } = outlookOf(load, pages, today);
          const later = outlookOf({ ...load, openPages: openPages + 1 }, pages, today);
          expect((doneOn ?? '9') <= (later.doneOn ?? '9')).toBe(true);
          expect((nextFreeDay ?? '9') <= (doneOn ?? '9')).toBe(true);
          if (doneOn !== null) expect(isWorkingDay(doneOn)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('absences that are inverted or overlap are found', () => {
  const [first, second] = [
    { fromOn: '2026-12-01', untilOn: '2026-12-05' },
    { fromOn: '2026-12-06', untilOn: '2026-12-06' },
  ];
  expect(wrongAbsence([first, second])).toBeNull();
  expect(wrongAbsence([second, { fromOn: '2026-12-09', untilOn: '2026-12-08' }])).toBe(1);
  expect(wrongAbsence([first, second, { fromOn: '2026-12-05', untilOn: '2026-12-05' }])).toBe(2);
});
