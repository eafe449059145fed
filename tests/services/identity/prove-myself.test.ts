// @lane sqlite at first: what proves who one is; flows and codes are the rows of sso.test.ts and two-factor.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  confirmTwoFactor,
  enableTwoFactor,
  myReauthenticationMethods,
  oauthAuthorizeUrl,
  sendReauthenticationCode,
  stepUp,
  type Reauthentication,
} from '../../../src/services/identity/index.ts';
import { eraseMyAccount } from '../../../src/services/privacy/index.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { appCode, withApp } from './factors.ts';
import { goodPassword, openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { actorOf, refusal, makeAccount, signIn } from './people.ts';
import {
  arrive,
  goThere,
  linkTo,
  meet,
  openOauthEnvironment,
  makeAccountBy,
  signInBy,
  travel,
  type OauthEnvironment,
} from './oauth-flows.ts';

let ctx: OauthEnvironment;
beforeAll(async () => {
  ctx = await openOauthEnvironment();
});
afterAll(() => ctx.close());
beforeEach(() => {
  ctx.idp.tamper = undefined;
  ctx.clock.advance(DAY);
});

const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const outcome = await refusal(promise);
  return outcome === 'done' ? 'done' : outcome.code;
};

/** Somebody who came by Google, and never had a password. Their proof of signing in is ten minutes old. */
async function traveller(name: string): Promise<{ email: string; actor: Actor }> {
  const email = meet(ctx, name);
  const { accessToken } = await makeAccountBy(ctx, name);
  ctx.clock.advance(10 * MINUTE);
  return { email, actor: await actorOf(ctx, { accessToken }) };
}
const again = async (actor: Actor): Promise<Actor> => {
  const { proven_at: provenAt } = await ctx.db
    .selectFrom('session')
    .select('proven_at')
    .where('id', '=', actor.sessionId ?? '')
    .executeTakeFirstOrThrow();
  return { ...actor, provenAt: provenAt === null ? null : new Date(provenAt as string | Date) };
};
/** A field, as this session sees it now: how it is refused. */
async function asked(actor: Actor, document: string): Promise<unknown> {
  const { codes } = await ctx.ask(await again(actor), document);
  return codes.length === 0 ? 'done' : codes[0];
}
const methods = (actor: Actor, purpose: 'STEP_UP' | 'ERASURE' = 'STEP_UP') =>
  ctx.perform(myReauthenticationMethods, { purpose }, actor);
const flow = (name: string, actor: Actor, purpose: 'STEP_UP' | 'ERASURE' = 'STEP_UP') =>
  travel(ctx, name, { purpose, actor });
const erase = (actor: Actor, proof: Reauthentication) =>
  codeOf(ctx.perform(eraseMyAccount, { ...proof, reason: 'PRIVACY' }, actor));

/** The code in the mail that came last. */
async function mailedCode(where: PeopleEnvironment, email: string): Promise<{ code: string; text: string }> {
  await where.app.worker.runDue();
  const mail = ((await where.app.services.mailbox?.list()) ?? []).find(
    ({ to, subject }) => to.email === email && /code/i.test(subject),
  );
  return { code: /\b\d{8}\b/.exec(mail?.text ?? '')?.[0] ?? '', text: mail?.text ?? '' };
}

