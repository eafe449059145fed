import { expect, test } from '@jest/globals';
import {
  confirmIdentity,
  oauthAuthorizeUrl,
  receiveOauthReturn,
  signInWithOauth,
} from '../../../src/services/identity/index.ts';
import { newSecret } from '../../../src/services/kernel/ids.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { openPeopleEnvironment, stranger } from './people-environment.ts';
import { refusal } from './people.ts';
import { consents } from './oauth-flows.ts';

const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const outcome = await refusal(promise);
  return outcome === 'done' ? 'done' : outcome.code;
};

test('the providers that have settings are offered, and no others', async () => {
  const offers = async (environment: Record<string, string>): Promise<unknown> => {
    const offering = await openPeopleEnvironment({ environment });
    const { data } = await offering.ask(stranger(), '{ oauthProviders }');
    await offering.close();
    return data;
  };
  expect(await offers({})).toEqual({ oauthProviders: [] });
  expect(await offers({ MICROSOFT_CLIENT_ID: 'id', MICROSOFT_CLIENT_SECRET: 'secret' })).toEqual({
    oauthProviders: ['MICROSOFT'],
  });
  expect(
    await offers({
      MICROSOFT_CLIENT_ID: 'id',
      MICROSOFT_CLIENT_SECRET: 'secret',
      GOOGLE_CLIENT_ID: 'id',
      GOOGLE_CLIENT_SECRET: 'secret',
    }),
  ).toEqual({ oauthProviders: ['GOOGLE', 'MICROSOFT'] });
});

test('every step is counted by address', async () => {
  const counted = await openPeopleEnvironment({
    services: {
      limits: createRateLimits(),
      sso: {
        providers: [],
        authorizeUrl: async () => 'https://provider.example.org',
        readReturn: () => Promise.reject(new Error('never asked')),
      },
    },
  });
  const here = stranger('203.0.113.9');
  const flow = { provider: 'GOOGLE', purpose: 'SIGN_IN' } as const;
  for (let i = 0; i < 57; i += 1) await counted.perform(oauthAuthorizeUrl, flow, here);
  const nowhere = newSecret();
  const back = () =>
    counted.perform(receiveOauthReturn, { provider: 'GOOGLE', query: `?state=${nowhere}&code=1` }, here);
  const finish = () => codeOf(counted.perform(signInWithOauth, { code: nowhere, proof: nowhere, consents }, here));
  const confirm = () => codeOf(counted.perform(confirmIdentity, { token: nowhere, proof: nowhere }, here));
  expect([new URL(await back()).search, await finish(), await confirm()]).toEqual([
    '?error=TOKEN_INVALID',
    'TOKEN_INVALID',
    'TOKEN_INVALID',
  ]);
  expect([new URL(await back()).search, await finish(), await confirm()]).toEqual([
    '?error=RATE_LIMITED',
    'RATE_LIMITED',
    'RATE_LIMITED',
  ]);
  expect(await codeOf(counted.perform(oauthAuthorizeUrl, flow, here))).toBe('RATE_LIMITED');
  await counted.close();
});
