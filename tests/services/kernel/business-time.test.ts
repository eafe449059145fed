// @lane sqlite: arithmetic of dates, without a database.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addBusinessMinutes,
  businessMinutesBetween,
  instantAt,
  isOpenAt,
  windowsFault,
  type BusinessHours,
} from '../../../src/services/kernel/business-time.ts';
import { isHoliday } from '../../../src/services/kernel/holidays.ts';

const zone = 'Europe/Paris';
const day = [
  { from: '09:00', to: '12:30' },
  { from: '13:30', to: '18:00' },
];
const office: BusinessHours = { zone, week: [day, day, day, day, day, [], []], isClosed: isHoliday };
const always: BusinessHours = {
  zone,
  week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
  isClosed: () => false,
};
const never: BusinessHours = { zone, week: [[], [], [], [], [], [], []], isClosed: () => false };

describe('minutes of business time', () => {
  test('a holiday and a weekend are between a Thursday afternoon and a Monday morning', () => {
    const from = instantAt('2026-04-30', '16:30', zone);
    expect(addBusinessMinutes(office, from, 240)).toEqual(instantAt('2026-05-04', '11:30', zone));
    expect(businessMinutesBetween(office, from, instantAt('2026-05-04', '11:30', zone))).toBe(240);
  });

  test('windows keep their hours across both changes of the clock', () => {
    for (const [friday, monday] of [
      ['2026-03-27', '2026-03-30'],
      ['2026-10-23', '2026-10-26'],
    ] as const)
      expect(addBusinessMinutes(office, instantAt(friday, '17:00', zone), 120)).toEqual(
        instantAt(monday, '10:00', zone),
      );
  });

  test('a business that never closes loses no minute, also on days of 23 and 25 hours', () => {
    for (const [date, minutes] of [
      ['2026-03-29', 1_380],
      ['2026-10-25', 1_500],
    ] as const) {
      const [from, to] = [instantAt(date, '00:00', zone), instantAt(date, '24:00', zone)];
      expect(businessMinutesBetween(always, from, to)).toBe(minutes);
      expect(addBusinessMinutes(always, from, minutes)).toEqual(to);
    }
  });

  test('what ends with a window ends when it closes; hours that never open have no end', () => {
    expect(addBusinessMinutes(office, instantAt('2026-11-30', '12:00', zone), 30)).toEqual(
      instantAt('2026-11-30', '12:30', zone),
    );
    expect(addBusinessMinutes(never, new Date(0), 1)).toBeNull();
  });

  test('both functions agree with a count minute by minute', () => {
    const start = instantAt('2026-04-28', '00:00', zone).getTime();
    const minute = fc.integer({ min: 0, max: 9 * 24 * 60 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 1_500 }), (after, minutes) => {
        const from = new Date(start + after * 60_000);
        const to = addBusinessMinutes(office, from, minutes) as Date;
        let counted = 0;
        for (let at = from.getTime(); at < to.getTime(); at += 60_000) if (isOpenAt(office, new Date(at))) counted += 1;
        expect(counted).toBe(minutes);
        expect(businessMinutesBetween(office, from, to)).toBe(minutes);
      }),
      { numRuns: 25 },
    );
  });

  test('windows that are inverted, empty, over one another or no times are each named', () => {
    expect(windowsFault(day)).toBeUndefined();
    expect(windowsFault([{ from: '10:00', to: '09:00' }])).toBe('INVERTED');
    expect(windowsFault([{ from: '10:00', to: '10:00' }])).toBe('INVERTED');
    expect(windowsFault([...day, { from: '12:00', to: '14:00' }])).toBe('OVERLAP');
    expect(windowsFault([{ from: '9:00', to: '25:00' }])).toBe('TIME');
  });
});
