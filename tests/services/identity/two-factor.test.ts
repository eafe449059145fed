import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { engine } from '../../support/database.ts';
import {
  confirmTwoFactor,
  disableTwoFactor,
  enableTwoFactor,
  findMyTwoFactor,
  regenerateRecoveryCodes,
  requestPasswordReset,
  resetPassword,
  revokeTrustedDevice,
  sendTwoFactorCode,
  stepUp,
  verifyTwoFactor,
  type LoginAnswer,
} from '../../../src/services/identity/index.ts';
import { identityRetention } from '../../../src/services/identity/index.ts';
import { retain } from '../../support/retention.ts';
import { system } from '../../../src/services/access/actor.ts';
import { rewrapKeys } from '../../../src/services/files/index.ts';
import { addActiveKey } from '../../../src/services/vault/index.ts';
import { keyStoreOf } from '../../../src/adapters.ts';
import { appCode, hasOathtool, seedOf, signedIn, withApp } from './factors.ts';
import { openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { change, enter, refusal, makeAccount } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

let made = 0;
const someone = async () => {
  const email = `factor${(made += 1)}@example.org`;
  return { email, id: await makeAccount(env, email) };
};
const challengeOf = (entered: LoginAnswer) => {
  if (!('challengeToken' in entered)) throw new Error('no second factor was asked for');
  return entered;
};
const verify = (
  entered: LoginAnswer,
  code: string,
  {
    method = 'TOTP' as const,
    trustDevice = false,
  }: { method?: 'TOTP' | 'EMAIL_OTP' | 'SMS_OTP' | 'RECOVERY_CODE'; trustDevice?: boolean } = {},
) => env.perform(verifyTwoFactor, { challengeToken: challengeOf(entered).challengeToken, method, code, trustDevice });

/** What was mailed last to somebody, as text. */
async function lastMail(email: string): Promise<string> {
  await env.app.worker.runDue();
  const mails = (await env.app.services.mailbox?.list()) ?? [];
  return mails.find(({ to, subject }) => to.email === email && /code/i.test(subject))?.text ?? '';
}
const codeIn = (text: string): string => /\b\d{8}\b/.exec(text)?.[0] ?? '';

describe(`an authenticator app (${engine})`, () => {
  test('opens no session by password alone, and one with its code', async () => {
    const { email } = await someone();
    const actor = await signedIn(env, email);
    const { secret, setup, recoveryCodes } = await withApp(env, actor);
    expect(setup.otpauthUri).toMatch(
      /^otpauth:\/\/totp\/Staka%20Livres:factor\d+%40example\.org\?secret=[A-Z2-7]{32}&issuer=Staka%20Livres&algorithm=SHA1&digits=6&period=30$/,
    );
    expect(Buffer.from(setup.qrCode?.split(',')[1] ?? '', 'base64').toString()).toMatch(/^<svg/);
    expect(new Set(recoveryCodes).size).toBe(10);
    const entered = await enter(env, { email });
    expect(entered).toMatchObject({ methods: ['TOTP', 'RECOVERY_CODE'], codeSentBy: null });
    expect(await verify(entered, appCode(env, secret))).toMatchObject({ user: { email }, trustedDeviceToken: null });
    expect(await refusal(verify(entered, appCode(env, secret, 1)))).toEqual({ code: 'TOKEN_INVALID' });
  });

  test('gives the codes that oathtool gives', async () => {
    if (!hasOathtool) return void console.log('skipped: oathtool is not on this machine');
    const { email } = await someone();
    const { secret } = await withApp(env, await signedIn(env, email));
    const at = env.clock
      .now()
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z/, ' UTC');
    const { stdout } = spawnSync('oathtool', ['--totp', '-b', secret, '-N', at], { encoding: 'utf8' });
    expect(stdout.trim()).toBe(appCode(env, secret));
    expect(await verify(await enter(env, { email }), stdout.trim())).toMatchObject({ user: { email } });
  });

  test('no code is good twice; a step on either side is, for an admin not', async () => {
    const { email, id } = await someone();
    const { secret } = await withApp(env, await signedIn(env, email));
    const code = appCode(env, secret);
    await verify(await enter(env, { email }), code);
    expect(await refusal(verify(await enter(env, { email }), code))).toMatchObject({ code: 'CODE_INVALID' });
    expect(await refusal(verify(await enter(env, { email }), appCode(env, secret, 2)))).toMatchObject({
      code: 'CODE_INVALID',
    });
    await verify(await enter(env, { email }), appCode(env, secret, 1));
    env.clock.advance(600_000);
    await change(env, id, { role: 'ADMIN' });
    const asAdmin = await enter(env, { email });
    expect(await refusal(verify(asAdmin, appCode(env, secret, -1)))).toMatchObject({ code: 'CODE_INVALID' });
    await verify(asAdmin, appCode(env, secret));
  });

  test('five tries end a challenge, ten challenges an hour', async () => {
    const { email } = await someone();
    const { secret } = await withApp(env, await signedIn(env, email));
    const entered = await enter(env, { email });
    for (let i = 0; i < 5; i++)
      expect(await refusal(verify(entered, '000000'))).toMatchObject({ code: 'CODE_INVALID' });
    expect(await refusal(verify(entered, appCode(env, secret)))).toEqual({ code: 'TOKEN_INVALID' });
    // The set-up was the first, this sign-in the second.
    for (let i = 0; i < 8; i++) await enter(env, { email });
    expect(await refusal(enter(env, { email }))).toMatchObject({ code: 'RATE_LIMITED' });
    env.clock.advance(3_601_000);
    await enter(env, { email });
  });

  test('forty guesses at one instant are five tries', async () => {
    const { email } = await someone();
    await withApp(env, await signedIn(env, email));
    const entered = await enter(env, { email });
    const codes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => refusal(verify(entered, String(i).padStart(6, '9')))),
    );
    expect(codes.filter((answer) => answer !== 'done' && answer.code === 'CODE_INVALID')).toHaveLength(5);
    const [row] = await env.db
      .selectFrom('two_factor_challenge')
      .select('tries')
      .orderBy('id', 'desc')
      .limit(1)
      .execute();
    expect(row?.tries).toBe(5);
  });

  test('a code of one person never answers another’s challenge', async () => {
    const [one, other] = [await someone(), await someone()];
    const { secret } = await withApp(env, await signedIn(env, one.email));
    await withApp(env, await signedIn(env, other.email));
    expect(await refusal(verify(await enter(env, { email: other.email }), appCode(env, secret)))).toMatchObject({
      code: 'CODE_INVALID',
    });
  });

  test('a code shown to two challenges at one instant, or at two entry points, is good for one', async () => {
    const { email } = await someone();
    const actor = await signedIn(env, email);
    const { secret } = await withApp(env, actor);
    const challenges = [await enter(env, { email }), await enter(env, { email }), await enter(env, { email })];
    const code = appCode(env, secret);
    const outcomes = await Promise.all(challenges.map((entered) => refusal(verify(entered, code))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await refusal(env.perform(stepUp, { method: 'TOTP', code }, actor))).toMatchObject({
      code: 'CODE_INVALID',
    });
    expect(await refusal(env.perform(stepUp, { method: 'TOTP', code: appCode(env, secret, 1) }, actor))).toBe('done');
  });

  test('its seed lies nowhere in clear, and outlives a change of the master key', async () => {
    const { email } = await someone();
    const { secret } = await withApp(env, await signedIn(env, email));
    const rows = JSON.stringify([
      await env.db.selectFrom('two_factor').selectAll().execute(),
      (await env.db.selectFrom('data_key').selectAll().execute()).map(({ wrapped }) =>
        Buffer.from(wrapped as Uint8Array).toString('hex'),
      ),
    ]);
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(seedOf(secret).toString('hex'));
    const { active } = await addActiveKey(keyStoreOf(env.app.config));
    for (let i = 0; i < 50 && env.app.services.vault.ring().active.id !== active.id; i++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await rewrapKeys(env.contextFor(system), () => undefined);
    expect(await env.db.selectFrom('data_key').select('id').where('kek_id', '<>', active.id).execute()).toEqual([]);
    await verify(await enter(env, { email }), appCode(env, secret));
  });
});

