// @lane sqlite: arithmetic only
import { expect, test } from '@jest/globals';
import { easterOf } from '../../../src/services/kernel/holidays.ts';
import { isWorkingDay } from '../../../src/services/kernel/working-days.ts';
import { nextStep, stepDue, type SentReminder } from '../../../src/services/billing/reminders/reminder.policy.ts';

const steps = [
  { id: 'a', position: 1, days: 3, isEnabled: true },
  { id: 'b', position: 2, days: 10, isEnabled: true },
  { id: 'c', position: 3, days: 30, isEnabled: true },
];
const due = (today: string, sent: SentReminder[] = [], of = steps) =>
  stepDue({ steps: of, sent, dueOn: '2027-01-01', today })?.id;

test('nothing on the due day nor before the third day; then each step in its order', () => {
  expect(['2027-01-01', '2027-01-03', '2027-01-04'].map((day) => due(day))).toEqual([undefined, undefined, 'a']);
  expect(due('2027-01-10', [{ stepId: 'a', sentOn: '2027-01-04' }])).toBeUndefined();
  expect(due('2027-01-11', [{ stepId: 'a', sentOn: '2027-01-04' }])).toBe('b');
});

test('after a long pause the reminders keep their distance, and none is left after the last', () => {
  expect(due('2027-03-01')).toBe('a');
  const first = { stepId: 'a', sentOn: '2027-03-01' };
  expect([due('2027-03-04', [first]), due('2027-03-05', [first])]).toEqual([undefined, 'b']);
  const all = [first, { stepId: 'b', sentOn: '2027-03-08' }, { stepId: 'c', sentOn: '2027-03-28' }];
  expect(due('2027-06-01', all)).toBeUndefined();
});

test('a step that is off is passed over; by hand the days do not count', () => {
  const off = steps.map((step) => ({ ...step, isEnabled: step.id !== 'b' }));
  expect(due('2027-01-31', [{ stepId: 'a', sentOn: '2027-01-04' }], off)).toBe('c');
  const late = { sent: [], dueOn: '2027-01-01', today: '2027-01-02' };
  expect([nextStep({ ...late, steps })?.id, nextStep({ ...late, steps: [] })]).toEqual(['a', undefined]);
});

test('working days are those of France', () => {
  expect([2024, 2025, 2026, 2027, 2038].map((year) => easterOf(year).toString())).toEqual([
    ...['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'],
  ]);
  const off = ['2026-12-25', '2027-01-01', '2027-03-29', '2027-05-06', '2027-05-17', '2027-07-14', '2026-11-21'];
  expect(off.filter(isWorkingDay)).toEqual([]);
  expect(['2026-12-24', '2027-03-30', '2027-05-07', '2027-03-26'].filter((day) => !isWorkingDay(day))).toEqual([]);
});