describe(`somebody without a password (${engine})`, () => {
  test('signs in at their provider anew, and may do what is sensitive: change of address, detaching', async () => {
    const { actor } = await traveller('fresh');
    expect([await methods(actor), await methods(actor, 'ERASURE')]).toEqual([['IDENTITY'], ['IDENTITY']]);
    const change = 'mutation { requestEmailChange(input: { email: "elsewhere@example.org" }) { isLinkMailed } }';
    expect(await asked(actor, change)).toBe('STEP_UP_REQUIRED');
    await ctx.perform(stepUp, { method: 'IDENTITY', identity: await flow('fresh', actor) }, actor);
    expect(await asked(actor, change)).toBe('done');
    expect((await ctx.auditLog()).filter(({ action }) => action === 'IDENTITY_PROVEN').at(-1)).toMatchObject({
      target_id: actor.userId,
      payload: { purpose: 'STEP_UP', provider: 'GOOGLE' },
    });
    const { id } = await ctx.db
      .selectFrom('identity')
      .select('id')
      .where('user_id', '=', actor.userId ?? '')
      .executeTakeFirstOrThrow();
    const detach = `mutation { unlinkIdentity(input: { id: "${id}" }) { id } }`;
    // The last way in stays; another one first.
    expect(await asked(actor, detach)).toBe('SIGN_IN_METHOD_NEEDED');
    meet(ctx, 'fresh-too', { email: 'fresh@example.org', xms_edov: true });
    await linkTo(ctx, 'fresh-too', actor, 'MICROSOFT');
    expect(await asked(actor, detach)).toBe('done');
  });

  test('erases their account so, and leaves nothing to prove', async () => {
    const { actor } = await traveller('leaving');
    expect(await erase(actor, {})).toBe('STEP_UP_REQUIRED');
    expect(await erase(actor, { password: goodPassword })).toBe('STEP_UP_REQUIRED');
    expect(await erase(actor, { method: 'EMAIL_OTP', code: '00000000' })).toBe('STEP_UP_REQUIRED');
    // The field itself asks for a fresh proof of the session as well.
    expect(await asked(actor, 'mutation { eraseMyAccount(input: { reason: PRIVACY, method: IDENTITY }) { id } }')).toBe(
      'STEP_UP_REQUIRED',
    );
    expect(await erase(actor, { method: 'IDENTITY', identity: await flow('leaving', actor, 'ERASURE') })).toBe('done');
    expect(
      await ctx.db
        .selectFrom('user')
        .select('status')
        .where('id', '=', actor.userId ?? '')
        .executeTakeFirstOrThrow(),
    ).toEqual({ status: 'ERASED' });
  });

  test('asks the provider to have them sign in, whatever session they have there', async () => {
    const { actor } = await traveller('asked');
    const parameters = async (purpose: 'SIGN_IN' | 'STEP_UP') =>
      Object.fromEntries(
        new URL((await ctx.perform(oauthAuthorizeUrl, { provider: 'GOOGLE', purpose }, actor)).url).searchParams,
      );
    expect(await parameters('STEP_UP')).toMatchObject({
      prompt: 'login',
      max_age: '0',
      claims: '{"id_token":{"auth_time":{"essential":true}}}',
    });
    const plain = await parameters('SIGN_IN');
    expect([plain['prompt'], plain['max_age']]).toEqual(['select_account', undefined]);
    for (const purpose of ['STEP_UP', 'ERASURE'] as const)
      expect(await codeOf(ctx.perform(oauthAuthorizeUrl, { provider: 'GOOGLE', purpose }, stranger()))).toBe(
        'UNAUTHENTICATED',
      );
  });

  test('is not believed when the provider does not say that they have just signed in', async () => {
    const { actor } = await traveller('stale');
    const now = () => Math.floor(Date.now() / 1000);
    const outcome = async (change: (claims: Record<string, unknown>) => Record<string, unknown>) => {
      ctx.idp.tamper = change;
      const { back } = await goThere(ctx, 'stale', { purpose: 'STEP_UP', actor });
      return (await arrive(ctx, back)).search;
    };
    expect(await outcome(({ auth_time: _at, ...claims }) => claims)).toBe('?error=SSO_REFUSED');
    expect(await outcome((claims) => ({ ...claims, auth_time: now() - 60 }))).toBe('?error=SSO_REFUSED');
    expect(await outcome((claims) => ({ ...claims, auth_time: 'now' }))).toBe('?error=SSO_REFUSED');
    expect(await outcome((claims) => ({ ...claims, auth_time: now() }))).toMatch(/^\?code=/);
    // To sign in, an old session there is good enough.
    ctx.idp.tamper = (claims) => ({ ...claims, auth_time: now() - 3_600 });
    expect((await arrive(ctx, (await goThere(ctx, 'stale')).back)).search).toMatch(/^\?code=/);
  });

  test('who has had a session there for days signs in with it, and proves nothing else by that', async () => {
    await traveller('old-session');
    const change = 'mutation { requestEmailChange(input: { email: "elsewhere@example.org" }) { isLinkMailed } }';
    const enterAfter = async (seconds: number | null) => {
      ctx.idp.tamper = ({ auth_time: _at, ...claims }) =>
        seconds === null ? claims : { ...claims, auth_time: Math.floor(Date.now() / 1000) - seconds };
      const { session } = await signInBy(ctx, 'old-session');
      return asked(await actorOf(ctx, session as { accessToken: string }), change);
    };
    expect(await enterAfter(3 * 86_400)).toBe('STEP_UP_REQUIRED');
    expect(await enterAfter(601)).toBe('STEP_UP_REQUIRED');
    expect(await enterAfter(60)).toBe('done');
    // A provider that does not say is not asked for more: signing in is a proof.
    expect(await enterAfter(null)).toBe('done');
  });

  test('proves nothing with a flow of somebody else, of another purpose, of another identity, or twice', async () => {
    const [one, two] = [await traveller('owner'), await traveller('intruder')];
    const by = async (name: string, actor: Actor, purpose: 'STEP_UP' | 'ERASURE' = 'STEP_UP') =>
      ({ method: 'IDENTITY', identity: await flow(name, actor, purpose) }) as const;
    // Begun by the intruder in their own session, shown in the owner’s.
    expect(await codeOf(ctx.perform(stepUp, await by('intruder', two.actor), one.actor))).toBe('TOKEN_INVALID');
    // Begun in the owner’s session by somebody who signs in as themself.
    expect(await codeOf(ctx.perform(stepUp, await by('intruder', one.actor), one.actor))).toBe('SSO_REFUSED');
    expect((await ctx.auditLog()).at(-1)).toMatchObject({
      action: 'IDENTITY_PROOF_FAILED',
      severity: 'MEDIUM',
      outcome: 'FAILURE',
      target_id: one.actor.userId,
    });
    meet(ctx, 'nobody-yet');
    expect(await codeOf(ctx.perform(stepUp, await by('nobody-yet', one.actor), one.actor))).toBe('SSO_REFUSED');
    expect(await codeOf(ctx.perform(stepUp, await by('owner', one.actor, 'ERASURE'), one.actor))).toBe('TOKEN_INVALID');
    expect(await erase(one.actor, await by('owner', one.actor))).toBe('TOKEN_INVALID');
    const signIn = { method: 'IDENTITY', identity: await travel(ctx, 'owner') } as const;
    expect(await codeOf(ctx.perform(stepUp, signIn, one.actor))).toBe('TOKEN_INVALID');
    const good = await by('owner', one.actor);
    expect(
      await codeOf(ctx.perform(stepUp, { ...good, identity: { ...good.identity, proof: 'x'.repeat(43) } }, one.actor)),
    ).toBe('TOKEN_INVALID');
    expect(await codeOf(ctx.perform(stepUp, good, one.actor))).toBe('done');
    expect(await codeOf(ctx.perform(stepUp, good, one.actor))).toBe('TOKEN_INVALID');
    expect(await codeOf(ctx.perform(stepUp, { method: 'IDENTITY' }, one.actor))).toBe('TOKEN_INVALID');
  });

  test('with a second factor proves the factor first: the provider alone opens nothing', async () => {
    const { actor } = await traveller('two-things');
    const { secret } = await withApp(ctx, actor);
    expect([await methods(actor), await methods(actor, 'ERASURE')]).toEqual([['TOTP', 'RECOVERY_CODE'], ['IDENTITY']]);
    expect(
      await codeOf(ctx.perform(stepUp, { method: 'IDENTITY', identity: await flow('two-things', actor) }, actor)),
    ).toBe('STEP_UP_REQUIRED');
    expect(await codeOf(ctx.perform(stepUp, { method: 'TOTP', code: appCode(ctx, secret) }, actor))).toBe('done');
  });
});

