import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  changePassword,
  findMyTwoFactor,
  login,
  revokeTrustedDevice,
  verifyTwoFactor,
} from '../../../src/services/identity/index.ts';
import { DAY, MINUTE, SECOND } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { appCode, signedIn, withApp } from './factors.ts';
import { goodPassword, openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { enter, refusal, makeAccount } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());
beforeEach(() =>
  env.clock.set(new Date(`${new Date(env.clock.now().getTime() + DAY).toISOString().slice(0, 10)}T00:00:00.000Z`)),
);

const wrong = 'Un-Cheval-Rouge-43';
const [home, away] = ['192.0.2.1', '198.51.100.9'];
const guess = (email: string, address: string, deviceToken?: string) =>
  refusal(env.perform(login, { email, password: wrong, deviceToken }, stranger(address)));
const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const outcome = await refusal(promise);
  return outcome === 'done' ? 'done' : outcome.code;
};

/** Somebody with an authenticator app, and a device that they trust. */
async function trusting(email: string): Promise<{ deviceToken: string }> {
  await makeAccount(env, email);
  const { secret } = await withApp(env, await signedIn(env, email));
  const entered = await enter(env, { email, address: home });
  if (!('challengeToken' in entered)) throw new Error('no challenge');
  const { trustedDeviceToken } = await env.perform(verifyTwoFactor, {
    challengeToken: entered.challengeToken,
    method: 'TOTP',
    code: appCode(env, secret),
    trustDevice: true,
  });
  return { deviceToken: trustedDeviceToken ?? '' };
}

describe(`while somebody locks an account (${engine})`, () => {
  test('its owner comes in from a device that they trust, also when the attacker sits in their network', async () => {
    const email = 'besieged@example.org';
    const { deviceToken } = await trusting(email);
    for (const address of [home, away]) for (let i = 0; i < 6; i += 1) await guess(email, address);
    for (const address of [home, away]) expect(await codeOf(enter(env, { email, address }))).toBe('RATE_LIMITED');
    // The device is the one thing the attacker has not: it works from anywhere, at once.
    for (const address of [home, away, '203.0.113.50'])
      expect(await enter(env, { email, address, deviceToken })).toMatchObject({ user: { email } });
    // What it shows is believed of its owner only, and as long as they trust it.
    expect(await codeOf(enter(env, { email, address: away, deviceToken: 'x'.repeat(43) }))).toBe('RATE_LIMITED');
    await makeAccount(env, 'other-besieged@example.org');
    for (let i = 0; i < 6; i += 1) await guess('other-besieged@example.org', away);
    expect(await codeOf(enter(env, { email: 'other-besieged@example.org', address: away, deviceToken }))).toBe(
      'RATE_LIMITED',
    );
    const actor = {
      ...(await env.app.sessions.authenticate(sessionOf(await enter(env, { email, deviceToken })), stranger())),
    };
    const {
      trustedDevices: [device],
    } = await findMyTwoFactor({ db: env.db, actor, now: env.clock.now() });
    await env.run(revokeTrustedDevice, { id: device?.id ?? '' }, actor);
    expect(await codeOf(enter(env, { email, address: away, deviceToken }))).toBe('RATE_LIMITED');
  });

  test('a trusted device that was stolen guesses five times, then waits like anybody', async () => {
    const email = 'stolen-device@example.org';
    const { deviceToken } = await trusting(email);
    const outcomes = [];
    for (let i = 0; i < 6; i += 1) outcomes.push(await guess(email, away, deviceToken));
    expect(outcomes).toEqual([
      ...Array.from({ length: 5 }, () => ({ code: 'CREDENTIALS_INVALID' })),
      { code: 'RATE_LIMITED', retryAfter: 60 },
    ]);
    expect(await codeOf(enter(env, { email, address: away }))).toBe('done');
  });
});

const sessionOf = (entered: object): string => {
  if (!('accessToken' in entered)) throw new Error('no session');
  return String(entered.accessToken);
};

test(`a day of guesses from everywhere, by every entry point: a hundred passwords are tried, and not one more (${engine})`, async () => {
  const email = 'hunted@example.org';
  const { deviceToken } = await trusting(email);
  const actor = await env.app.sessions.authenticate(
    sessionOf(await enter(env, { email, deviceToken })),
    stranger(away),
  );
  env.clock.set(new Date(`${new Date(env.clock.now().getTime() + DAY).toISOString().slice(0, 10)}T00:00:00.000Z`));
  env.hashes.length = 0;
  // A hundred networks, the owner's own, a stolen device and a stolen session, whenever one of them may.
  for (let minute = 0; minute < 24 * 60; minute += 5) {
    await guess(email, `198.51.${minute % 100}.9`);
    await guess(email, home);
    await guess(email, away, deviceToken);
    await refusal(env.perform(changePassword, { currentPassword: wrong, password: 'Encore-Une-Phrase-9' }, actor));
    env.clock.advance(5 * MINUTE);
  }
  expect(env.hashes).toHaveLength(100);
  // The next day begins anew, for the owner too.
  env.clock.advance(SECOND);
  expect(await enter(env, { email, deviceToken })).toMatchObject({ user: { email } });
});

test(`an address that nobody has is locked like one that somebody has: the same answers, guess by guess, through a day (${engine})`, async () => {
  await makeAccount(env, 'somebody@example.org');
  const answers: Record<string, unknown[]> = { 'somebody@example.org': [], 'nobody@example.org': [] };
  for (let minute = 0; minute < 24 * 60; minute += 10) {
    for (const [email, outcomes] of Object.entries(answers)) outcomes.push(await guess(email, away, goodPassword));
    env.clock.advance(10 * MINUTE);
  }
  expect(answers['nobody@example.org']).toEqual(answers['somebody@example.org']);
  expect(new Set(answers['nobody@example.org']?.map((answer) => (answer as { code: string }).code))).toEqual(
    new Set(['CREDENTIALS_INVALID', 'RATE_LIMITED']),
  );
});