describe(`codes that we send (${engine})`, () => {
  test('by mail: eight digits, ten minutes, for one challenge, stored nowhere', async () => {
    const { email } = await someone();
    const actor = await signedIn(env, email);
    await env.perform(enableTwoFactor, { method: 'EMAIL_OTP' }, actor);
    await env.perform(confirmTwoFactor, { method: 'EMAIL_OTP', code: codeIn(await lastMail(email)) }, actor);
    const entered = await enter(env, { email });
    expect(entered).toMatchObject({ methods: ['EMAIL_OTP', 'RECOVERY_CODE'], codeSentBy: 'EMAIL_OTP' });
    const code = codeIn(await lastMail(email));
    expect(code).toMatch(/^\d{8}$/);
    const stored = JSON.stringify([
      await env.db.selectFrom('email_delivery').select('data').execute(),
      await env.db.selectFrom('job').select('payload').execute(),
      await env.db.selectFrom('two_factor_challenge').selectAll().execute(),
    ]);
    expect(stored).not.toContain(code);
    const second = await enter(env, { email });
    expect(await refusal(verify(second, code, { method: 'EMAIL_OTP' }))).toMatchObject({ code: 'CODE_INVALID' });
    await verify(entered, code, { method: 'EMAIL_OTP' });
    const late = codeIn(await lastMail(email));
    env.clock.advance(10 * 60_000);
    expect(await refusal(verify(second, late, { method: 'EMAIL_OTP' }))).toMatchObject({ code: 'CODE_INVALID' });
  });

  test('a factor that is being set up answers no challenge, and one in force sets up no other', async () => {
    const { email } = await someone();
    const actor = await signedIn(env, email);
    await env.perform(enableTwoFactor, { method: 'EMAIL_OTP' }, actor);
    await env.perform(confirmTwoFactor, { method: 'EMAIL_OTP', code: codeIn(await lastMail(email)) }, actor);
    const { secret } = await env.perform(enableTwoFactor, { method: 'TOTP' }, actor);
    const entered = await enter(env, { email });
    expect(entered).toMatchObject({ methods: ['EMAIL_OTP', 'RECOVERY_CODE'] });
    expect(await refusal(verify(entered, appCode(env, secret ?? '')))).toMatchObject({ code: 'CODE_INVALID' });
    expect(
      await refusal(env.perform(stepUp, { method: 'TOTP', code: appCode(env, secret ?? '') }, actor)),
    ).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(
      await refusal(env.perform(confirmTwoFactor, { method: 'EMAIL_OTP', code: codeIn(await lastMail(email)) }, actor)),
    ).toMatchObject({ code: 'CODE_INVALID' });
    expect(
      await refusal(env.perform(confirmTwoFactor, { method: 'TOTP', code: appCode(env, secret ?? '') }, actor)),
    ).toBe('done');
    expect(await enter(env, { email })).toMatchObject({ methods: ['TOTP', 'EMAIL_OTP', 'RECOVERY_CODE'] });
  });

  test('by SMS: to the number that was confirmed; another one can be asked for', async () => {
    const { email } = await someone();
    const actor = await signedIn(env, email);
    const lastSms = async () => {
      await env.app.worker.runDue();
      const [sms] = (await env.app.services.smsFolder?.list(1)) ?? [];
      return sms;
    };
    expect(await refusal(env.perform(enableTwoFactor, { method: 'SMS_OTP' }, actor))).toEqual({
      code: 'INPUT_INVALID',
    });
    await env.perform(enableTwoFactor, { method: 'SMS_OTP', phone: '+33612345678' }, actor);
    await env.perform(confirmTwoFactor, { method: 'SMS_OTP', code: codeIn((await lastSms())?.text ?? '') }, actor);
    const entered = challengeOf(await enter(env, { email }));
    const first = codeIn((await lastSms())?.text ?? '');
    env.clock.advance(1_000);
    await env.perform(sendTwoFactorCode, { challengeToken: entered.challengeToken, method: 'SMS_OTP' });
    const sms = await lastSms();
    expect(sms?.to).toBe('+33612345678');
    expect(await refusal(verify(entered, first, { method: 'SMS_OTP' }))).toMatchObject({ code: 'CODE_INVALID' });
    await verify(entered, codeIn(sms?.text ?? ''), { method: 'SMS_OTP' });
  });

  test('asking for one says the same of any challenge, and looks the same', async () => {
    const { email } = await someone();
    await withApp(env, await signedIn(env, email));
    const { challengeToken } = challengeOf(await enter(env, { email }));
    const document =
      'mutation ($input: SendTwoFactorCodeInput!) { sendTwoFactorCode(input: $input) { method isCodeSent } }';
    const answers = [];
    for (const token of [challengeToken, 'nobody-was-given-this'])
      answers.push(
        JSON.stringify(await env.ask(stranger(), document, { input: { challengeToken: token, method: 'EMAIL_OTP' } })),
      );
    expect(new Set(answers).size).toBe(1);
  });
});