test(`somebody whose provider is not offered any more is mailed a code, good for one purpose, in one session (${engine})`, async () => {
  const email = meet(ctx, 'orphan');
  const { accessToken } = await makeAccountBy(ctx, 'orphan');
  const actor = await actorOf(ctx, { accessToken });
  const other = await actorOf(ctx, await makeAccountBy(ctx, 'orphan'));
  const { sso } = ctx.app.services;
  const offered = Object.getOwnPropertyDescriptor(sso, 'providers');
  Object.defineProperty(sso, 'providers', { value: [], configurable: true });
  try {
    expect([await methods(actor), await methods(actor, 'ERASURE')]).toEqual([['EMAIL_OTP'], ['EMAIL_OTP']]);
    expect(await codeOf(ctx.perform(sendReauthenticationCode, { purpose: 'STEP_UP', method: 'SMS_OTP' }, actor))).toBe(
      'NOT_FOUND',
    );
    await ctx.perform(sendReauthenticationCode, { purpose: 'ERASURE', method: 'EMAIL_OTP' }, actor);
    const erasing = await mailedCode(ctx, email);
    expect(erasing.text).toContain('to erase your account for good');
    await ctx.perform(sendReauthenticationCode, { purpose: 'STEP_UP', method: 'EMAIL_OTP' }, actor);
    const stepping = await mailedCode(ctx, email);
    expect(stepping.text).toContain('to confirm a sensitive action');
    expect(stepping.code).not.toBe(erasing.code);
    expect(await codeOf(ctx.perform(stepUp, { method: 'EMAIL_OTP', code: erasing.code }, actor))).toBe('CODE_INVALID');
    expect(await erase(actor, { method: 'EMAIL_OTP', code: stepping.code })).toBe('CODE_INVALID');
    expect(await codeOf(ctx.perform(stepUp, { method: 'EMAIL_OTP', code: stepping.code }, other))).toBe('CODE_INVALID');
    expect(await codeOf(ctx.perform(stepUp, { method: 'EMAIL_OTP', code: stepping.code }, actor))).toBe('done');
    expect(await erase(actor, { method: 'EMAIL_OTP', code: erasing.code })).toBe('done');
  } finally {
    Object.defineProperty(sso, 'providers', offered as PropertyDescriptor);
  }
});

