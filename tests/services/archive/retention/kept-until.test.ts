import { expect, test } from '@jest/globals';
import {
  awaitsItsEvent,
  keptUntil,
  type KeepingDates,
  type KeepingRule,
} from '../../../../src/services/archive/retention/kept-until.ts';

const zone = 'Europe/Paris';
const dates: KeepingDates = { documentDate: '', closedOn: null, createdAt: new Date('2026-11-20T23:30:00Z') };
const rule = (keepMonths: number | null, since: KeepingRule['since'] = 'DOCUMENT_DATE'): KeepingRule => ({
  keepMonths,
  since,
});
const until = (of: KeepingRule, more: Partial<KeepingDates> = {}): string | undefined =>
  keptUntil(of, { ...dates, ...more }, zone)?.toISOString();

test('a term of months ends with the day of the same number, or with the last of its month', () => {
  expect(until(rule(120), { documentDate: '2024-02-29' })).toBe('2034-02-28T23:00:00.000Z');
  expect(until(rule(1), { documentDate: '2026-01-31' })).toBe('2026-02-28T23:00:00.000Z');
  expect(until(rule(48), { documentDate: '2024-02-29' })).toBe('2028-02-29T23:00:00.000Z');
  expect(until(rule(6), { documentDate: '2026-01-15' })).toBe('2026-07-15T22:00:00.000Z');
});

test('a document without a date counts from the local day on which it was added', () => {
  expect(until(rule(12))).toBe('2027-11-21T23:00:00.000Z');
  expect(until(rule(12, 'ADDED_AT'), { documentDate: '1990-01-01' })).toBe('2027-11-21T23:00:00.000Z');
});

test('before its event there is no end; a type without a time keeps for none; no date is beyond what is written', () => {
  expect(awaitsItsEvent(keptUntil(rule(60, 'EVENT'), dates, zone))).toBe(true);
  expect(until(rule(60, 'EVENT'), { closedOn: '2026-12-31' })).toBe('2031-12-31T23:00:00.000Z');
  expect(keptUntil(rule(null, 'EVENT'), dates, zone)).toBeNull();
  const far = keptUntil(rule(1_200), { ...dates, documentDate: '9999-12-31' }, zone);
  expect(far?.toISOString()).toBe('9999-12-30T23:59:59.999Z');
  expect(awaitsItsEvent(far)).toBe(false);
});
