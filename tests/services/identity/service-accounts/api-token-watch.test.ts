import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createApiToken, createServiceAccount, retireServiceAccount } from '../../../../src/services/identity/index.ts';
import { createRateLimits } from '../../../../src/services/platform/rate-limits.ts';
import { person } from '../../../support/make/actor.ts';
import { DAY, MINUTE } from '../../../support/clock.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../people-environment.ts';
import { refusal } from '../people.ts';

let env: PeopleEnvironment;
let secret: string;
let accountId: string;
const caller = { locale: 'fr', address: '198.51.100.7', agent: 'curl' } as const;
beforeEach(async () => {
  env = await openPeopleEnvironment({ services: { limits: createRateLimits() } });
  accountId = (await env.perform(createServiceAccount, { name: 'Export' }, { ...person('ADMIN'), userId: null })).id;
  ({ secret } = await env.perform(
    createApiToken,
    { serviceAccountId: accountId, name: 'essai', scopes: ['invoice:read-any', 'invoice:read-any'], expiresInDays: 30 },
    { ...person('ADMIN'), userId: null },
  ));
});
afterEach(() => env.close());

const enter = (token = secret) => env.app.sessions.holderOf(token, caller);
const lastUse = async () =>
  await env.db.selectFrom('api_token').select(['last_used_at', 'last_used_from']).executeTakeFirstOrThrow();

test('the holder is a program with its scopes, for as long as the token lasts', async () => {
  const { actor, expiresAt } = await enter();
  expect(actor).toMatchObject({
    kind: 'SERVICE',
    userId: null,
    role: null,
    service: { accountId, scopes: ['invoice:read-any'] },
  });
  expect(expiresAt).toEqual(new Date(env.clock.now().getTime() + 30 * DAY));
  env.clock.advance(30 * DAY);
  expect(await refusal(enter())).toEqual({ code: 'UNAUTHENTICATED' });
});

test('its last use is noted to the minute', async () => {
  await enter();
  const first = await lastUse();
  expect(first.last_used_from).toBe('198.51.100.0/24');
  env.clock.advance(MINUTE - 1_000);
  await enter();
  expect(await lastUse()).toEqual(first);
  env.clock.advance(MINUTE);
  await enter();
  expect(await lastUse()).not.toEqual(first);
});

test('a token that was just believed in is refused at once when its account retires', async () => {
  await enter();
  await env.run(retireServiceAccount, { serviceAccountId: accountId });
  expect(await refusal(enter())).toEqual({ code: 'UNAUTHENTICATED' });
  expect([
    ...(await env.app.sessions.activeAmong([
      String((await env.db.selectFrom('api_token').select('id').executeTakeFirstOrThrow()).id),
    ])),
  ]).toEqual([]);
});

test('guesses are counted by address, and do not keep a good token that is known out', async () => {
  await enter();
  for (let i = 0; i < 20; i++)
    expect(await refusal(enter(`atl_${String(i).repeat(43)}`))).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await refusal(enter('atl_again'))).toMatchObject({ code: 'RATE_LIMITED' });
  expect((await enter()).actor.kind).toBe('SERVICE');
});