test(`who has a password and a second factor finds no other way: not by mail, not by a provider (${engine})`, async () => {
  const plain = await openPeopleEnvironment();
  try {
    await makeAccount(plain, 'both@example.org');
    const actor = await actorOf(plain, await signIn(plain, 'both@example.org'));
    await plain.perform(enableTwoFactor, { method: 'EMAIL_OTP' }, actor);
    await plain.perform(
      confirmTwoFactor,
      { method: 'EMAIL_OTP', code: (await mailedCode(plain, 'both@example.org')).code },
      actor,
    );
    expect(await plain.perform(myReauthenticationMethods, { purpose: 'ERASURE' }, actor)).toEqual(['PASSWORD']);
    // Their second factor is a mailed code, and it is not their password.
    expect(
      await codeOf(plain.perform(sendReauthenticationCode, { purpose: 'ERASURE', method: 'EMAIL_OTP' }, actor)),
    ).toBe('NOT_FOUND');
    expect(
      await codeOf(plain.perform(eraseMyAccount, { method: 'EMAIL_OTP', code: '00000000', reason: 'OTHER' }, actor)),
    ).toBe('STEP_UP_REQUIRED');
    expect(await codeOf(plain.perform(stepUp, { password: goodPassword }, actor))).toBe('STEP_UP_REQUIRED');
    expect(
      await codeOf(plain.perform(eraseMyAccount, { password: 'Pas-Le-Bon-Du-Tout-1', reason: 'OTHER' }, actor)),
    ).toBe('PASSWORD_INCORRECT');
    expect(await codeOf(plain.perform(eraseMyAccount, { password: goodPassword, reason: 'OTHER' }, actor))).toBe(
      'done',
    );
  } finally {
    await plain.close();
  }
});