test(`what has ended is forgotten: challenges, devices, factors that were never confirmed and their seeds (${engine})`, async () => {
  const { email } = await someone();
  const actor = await signedIn(env, email);
  const { secret } = await withApp(env, actor);
  await verify(await enter(env, { email }), appCode(env, secret), { trustDevice: true });
  const drafted = await someone();
  await env.perform(enableTwoFactor, { method: 'TOTP' }, await signedIn(env, drafted.email));
  const draft = await env.db
    .selectFrom('two_factor')
    .select('data_key_id')
    .where('user_id', '=', drafted.id)
    .executeTakeFirstOrThrow();
  env.clock.advance(61 * 86_400_000);
  await retain(env.contextFor(stranger()), identityRetention);
  expect(await env.db.selectFrom('two_factor_challenge').select('id').execute()).toEqual([]);
  expect(await env.db.selectFrom('trusted_device').select('id').execute()).toEqual([]);
  expect(await env.db.selectFrom('two_factor').select('id').where('confirmed_at', 'is', null).execute()).toEqual([]);
  expect(
    await env.db
      .selectFrom('data_key')
      .select('id')
      .where('id', '=', draft.data_key_id ?? '')
      .execute(),
  ).toEqual([]);
  expect(await enter(env, { email })).toMatchObject({ methods: ['TOTP', 'RECOVERY_CODE'] });
});

