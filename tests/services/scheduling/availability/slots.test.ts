// @lane sqlite: arithmetic of dates, without a database.
/** The rules of availability, one by one; availability-model.test.ts compares all of them at once with a model. */
import { describe, expect, test } from '@jest/globals';
import type { DomainError } from '../../../../src/services/kernel/errors.ts';
import { instantOfSlot } from '../../../../src/services/scheduling/availability/instant-of-slot.ts';
import {
  dateOf,
  dayMs,
  dayOf,
  edgeOf,
  localDayOf,
} from '../../../../src/services/scheduling/availability/local-days.ts';
import { refusalsOf } from '../../../../src/services/scheduling/availability/refusals.ts';
import { offeredStarts } from '../../../../src/services/scheduling/availability/slots.ts';
import { counted, makePlan, rule, taken, type PlanFacts } from './make-plan.ts';

const iso = (at: number): string => new Date(at).toISOString().replace(':00.000Z', 'Z');
const at = (instant: string): number => Date.parse(instant);

/** The starts of a local date, as `2026-10-24T22:00Z`. */
function startsOn(date: string, facts: PlanFacts): string[] {
  const plan = makePlan(facts);
  const [from, to] = [0, 1_440].map((minute) => edgeOf(plan.opening.zone, dayOf(date), minute)) as [number, number];
  return offeredStarts(plan, { from, to }).map(iso);
}

const reasons = (startsAt: string, facts: PlanFacts, partySize = 1): string[] =>
  refusalsOf(makePlan(facts), { start: at(startsAt), partySize }).map(({ reason }) => reason);

describe('changes of the clock in Paris', () => {
  const [autumn, spring] = ['2026-10-25', '2027-03-28'];
  test.each([
    [
      autumn,
      '00:00-05:00',
      60,
      ['24T22:00Z', '24T23:00Z', '25T00:00Z', '25T01:00Z', '25T02:00Z', '25T03:00Z'].map((end) => `2026-10-${end}`),
    ],
    [autumn, '08:00-10:00', 60, ['2026-10-25T07:00Z', '2026-10-25T08:00Z']],
    [spring, '00:00-05:00', 60, ['27T23:00Z', '28T00:00Z', '28T01:00Z', '28T02:00Z'].map((end) => `2027-03-${end}`)],
    [autumn, '01:00-02:30', 30, ['2026-10-24T23:00Z', '2026-10-24T23:30Z', '2026-10-25T00:00Z']],
    [spring, '02:00-02:45', 15, []],
    [spring, '02:15-04:00', 30, ['2027-03-28T01:00Z', '2027-03-28T01:30Z']],
    [spring, '08:00-10:00', 60, ['2027-03-28T06:00Z', '2027-03-28T07:00Z']],
  ])('%s %s, %i min', (date, hours, minutes, starts) => {
    const offering = { durationMinutes: minutes, slotStepMinutes: minutes };
    expect(startsOn(date, { offering, opening: { rules: [rule(date, hours)] } })).toEqual(starts);
  });

  test('local 02:00 comes twice in autumn and not in spring', () => {
    const wall = (start: string): string =>
      Temporal.Instant.from(start)
        .toZonedDateTimeISO('Europe/Paris')
        .toPlainTime()
        .toString({ smallestUnit: 'minute' });
    const walls = (date: string) => startsOn(date, { opening: { rules: [rule(date, '00:00-05:00')] } }).map(wall);
    expect(walls(autumn)).toEqual(['00:00', '01:00', '02:00', '02:00', '03:00', '04:00']);
    expect(walls(spring)).toEqual(['00:00', '01:00', '03:00', '04:00']);
  });

  test('a notice of 24 hours is elapsed time: asked at noon before the long day, it ends at 11:00', () => {
    const facts = {
      now: '2026-10-24T10:00:00Z',
      offering: { noticeMinutes: 1_440, slotStepMinutes: 30 },
      opening: { rules: [rule(autumn, '00:00-24:00')] },
    };
    expect(startsOn(autumn, facts)[0]).toBe('2026-10-25T10:00Z');
    expect(reasons('2026-10-25T09:30:00Z', facts)).toEqual(['NOTICE']);
  });

  test('a closure of the long day takes 25 hours', () => {
    const closures = [{ fromOn: autumn, untilOn: autumn, isYearly: false }];
    const days = ['2026-10-24', autumn, '2026-10-26'];
    const rules = days.map((date) => rule(date, '00:00-24:00'));
    const open = days.flatMap((date) => startsOn(date, { opening: { rules, closures } })).map(at);
    const gap = open.findIndex((start, index) => (open[index + 1] ?? start) - start > 3_600_000);
    expect(open.length).toBe(48);
    expect(iso((open[gap] as number) + 3_600_000)).toBe('2026-10-24T22:00Z');
    expect(iso(open[gap + 1] as number)).toBe('2026-10-25T23:00Z');
  });
});

