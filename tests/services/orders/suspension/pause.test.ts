// @lane sqlite: arithmetic of time reads no row.
import { expect, test } from '@jest/globals';
import { pause } from '../../../../src/services/orders/suspension/pause.ts';
import { revisionDueAt } from '../../../../src/services/orders/deliveries/delivery.policy.ts';
import { endOfWorkingDay } from '../../../../src/services/orders/deadlines/deadline.policy.ts';
import { instantAt } from '../../../../src/services/kernel/business-time.ts';
import { localDateOf } from '../../../../src/services/kernel/format.ts';
import { isWorkingDay } from '../../../../src/services/kernel/working-days.ts';
import { DAY, HOUR } from '../../../support/clock.ts';

const zone = 'Europe/Paris';
/** A Friday morning. */
const now = new Date('2026-11-20T09:00:00.000Z');
const at = (ms: number): Date => new Date(now.getTime() + ms);
const evening = (day: string): Date => instantAt(day, '18:00', zone);

test('what stood still is due later by as much, at the end of a working day, whatever it was paused before', () => {
  const paused = (hours: number, dueAt: Date) =>
    pause({ suspendedAt: at(-hours * HOUR), dueAt, pausedMs: HOUR }, now, zone);
  expect(paused(3, evening('2026-11-24'))).toEqual({
    addedMs: 3 * HOUR,
    pausedMs: 4 * HOUR,
    dueAt: evening('2026-11-25'),
  });
  // By two days from Thursday to Saturday, and over the Monday that is no holiday.
  expect(paused(48, evening('2026-11-26')).dueAt).toEqual(evening('2026-11-30'));
  // Christmas is on a Friday.
  expect(paused(1, evening('2026-12-24')).dueAt).toEqual(evening('2026-12-28'));
  expect(paused(24, instantAt('2026-11-23', '10:00', zone)).dueAt).toEqual(evening('2026-11-24'));
});

test('one that was suspended before that was written down, or by a clock set back, loses no time', () => {
  const none = { addedMs: 0, pausedMs: 0, dueAt: null };
  expect(pause({ suspendedAt: null, dueAt: null, pausedMs: 0 }, now, zone)).toEqual(none);
  expect(pause({ suspendedAt: at(HOUR), dueAt: at(DAY), pausedMs: 5 }, now, zone)).toEqual({
    addedMs: 0,
    pausedMs: 5,
    dueAt: at(DAY),
  });
});

test('a revision is due later by what the customer took to ask for it, and leaves a week at least, up to an evening', () => {
  const revised = (dueAt: Date | null) => revisionDueAt({ dueAt, deliveredAt: at(-5 * DAY) }, now, zone);
  // Fifteen days later is a Saturday.
  expect(revised(at(10 * DAY))).toEqual(evening('2026-12-07'));
  expect(revised(at(-5 * DAY))).toEqual(evening('2026-11-27'));
  expect(revised(null)).toBeNull();
});

test('no due date that was computed falls on a night, a weekend or a holiday', () => {
  for (let hours = 0; hours < 24 * 400; hours += 7) {
    const instant = at(hours * HOUR);
    const due = endOfWorkingDay(instant, zone);
    expect([isWorkingDay(localDateOf(due, zone)), due]).toEqual([true, evening(localDateOf(due, zone))]);
    expect(due.getTime()).toBeGreaterThanOrEqual(instant.getTime());
  }
});
