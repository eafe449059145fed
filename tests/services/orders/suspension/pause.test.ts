// @lane sqlite: arithmetic of time reads no row.
import { expect, test } from '@jest/globals';
import { pause } from '../../../../src/services/orders/suspension/pause.ts';
import { revisionDueAt } from '../../../../src/services/orders/deliveries/delivery.policy.ts';
import { DAY, HOUR } from '../../../support/clock.ts';

const now = new Date('2026-11-20T09:00:00.000Z');
const at = (ms: number): Date => new Date(now.getTime() + ms);

test('what stood still for three hours is due three hours later, whatever it was paused before', () => {
  expect(pause({ suspendedAt: at(-3 * HOUR), dueAt: at(DAY), pausedMs: HOUR }, now)).toEqual({
    addedMs: 3 * HOUR,
    pausedMs: 4 * HOUR,
    dueAt: at(DAY + 3 * HOUR),
  });
});

test('one that was suspended before that was written down, or by a clock set back, loses no time', () => {
  expect(pause({ suspendedAt: null, dueAt: null, pausedMs: 0 }, now)).toEqual({ addedMs: 0, pausedMs: 0, dueAt: null });
  expect(pause({ suspendedAt: at(HOUR), dueAt: at(DAY), pausedMs: 5 }, now)).toEqual({
    addedMs: 0,
    pausedMs: 5,
    dueAt: at(DAY),
  });
});

test('a revision is due later by what the customer took to ask for it, and leaves a week at least', () => {
  expect(revisionDueAt(at(10 * DAY), at(-5 * DAY), now)).toEqual(at(15 * DAY));
  expect(revisionDueAt(at(-5 * DAY), at(-5 * DAY), now)).toEqual(at(7 * DAY));
  expect(revisionDueAt(null, at(-5 * DAY), now)).toBeNull();
});