describe('local days elsewhere', () => {
  const edges = (zone: string, date: string, minute: number): string => iso(edgeOf(zone, dayOf(date), minute));

  test('a day begins when midnight is skipped, at the first of two midnights, and not at all', () => {
    expect(edges('America/Santiago', '2026-09-06', 0)).toBe('2026-09-06T04:00Z');
    expect(edges('America/Havana', '2026-11-01', 0)).toBe('2026-11-01T04:00Z');
    expect(edges('Pacific/Apia', '2011-12-30', 0)).toBe(edges('Pacific/Apia', '2011-12-30', 1_440));
  });

  test('a change of half an hour, and an offset of three quarters', () => {
    expect(edges('Australia/Lord_Howe', '2026-10-04', 135)).toBe('2026-10-03T15:30Z');
    expect(edges('Australia/Lord_Howe', '2026-04-05', 105)).toBe('2026-04-04T14:45Z');
    expect(edges('Asia/Kathmandu', '2026-04-05', 540)).toBe('2026-04-05T03:15Z');
  });

  test('dates are days and back; the local day of an instant is that of its zone', () => {
    expect(dateOf(dayOf('2028-02-29'))).toBe('2028-02-29');
    expect(dateOf(localDayOf('Asia/Kathmandu', at('2026-04-05T18:15:00Z')))).toBe('2026-04-06');
  });
});

describe('a date and a time', () => {
  const zone = 'Europe/Paris';
  const refusal = (date: string, time: string) => {
    try {
      return instantOfSlot({ date, time, zone }).toISOString();
    } catch (error) {
      const { code, details } = error as DomainError;
      return { code, details };
    }
  };

  test('are an instant, none, or two', () => {
    expect(refusal('2027-03-28', '03:00')).toBe('2027-03-28T01:00:00.000Z');
    expect(refusal('2027-03-28', '02:30')).toEqual({
      code: 'TIME_DOES_NOT_EXIST',
      details: { before: '2027-03-28T01:30', after: '2027-03-28T03:30' },
    });
    expect(refusal('2026-10-25', '02:30')).toEqual({
      code: 'TIME_AMBIGUOUS',
      details: { earlier: '2026-10-25T00:30:00.000Z', later: '2026-10-25T01:30:00.000Z' },
    });
  });

  test('that are none are refused by their field', () => {
    expect(refusal('2026-02-30', '09:00')).toMatchObject({ details: { fields: [{ path: 'input.date' }] } });
    expect(refusal('2026-02-20', '24:30')).toMatchObject({ details: { fields: [{ path: 'input.time' }] } });
  });
});