describe(`what surrounds a second factor (${engine})`, () => {
  test('a recovery code is good once; new ones void the old', async () => {
    const { email } = await someone();
    const actor = await signedIn(env, email);
    const {
      recoveryCodes: [first = '', second = ''],
    } = await withApp(env, actor);
    await verify(await enter(env, { email }), first.toLowerCase().replaceAll('-', ' '), { method: 'RECOVERY_CODE' });
    expect(await refusal(verify(await enter(env, { email }), first, { method: 'RECOVERY_CODE' }))).toMatchObject({
      code: 'CODE_INVALID',
    });
    expect((await findMyTwoFactor({ db: env.db, actor, now: env.clock.now() })).recoveryCodesLeft).toBe(9);
    const fresh = await env.run(regenerateRecoveryCodes, undefined, actor);
    expect(await refusal(verify(await enter(env, { email }), second, { method: 'RECOVERY_CODE' }))).toMatchObject({
      code: 'CODE_INVALID',
    });
    await verify(await enter(env, { email }), fresh[0] ?? '', { method: 'RECOVERY_CODE' });
    expect(JSON.stringify(await env.db.selectFrom('recovery_code').selectAll().execute())).not.toContain(
      (fresh[1] ?? '?').replaceAll('-', ''),
    );
  });

  test('a trusted device skips it for thirty days, unless trust is taken back', async () => {
    const { email } = await someone();
    const actor = await signedIn(env, email);
    const { secret } = await withApp(env, actor);
    const { trustedDeviceToken } = await verify(await enter(env, { email }), appCode(env, secret), {
      trustDevice: true,
    });
    const deviceToken = trustedDeviceToken ?? '';
    expect(await enter(env, { email, deviceToken })).toMatchObject({ user: { email } });
    expect(await enter(env, { email, deviceToken: 'invented' })).toMatchObject({
      methods: ['TOTP', 'RECOVERY_CODE'],
    });
    const other = await someone();
    await withApp(env, await signedIn(env, other.email));
    expect(await enter(env, { email: other.email, deviceToken })).toMatchObject({
      methods: ['TOTP', 'RECOVERY_CODE'],
    });
    const {
      trustedDevices: [device],
    } = await findMyTwoFactor({ db: env.db, actor, now: env.clock.now() });
    expect(
      await refusal(
        env.run(revokeTrustedDevice, { id: device?.id ?? '' }, await signedIn(env, (await someone()).email)),
      ),
    ).toEqual({ code: 'NOT_FOUND' });
    env.clock.advance(30 * 86_400_000);
    expect(await enter(env, { email, deviceToken })).toMatchObject({ methods: ['TOTP', 'RECOVERY_CODE'] });
    env.clock.advance(-86_400_000);
    expect(await enter(env, { email, deviceToken })).toMatchObject({ user: { email } });
    await env.run(revokeTrustedDevice, { id: device?.id ?? '' }, actor);
    expect(await enter(env, { email, deviceToken })).toMatchObject({ methods: ['TOTP', 'RECOVERY_CODE'] });
  });

  test('a new password by mail leaves it in force', async () => {
    const { email } = await someone();
    await withApp(env, await signedIn(env, email));
    await env.perform(requestPasswordReset, { email });
    await env.app.worker.runDue();
    await env.perform(resetPassword, {
      token: (await env.resetToken(email)) ?? '',
      password: 'Une-Autre-Phrase-77',
    });
    expect(await enter(env, { email, password: 'Une-Autre-Phrase-77' })).toMatchObject({
      methods: ['TOTP', 'RECOVERY_CODE'],
    });
  });

  test('its coming and going ends other sessions, not this one, and is notified by mail', async () => {
    const { email } = await someone();
    const [actor, other] = [await signedIn(env, email), await signedIn(env, email)];
    await withApp(env, actor);
    const alive = () => env.app.sessions.activeAmong([actor.sessionId ?? '', other.sessionId ?? '']);
    expect([...(await alive()).keys()]).toEqual([actor.sessionId]);
    expect(await env.run(disableTwoFactor, { method: 'TOTP' }, actor)).toEqual([]);
    expect([...(await alive()).keys()]).toEqual([actor.sessionId]);
    expect((await env.mailsTo(email)).filter((name) => name === 'two-factor-changed')).toHaveLength(2);
    expect(await findMyTwoFactor({ db: env.db, actor, now: env.clock.now() })).toEqual({
      isEnabled: false,
      factors: [],
      recoveryCodesLeft: 0,
      trustedDevices: [],
    });
    expect(await enter(env, { email })).toMatchObject({ user: { email } });
  });
});
