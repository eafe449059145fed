import { expect, test } from '@jest/globals';
import { fingerprint, isId, newId, newSecret, successorOf } from '../../../src/services/kernel/ids.ts';

test('identifiers are UUIDs of version 7, each greater than the one before, also within one millisecond', () => {
  const ids = Array.from({ length: 50_000 }, () => newId());
  expect(ids.every((id) => isId(id) && id[14] === '7' && /[89ab]/.test(id[19] as string))).toBe(true);
  expect(ids.every((id, i) => i === 0 || id > (ids[i - 1] as string))).toBe(true);
});

test('the identifier after one whose last bits are used up is greater, and of the same form', () => {
  const last = '019b2f6e-9df1-7abc-8def-ffffffffffff';
  const next = successorOf(last) ?? '';
  expect([isId(next), next > last, next.slice(0, 23)]).toEqual([true, true, '019b2f6e-9df1-7abc-8df0']);
  expect(successorOf('019b2f6e-9df1-7abc-bfff-ffffffffffff')).toBeUndefined();
});

test('secrets are 256 bits and never the same; what is kept of one is its hash', () => {
  const secrets = new Set(Array.from({ length: 1_000 }, () => newSecret()));
  expect(secrets.size).toBe(1_000);
  expect([...secrets].every((secret) => Buffer.from(secret, 'base64url').length === 32)).toBe(true);
  expect(fingerprint('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('what is not an identifier is not taken for one', () => {
  expect(['', 'abc', '0199-9999', `${newId()}0`, newId().replace('-', '')].some(isId)).toBe(false);
});
