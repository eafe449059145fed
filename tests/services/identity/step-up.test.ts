import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sendReauthenticationCode, stepUp, verifyTwoFactor } from '../../../src/services/identity/index.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { engine } from '../../support/database.ts';
import { appCode, signedIn, withApp } from './factors.ts';
import { goodPassword, openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { enter, refusal, makeAccount, signIn } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

/** A sensitive field, as this session sees it now. */
async function sensitive(accessToken: string): Promise<unknown> {
  const actor = await env.app.sessions.authenticate(accessToken, stranger());
  const { codes } = await env.ask(actor, 'mutation { regenerateRecoveryCodes }');
  return codes.length === 0 ? 'open' : codes[0];
}
const actorOf = (accessToken: string): Promise<Actor> => env.app.sessions.authenticate(accessToken, stranger());

test(`a person without a factor proves their password, ten minutes at a time (${engine})`, async () => {
  await makeAccount(env, 'plain@example.org');
  const { accessToken } = await signIn(env, 'plain@example.org');
  // Open, and refused by the use case only: there is no factor to have codes for.
  expect(await sensitive(accessToken)).toBe('ACTION_NOT_ALLOWED');
  env.clock.advance(10 * 60_000);
  expect(await sensitive(accessToken)).toBe('STEP_UP_REQUIRED');
  const actor = await actorOf(accessToken);
  expect(await refusal(env.perform(stepUp, { password: 'Pas-Le-Bon-Du-Tout-1' }, actor))).toMatchObject({
    code: 'PASSWORD_INCORRECT',
  });
  expect(await sensitive(accessToken)).toBe('STEP_UP_REQUIRED');
  const { provenUntil } = await env.perform(stepUp, { password: goodPassword }, actor);
  expect(provenUntil.getTime() - env.clock.now().getTime()).toBe(600_000);
  expect(await sensitive(accessToken)).toBe('ACTION_NOT_ALLOWED');
  // Another session of theirs proved nothing.
  env.clock.advance(5 * 60_000);
  const { accessToken: elsewhere } = await signIn(env, 'plain@example.org');
  env.clock.advance(5 * 60_000);
  expect(await sensitive(accessToken)).toBe('STEP_UP_REQUIRED');
  expect(await sensitive(elsewhere)).toBe('ACTION_NOT_ALLOWED');
});

test(`a person with a factor proves the factor: a password will not do, nor a trusted device (${engine})`, async () => {
  await makeAccount(env, 'guarded@example.org');
  const { secret } = await withApp(env, await signedIn(env, 'guarded@example.org'));
  const entered = await enter(env, { email: 'guarded@example.org' });
  if (!('challengeToken' in entered)) throw new Error('no challenge');
  const { accessToken, trustedDeviceToken } = await env.perform(verifyTwoFactor, {
    challengeToken: entered.challengeToken,
    method: 'TOTP',
    code: appCode(env, secret),
    trustDevice: true,
  });
  expect(await sensitive(accessToken)).toBe('open');
  const trusted = await enter(env, { email: 'guarded@example.org', deviceToken: trustedDeviceToken ?? '' });
  if (!('accessToken' in trusted)) throw new Error('no session');
  expect(await sensitive(trusted.accessToken)).toBe('STEP_UP_REQUIRED');
  const actor = await actorOf(trusted.accessToken);
  expect(await refusal(env.perform(stepUp, { password: goodPassword }, actor))).toMatchObject({
    code: 'STEP_UP_REQUIRED',
  });
  expect(await refusal(env.perform(stepUp, { method: 'TOTP', code: '000000' }, actor))).toMatchObject({
    code: 'CODE_INVALID',
  });
  expect(
    await refusal(env.perform(sendReauthenticationCode, { purpose: 'STEP_UP', method: 'EMAIL_OTP' }, actor)),
  ).toEqual({
    code: 'NOT_FOUND',
  });
  env.clock.advance(30_000);
  await env.perform(stepUp, { method: 'TOTP', code: appCode(env, secret) }, actor);
  expect(await sensitive(trusted.accessToken)).toBe('open');
});
