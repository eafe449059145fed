import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorCatalogue } from '../../src/services/kernel/errors.ts';
import { openTestEnvironment, type AppEnvironment } from '../support/environment.ts';
import { nobody } from '../support/make/actor.ts';

let env: AppEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false });
});
afterAll(() => env.close());

test('anyone may read every way of being refused, in both languages', async () => {
  const { data } = await env.ask(nobody, '{ errorKinds { code french english isRetryable } }');
  const kinds = (data as { errorKinds: { code: string; french: string; english: string; isRetryable: boolean }[] })
    .errorKinds;
  expect(kinds.map(({ code }) => code)).toEqual(Object.keys(errorCatalogue));
  expect(kinds.find(({ code }) => code === 'RATE_LIMITED')).toMatchObject({
    isRetryable: true,
    french: errorCatalogue.RATE_LIMITED.fr,
  });
});
