// @lane sqlite at first: what devices sign; the rows of challenges are those of two-factor.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  disableTwoFactor,
  findMyTwoFactor,
  myReauthenticationMethods,
  passkeyRegistrationOptions,
  passkeySignInOptions,
  reauthenticationPasskeyOptions,
  registerPasskey,
  removePasskey,
  signInWithPasskey,
  stepUp,
  twoFactorPasskeyOptions,
  verifyTwoFactor,
  type LoginAnswer,
  type RegisteredPasskey,
} from '../../../src/services/identity/index.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { appCode, signedIn, withApp } from './factors.ts';
import { actorOf, enter, refusal, makeAccount, signIn } from './people.ts';
import { stranger } from './people-environment.ts';
import { meet, openOauthEnvironment, makeAccountBy, signInBy, type OauthEnvironment } from './oauth-flows.ts';
import { chromiumPath, openVirtualDevice, type VirtualDevice } from './virtual-device.ts';

if (chromiumPath) describe(`a passkey as a factor, in a browser with its virtual authenticator (${engine})`, inBrowser);
else
  test('a passkey as a factor', () =>
    void process.stdout.write('skipped: no Chromium here, passkeys are not tried in a browser\n'));

type Json = Record<string, unknown>;

const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const outcome = await refusal(promise);
  return outcome === 'done' ? 'done' : outcome.code;
};
const tokenOf = (entered: LoginAnswer | null): string => {
  if (entered === null || !('challengeToken' in entered)) throw new Error('no second factor was asked for');
  return entered.challengeToken;
};