describe('what is open', () => {
  const monday = '2026-06-01';
  const starts = (facts: PlanFacts): string[] => startsOn(monday, facts).map((start) => start.slice(11, 16));

  test('windows that overlap or touch are one, breaks cut, and each window begins its own grid', () => {
    const opening = {
      rules: [rule(monday, '09:00-11:00'), rule(monday, '10:30-12:00'), rule(monday, '12:00-16:00')],
      breaks: [rule(monday, '12:15-13:10')],
    };
    expect(starts({ opening })).toEqual(['07:00', '08:00', '09:00', '11:10', '12:10']);
    expect(reasons('2026-06-01T09:30:00Z', { opening })).toEqual(['BREAK']);
    expect(reasons('2026-06-01T11:30:00Z', { opening })).toEqual(['OFF_GRID']);
    expect(reasons('2026-06-01T13:30:00Z', { opening })).toEqual(['OUTSIDE_OPENING']);
  });

  test('every other week, counted from that of the anchor', () => {
    const rules = [rule(monday, '09:00-10:00', { everyWeeks: 2, anchorOn: '2026-06-07' })];
    const mondays = ['2026-05-18', '2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15'];
    expect(mondays.filter((date) => startsOn(date, { opening: { rules } }).length > 0)).toEqual([
      '2026-05-18',
      '2026-06-01',
      '2026-06-15',
    ]);
  });

  test('a rule from a date to another one, with both', () => {
    const rules = [rule(monday, '09:00-10:00', { validFrom: '2026-06-01', validTo: '2026-06-08' })];
    expect(
      ['2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15'].map(
        (date) => startsOn(date, { opening: { rules } }).length,
      ),
    ).toEqual([0, 1, 1, 0]);
  });

  test('a closure before an exception, that before a holiday, that before the week', () => {
    const rules = [rule(monday, '09:00-10:00')];
    const isHoliday = (date: string): boolean => date === monday;
    const exceptions = new Map([[monday, [{ startMinute: 600, endMinute: 660 }]]]);
    const closures = [{ fromOn: monday, untilOn: monday, isYearly: false }];
    const nine = '2026-06-01T07:00:00Z';
    expect(starts({ opening: { rules, isHoliday } })).toEqual([]);
    expect(reasons(nine, { opening: { rules, isHoliday } })).toEqual(['HOLIDAY']);
    expect(starts({ opening: { rules, isHoliday, exceptions } })).toEqual(['08:00']);
    expect(reasons(nine, { opening: { rules, isHoliday, exceptions } })).toEqual(['EXCEPTION']);
    expect(reasons(nine, { opening: { rules, isHoliday, exceptions, closures } })).toEqual(['CLOSURE']);
  });

  test('a closure of an hour cuts its hour, and comes before whatever else is wrong', () => {
    const closure = { fromOn: null, from: at('2026-06-01T08:00:00Z'), to: at('2026-06-01T09:00:00Z') };
    const opening = { rules: [rule(monday, '09:00-12:00')], closures: [closure] };
    expect(starts({ opening })).toEqual(['07:00', '09:00']);
    expect(reasons('2026-06-01T08:00:00Z', { opening })).toEqual(['CLOSURE']);
  });

  test('a closure comes back each year, across the new year too, but not before its first', () => {
    const days = ['2025-12-30', '2026-12-23', '2026-12-30', '2027-01-02', '2027-01-03', '2027-12-30'];
    const rules = days.map((date) => rule(date, '09:00-10:00'));
    const closures = [{ fromOn: '2026-12-24', untilOn: '2027-01-02', isYearly: true }];
    const facts = { now: '2025-01-01T00:00:00Z', offering: { horizonDays: 2_000 }, opening: { rules, closures } };
    expect(days.filter((date) => startsOn(date, facts).length === 0)).toEqual([
      '2026-12-30',
      '2027-01-02',
      '2027-12-30',
    ]);
  });
});

