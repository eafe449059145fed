import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { errorCatalogue } from '../../src/services/kernel/errors.ts';
import { ask } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';

let env: TestEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment({ isWorking: false });
});
afterAll(() => env.close());

test('anyone may read every way of being refused, in both languages', async () => {
  const { data } = await ask(env, '{ errorKinds { code french english isRetryable } }');
  const kinds = (data as { errorKinds: { code: string; french: string; english: string; isRetryable: boolean }[] })
    .errorKinds;
  expect(kinds.map(({ code }) => code)).toEqual(Object.keys(errorCatalogue));
  expect(kinds.find(({ code }) => code === 'RATE_LIMITED')).toMatchObject({
    isRetryable: true,
    french: errorCatalogue.RATE_LIMITED.fr,
  });
});