function inBrowser(): void {
  let ctx: OauthEnvironment;
  let device: VirtualDevice;
  beforeAll(async () => {
    device = await openVirtualDevice();
    ctx = await openOauthEnvironment({}, { FRONT_URL: device.frontUrl });
  });
  afterAll(async () => {
    await ctx.close();
    await device.close();
  });
  beforeEach(async () => {
    ctx.clock.advance(DAY);
    await device.replace();
  });

  let made = 0;
  const someone = async () => {
    const email = `keyed${(made += 1)}@example.org`;
    const id = await makeAccount(ctx, email);
    return { id, email, actor: await signedIn(ctx, email) };
  };
  const enrol = async (actor: Actor): Promise<RegisteredPasskey> =>
    ctx.perform(
      registerPasskey,
      {
        name: 'Portable',
        response: await device.create(await ctx.perform(passkeyRegistrationOptions, undefined, actor)),
      },
      actor,
    );
  /** Somebody with an authenticator app and a passkey. */
  const guarded = async () => {
    const person = await someone();
    const { secret } = await withApp(ctx, person.actor);
    await enrol(person.actor);
    return { ...person, secret };
  };
  const sign = async (challengeToken: string): Promise<Json> =>
    device.sign(await ctx.perform(twoFactorPasskeyOptions, { challengeToken }));
  const verify = (challengeToken: string, passkey: Json) =>
    ctx.perform(verifyTwoFactor, { challengeToken, method: 'PASSKEY', passkey, trustDevice: false });
  const prove = async (actor: Actor) =>
    ctx.perform(
      stepUp,
      {
        method: 'PASSKEY',
        passkey: await device.sign(await ctx.perform(reauthenticationPasskeyOptions, { purpose: 'STEP_UP' }, actor)),
      },
      actor,
    );

  test('answers the challenge of a password sign-in, where another factor is in force', async () => {
    const { id, email } = await guarded();
    const entered = await enter(ctx, { email });
    expect(entered).toMatchObject({ methods: ['PASSKEY', 'TOTP', 'RECOVERY_CODE'], codeSentBy: null });
    const session = await verify(tokenOf(entered), await sign(tokenOf(entered)));
    expect(session.user.id).toBe(id);
    expect((await actorOf(ctx, session)).provenAt).toEqual(ctx.clock.now());
    const entries = (await ctx.auditLog()).slice(-2);
    expect(entries).toMatchObject([
      { action: 'TWO_FACTOR_SUCCESS', target_id: id, payload: { purpose: 'LOGIN', method: 'PASSKEY' } },
      { action: 'LOGIN_SUCCESS', payload: { by: 'PASSWORD', secondFactor: 'PASSKEY' } },
    ]);
  });

  test('answers the challenge of a sign-in by a provider', async () => {
    const email = meet(ctx, 'by-provider');
    const actor = await actorOf(ctx, await makeAccountBy(ctx, 'by-provider'));
    await withApp(ctx, actor);
    await enrol(actor);
    const { session, challenge } = await signInBy(ctx, 'by-provider');
    expect([session, challenge?.methods[0]]).toEqual([null, 'PASSKEY']);
    expect((await verify(tokenOf(challenge), await sign(tokenOf(challenge)))).user.email).toBe(email);
  });

  test('the same through the API', async () => {
    const { email } = await guarded();
    const challengeToken = tokenOf(await enter(ctx, { email }));
    const asked = await ctx.ask(
      stranger(),
      'mutation ($input: TwoFactorPasskeyOptionsInput!) { twoFactorPasskeyOptions(input: $input) }',
      { input: { challengeToken } },
    );
    const passkey = await device.sign((asked.data['twoFactorPasskeyOptions'] ?? {}) as Json);
    const { data, codes } = await ctx.ask(
      stranger(),
      'mutation ($input: VerifyTwoFactorInput!) { verifyTwoFactor(input: $input) { user { email } accessToken } }',
      { input: { challengeToken, method: 'PASSKEY', passkey } },
    );
    expect([codes, data]).toMatchObject([[], { verifyTwoFactor: { user: { email } } }]);
    const actor = await actorOf(ctx, data['verifyTwoFactor'] as { accessToken: string });
    expect(await ctx.ask(actor, '{ myReauthenticationMethods(purpose: STEP_UP) }')).toMatchObject({
      data: { myReauthenticationMethods: ['PASSKEY', 'TOTP', 'RECOVERY_CODE'] },
      codes: [],
    });
    const again = await ctx.ask(actor, 'mutation { reauthenticationPasskeyOptions(input: {}) }');
    const proof = await device.sign((again.data['reauthenticationPasskeyOptions'] ?? {}) as Json);
    expect(
      (
        await ctx.ask(actor, 'mutation ($input: StepUpInput!) { stepUp(input: $input) { provenUntil } }', {
          input: { method: 'PASSKEY', passkey: proof },
        })
      ).codes,
    ).toEqual([]);
  });

  test('makes nobody prove two things who has no second factor; recovery codes come with the first, and go with the last', async () => {
    const { email, actor } = await someone();
    const first = await enrol(actor);
    expect(new Set(first.recoveryCodes).size).toBe(10);
    await device.replace();
    const second = await enrol(actor);
    expect(second.recoveryCodes).toEqual([]);
    expect(await enter(ctx, { email })).toMatchObject({ user: { email } });
    expect(await ctx.perform(myReauthenticationMethods, { purpose: 'STEP_UP' }, actor)).toEqual([
      'PASSKEY',
      'PASSWORD',
      'RECOVERY_CODE',
    ]);
    ctx.clock.advance(10 * MINUTE);
    await ctx.perform(stepUp, { method: 'RECOVERY_CODE', code: first.recoveryCodes[0] }, actor);
    expect(await codeOf(ctx.perform(stepUp, { method: 'RECOVERY_CODE', code: first.recoveryCodes[0] }, actor))).toBe(
      'CODE_INVALID',
    );
    const codesLeft = async () =>
      (await findMyTwoFactor({ db: ctx.db, actor, now: ctx.clock.now() })).recoveryCodesLeft;
    // An app comes and goes: the codes still stand for the passkeys.
    expect((await withApp(ctx, actor)).recoveryCodes).toEqual([]);
    await ctx.run(disableTwoFactor, { method: 'TOTP' }, actor);
    await ctx.run(removePasskey, { id: first.passkey.id }, actor);
    expect(await codesLeft()).toBe(9);
    await ctx.run(removePasskey, { id: second.passkey.id }, actor);
    expect(await codesLeft()).toBe(0);
  });

  test('steps up, with or without a second factor, and so takes a factor away', async () => {
    const [plain, person] = [await someone(), await guarded()];
    await device.replace();
    await enrol(plain.actor);
    ctx.clock.advance(10 * MINUTE);
    expect((await prove(plain.actor)).provenUntil).toEqual(new Date(ctx.clock.now().getTime() + 10 * MINUTE));
    await device.replace();
    const disable = async () =>
      (await ctx.ask(await signedInAgain(person.actor), 'mutation { disableTwoFactor(input: { method: TOTP }) }'))
        .codes;
    await enrol(person.actor);
    ctx.clock.advance(10 * MINUTE);
    expect(await disable()).toEqual(['STEP_UP_REQUIRED']);
    await prove(person.actor);
    expect(await disable()).toEqual([]);
  });

  /** The session as the API sees it now. */
  const signedInAgain = async (actor: Actor): Promise<Actor> => {
    const row = await ctx.db
      .selectFrom('session')
      .select('proven_at')
      .where('id', '=', actor.sessionId ?? '')
      .executeTakeFirstOrThrow();
    return { ...actor, provenAt: row.proven_at === null ? null : new Date(row.proven_at as string | Date) };
  };

  test('an answer is for one challenge, one person, one purpose, once', async () => {
    const one = await guarded();
    const [first, second] = [
      tokenOf(await enter(ctx, { email: one.email })),
      tokenOf(await enter(ctx, { email: one.email })),
    ];
    const answer = await sign(first);
    // Shown for another challenge of the same person it is refused, and used up.
    expect(await codeOf(verify(second, answer))).toBe('PASSKEY_REFUSED');
    const right = await sign(first);
    expect(await codeOf(ctx.perform(stepUp, { method: 'PASSKEY', passkey: right }, one.actor))).toBe('PASSKEY_REFUSED');
    expect(await codeOf(ctx.perform(signInWithPasskey, { response: right }))).toBe('PASSKEY_REFUSED');
    // What is asked for one purpose is refused for all others.
    const erasing = await device.sign(
      await ctx.perform(reauthenticationPasskeyOptions, { purpose: 'ERASURE' }, one.actor),
    );
    expect(await codeOf(ctx.perform(stepUp, { method: 'PASSKEY', passkey: erasing }, one.actor))).toBe(
      'PASSKEY_REFUSED',
    );
    const alone = await device.sign(await ctx.perform(passkeySignInOptions, undefined));
    expect(await codeOf(verify(first, alone))).toBe('PASSKEY_REFUSED');
    // Another person’s passkey, on the same device.
    const other = await guarded();
    const theirs = await device.sign(
      await ctx.perform(twoFactorPasskeyOptions, {
        challengeToken: tokenOf(await enter(ctx, { email: other.email })),
      }),
    );
    expect(await codeOf(verify(first, theirs))).toBe('PASSKEY_REFUSED');
    const last = await sign(first);
    expect(await codeOf(verify(first, last))).toBe('done');
    expect(await codeOf(verify(first, last))).toBe('TOKEN_INVALID');
  });

  test('five wrong answers of any kind end a challenge; a late one, and one without its person, are wrong', async () => {
    const { email, secret, actor } = await guarded();
    const challengeToken = tokenOf(await enter(ctx, { email }));
    const late = await sign(challengeToken);
    ctx.clock.advance(5 * MINUTE + 1);
    expect(await codeOf(verify(challengeToken, late))).toBe('PASSKEY_REFUSED');
    await device.recognise(false);
    const unrecognised = await device.sign({
      ...(await ctx.perform(twoFactorPasskeyOptions, { challengeToken })),
      userVerification: 'discouraged',
    });
    await device.recognise(true);
    expect(await codeOf(verify(challengeToken, unrecognised))).toBe('PASSKEY_REFUSED');
    expect(await codeOf(ctx.perform(verifyTwoFactor, { challengeToken, method: 'PASSKEY', trustDevice: false }))).toBe(
      'PASSKEY_REFUSED',
    );
    expect(
      await codeOf(
        ctx.perform(verifyTwoFactor, { challengeToken, method: 'TOTP', code: '000000', trustDevice: false }),
      ),
    ).toBe('CODE_INVALID');
    // Methods that are not of the challenge are tries like the others.
    expect(
      await codeOf(
        ctx.perform(verifyTwoFactor, {
          challengeToken,
          method: 'PASSWORD',
          code: 'Un-Cheval-Bleu-42',
          trustDevice: false,
        }),
      ),
    ).toBe('CODE_INVALID');
    expect(await codeOf(ctx.perform(twoFactorPasskeyOptions, { challengeToken }))).toBe('TOKEN_INVALID');
    expect(
      await codeOf(
        ctx.perform(verifyTwoFactor, {
          challengeToken,
          method: 'TOTP',
          code: appCode(ctx, secret),
          trustDevice: false,
        }),
      ),
    ).toBe('TOKEN_INVALID');
    expect(
      (await ctx.auditLog()).filter(
        ({ action, payload, target_id: id }) =>
          action === 'TWO_FACTOR_FAILED' && id === actor.userId && (payload as { method: string }).method === 'PASSKEY',
      ),
    ).toHaveLength(3);
  });

  test('of a copied passkey nothing is believed', async () => {
    const { email, id } = await guarded();
    const putBack = await device.copy();
    const [first, second] = [tokenOf(await enter(ctx, { email })), tokenOf(await enter(ctx, { email }))];
    await verify(first, await sign(first));
    await putBack();
    expect(await codeOf(verify(second, await sign(second)))).toBe('PASSKEY_REFUSED');
    expect(
      (await ctx.auditLog()).map(({ action, severity, target_id: whose }) => ({ action, severity, whose })).at(-2),
    ).toEqual({ action: 'PASSKEY_COUNTER_REGRESSED', severity: 'HIGH', whose: id });
  });

  test('is registered with a fresh proof only: a session that was left open gives nobody a key', async () => {
    const { email, actor } = await someone();
    const options = async (as: Actor) => (await ctx.ask(as, 'mutation { passkeyRegistrationOptions }')).codes;
    expect(await options(actor)).toEqual([]);
    ctx.clock.advance(10 * MINUTE);
    expect(await options(actor)).toEqual(['STEP_UP_REQUIRED']);
    const response = await device.create(await ctx.perform(passkeyRegistrationOptions, undefined, actor));
    const register = await ctx.ask(
      actor,
      'mutation ($input: RegisterPasskeyInput!) { registerPasskey(input: $input) { recoveryCodes } }',
      { input: { name: 'x', response } },
    );
    expect(register.codes).toEqual(['STEP_UP_REQUIRED']);
    expect(await options(await actorOf(ctx, await signIn(ctx, email)))).toEqual([]);
  });
}