describe('what is free', () => {
  const monday = '2026-06-01';
  const opening = { rules: [rule(monday, '09:00-14:00')] };

  test('the buffers of both sides must be free, but need not be open', () => {
    const offering = { bufferBeforeMinutes: 15, bufferAfterMinutes: 30, slotStepMinutes: 15 };
    const core = { from: at('2026-06-01T09:00:00Z'), to: at('2026-06-01T09:30:00Z') };
    const booking = taken('', '', { core, padded: { from: core.from - 900_000, to: core.to + 1_800_000 } });
    expect(startsOn(monday, { offering, opening, taken: [booking] })).toEqual([
      '2026-06-01T07:00Z',
      '2026-06-01T07:15Z',
      '2026-06-01T10:15Z',
      '2026-06-01T10:30Z',
      '2026-06-01T10:45Z',
      '2026-06-01T11:00Z',
    ]);
    const facts = { offering, opening, taken: [booking] };
    expect(reasons('2026-06-01T07:30:00Z', facts)).toEqual(['BUFFER']);
    expect(reasons('2026-06-01T09:00:00Z', facts)).toEqual(['BOOKED']);
    expect(reasons('2026-06-01T10:00:00Z', facts)).toEqual(['BUFFER']);
  });

  test('the way to the customer is kept free on both sides', () => {
    const facts = {
      travelMinutes: 25,
      offering: { locationKind: 'AT_CUSTOMER' as const, slotStepMinutes: 30 },
      opening,
      taken: [taken('2026-06-01T09:00:00Z', '2026-06-01T09:30:00Z', { kind: 'EXTERNAL' as const })],
    };
    expect(startsOn(monday, facts)).toEqual([
      '2026-06-01T07:00Z',
      '2026-06-01T07:30Z',
      '2026-06-01T10:00Z',
      '2026-06-01T10:30Z',
      '2026-06-01T11:00Z',
    ]);
    expect(reasons('2026-06-01T09:00:00Z', facts)).toEqual(['EXTERNAL']);
  });

  test('a day has as many bookings of the offering as it may have, by the local date of the artisan', () => {
    const facts = {
      offering: { maxPerDay: 2 },
      opening: { rules: [rule(monday, '09:00-14:00'), rule('2026-06-02', '09:00-14:00')] },
      taken: [
        counted('2026-05-31T22:30:00Z', '2026-05-31T23:00:00Z'),
        counted('2026-06-01T21:30:00Z', '2026-06-01T21:45:00Z', { kind: 'HOLD' }),
        taken('2026-06-02T21:30:00Z', '2026-06-02T21:45:00Z'),
        counted('2026-06-02T21:45:00Z', '2026-06-02T21:50:00Z'),
      ],
    };
    expect(startsOn(monday, facts)).toEqual([]);
    expect(reasons('2026-06-01T07:00:00Z', facts)).toEqual(['DAILY_LIMIT']);
    expect(startsOn('2026-06-02', facts)).toHaveLength(5);
  });

  test('every reason is said', () => {
    const facts = {
      now: '2026-06-01T07:00:00Z',
      offering: { noticeMinutes: 300, horizonDays: 1, capacity: 2, status: 'ARCHIVED' as const },
      opening,
      taken: [taken('2026-06-01T08:00:00Z', '2026-06-01T09:00:00Z', { kind: 'HOLD' as const })],
    };
    expect(reasons('2026-06-01T08:30:00Z', facts, 3)).toEqual(['ARCHIVED', 'CAPACITY', 'NOTICE', 'OFF_GRID', 'HELD']);
    expect(reasons('2026-06-03T08:00:00Z', facts)).toEqual(['ARCHIVED', 'HORIZON', 'OUTSIDE_OPENING']);
  });
});

describe('the horizon', () => {
  const everyDay = Array.from({ length: 7 }, (_, n) => rule(dateOf(n), '09:00-10:00'));

  test('is a local date, wholly within it', () => {
    const facts = { now: '2026-06-01T21:59:00Z', offering: { horizonDays: 2 }, opening: { rules: everyDay } };
    const range = { from: at(facts.now), to: at(facts.now) + 10 * dayMs };
    expect(offeredStarts(makePlan(facts), range).map(iso)).toEqual(['2026-06-02T07:00Z', '2026-06-03T07:00Z']);
  });

  test('in working days: the next seven Mondays to Fridays that are no holidays', () => {
    const facts = {
      now: '2026-05-07T08:00:00Z',
      offering: { horizonDays: null, horizonWorkingDays: 7 },
      opening: { rules: everyDay, isHoliday: (date: string) => ['2026-05-08', '2026-05-14'].includes(date) },
    };
    const range = { from: at(facts.now), to: at(facts.now) + 30 * dayMs };
    expect(offeredStarts(makePlan(facts), range).map(iso).at(-1)).toBe('2026-05-20T07:00Z');
  });
});
