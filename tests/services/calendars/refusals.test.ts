import { expect, test } from '@jest/globals';
import type { CalendarProvider } from '../../../src/entities/calendars/calendar-connection.entity.ts';
import { CalendarFailure, type CalendarFailureKind } from '../../../src/services/adapters/calendars/port.ts';
import { whileAsked } from '../../../src/services/calendars/connections/outside.ts';

const cases: readonly (readonly [CalendarProvider, CalendarFailureKind, string])[] = [
  ['ICS', 'UNREADABLE', 'FEED_REFUSED'],
  ['ICS', 'REFUSED', 'CALENDAR_REFUSED'],
  ['ICS', 'UNREACHABLE', 'CALENDAR_UNREACHABLE'],
  ['CALDAV', 'UNREADABLE', 'CALENDAR_REFUSED'],
  ['CALDAV', 'LIMITED', 'CALENDAR_UNREACHABLE'],
];

test.each(cases)('%s that fails as %s is %s', async (provider, kind, code) => {
  const asking = whileAsked(() => Promise.reject(new CalendarFailure(kind, 'TEST')), provider);
  await expect(asking).rejects.toMatchObject({ code });
});

test('an error of ours is no refusal of theirs', async () => {
  const fault = new TypeError('ours');
  await expect(whileAsked(() => Promise.reject(fault), 'ICS')).rejects.toBe(fault);
});
