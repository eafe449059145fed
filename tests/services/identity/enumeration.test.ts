import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { performance } from 'node:perf_hooks';
import { register } from '../../../src/services/identity/index.ts';
import { engine } from '../../support/database.ts';
import { openHouse, registration, stranger, type House } from './house.ts';
import { settle } from './people.ts';

let house: House;
beforeAll(async () => { house = await openHouse(); });
afterAll(() => house.close());

const rounds = 60;
const median = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const documents = {
  login: 'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
  requestPasswordReset: 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { isLinkMailed } }',
  resendActivation: 'mutation ($input: ResendActivationInput!) { resendActivation(input: $input) { isActivationMailed } }',
} as const;

/**
 * Known and unknown addresses in turn, each new to the house's counters; a clock that stands still. The bound is wide:
 * the machine is shared, and a hash more or less would be many times as much.
 */
test.each(Object.keys(documents) as (keyof typeof documents)[])(`%s answers known and unknown addresses alike, in bytes and in time (${engine})`, async (door) => {
  const known = Array.from({ length: rounds }, (_, i) => `${door}-known-${i}@example.org`.toLowerCase());
  for (const email of known) await (door === 'resendActivation' ? house.perform(register, registration(email)) : settle(house, email));
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const answers = new Set<string>();
  const hashes = new Set<number>();
  for (const [i, email] of known.entries()) {
    for (const [kind, address] of [['known', email], ['unknown', `${door}-unknown-${i}@example.org`]] as const) {
      const input = door === 'login' ? { email: address, password: 'Pas-Le-Bon-Du-Tout-1' } : { email: address };
      house.hashes.length = 0;
      const began = performance.now();
      const { data, errors } = await house.ask(documents[door], { input }, stranger(`203.0.${i}.1`));
      times[kind].push(performance.now() - began);
      answers.add(JSON.stringify({ data, errors: errors?.map(({ message, path }) => ({ message, path })) }));
      hashes.add(house.hashes.length);
    }
  }
  expect(answers.size).toBe(1);
  expect([...hashes]).toEqual([door === 'login' ? 1 : 0]);
  expect(Math.abs(median(times.known) - median(times.unknown))).toBeLessThan(Math.max(2, 0.25 * median(times.unknown)));
}, 120_000);
