import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  activateAccount,
  confirmIdentity,
  listMyIdentities,
  oauthAuthorizeUrl,
  receiveOauthReturn,
  register,
  signInWithOauth,
} from '../../../src/services/identity/index.ts';
import { newSecret } from '../../../src/services/kernel/ids.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { retain } from '../../support/retention.ts';
import { engine } from '../../support/database.ts';
import { registration, stranger } from './people-environment.ts';
import { actorOf, change, refusal, makeAccount, signIn } from './people.ts';
import {
  arrive,
  consents,
  goThere,
  meet,
  openOauthEnvironment,
  proofToken,
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
  ctx.idp.mode = 'up';
  ctx.idp.tamper = undefined;
  ctx.clock.advance(DAY);
});

const actionsSince = async (since: number) => (await ctx.auditLog()).slice(since).map(({ action }) => action);
const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const outcome = await refusal(promise);
  return outcome === 'done' ? 'done' : outcome.code;
};

describe(`somebody new (${engine})`, () => {
  test('says what they consent to, proves their address by mail, and has an account without a password', async () => {
    const email = meet(ctx, 'new', { email: 'New@Example.org' });
    expect(email).toBe('new@example.org');
    const before = (await ctx.auditLog()).length;
    const { code, proof } = await travel(ctx, 'new');
    expect(await codeOf(ctx.perform(signInWithOauth, { code, proof, consents: [] }))).toBe('CONSENT_REQUIRED');
    expect(await ctx.perform(signInWithOauth, { code, proof, consents })).toEqual({
      session: null,
      challenge: null,
      isProofMailed: true,
    });
    expect(await ctx.db.selectFrom('user').selectAll().where('email', '=', email).execute()).toEqual([]);
    await ctx.app.worker.runDue();
    expect(await ctx.mailsTo(email)).toEqual(['identity-proof']);

    const token = (await proofToken(ctx, email)) ?? '';
    const { session } = await ctx.perform(confirmIdentity, { token, proof });
    expect(session?.user).toMatchObject({
      email,
      firstName: 'Camille',
      lastName: 'Morel',
      role: 'CUSTOMER',
      status: 'ACTIVE',
      locale: 'en',
    });
    const row = await ctx.db
      .selectFrom('user')
      .select(['id', 'password_hash'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    expect(row.password_hash).toBeNull();
    const kept = await ctx.db
      .selectFrom('consent_record')
      .select(['purpose', 'policy_version'])
      .where('user_id', '=', row.id)
      .orderBy('id')
      .execute();
    expect(kept).toEqual([
      { purpose: 'TERMS', policy_version: '2026-11-20' },
      { purpose: 'PRIVACY', policy_version: '2026-11-20' },
    ]);
    expect(await actionsSince(before)).toEqual([
      'USER_CREATED',
      'CONSENT_GIVEN',
      'USER_ACTIVATED',
      'IDENTITY_LINKED',
      'LOGIN_SUCCESS',
    ]);
    expect((await ctx.auditLog()).at(-1)?.payload).toMatchObject({ by: 'SSO', provider: 'GOOGLE' });
    expect(await ctx.mailsTo(email)).toEqual(['identity-proof', 'welcome']);

    const again = await signInBy(ctx, 'new');
    expect(again.session?.user.id).toBe(row.id);
    const actor = await actorOf(ctx, again.session as { accessToken: string });
    expect(await listMyIdentities({ db: ctx.db, actor })).toEqual([
      expect.objectContaining({ provider: 'GOOGLE', email, lastUsedAt: ctx.clock.now() }),
    ]);
    expect(await codeOf(signIn(ctx, email))).toBe('CREDENTIALS_INVALID');
  });

  test('is called by the names the provider has, whatever they are', async () => {
    const called = async (subject: string, claims: object): Promise<string> => {
      meet(ctx, subject, { given_name: undefined, family_name: undefined, ...claims });
      return (await makeAccountBy(ctx, subject)).user.displayName;
    };
    expect(await called('one-name', { name: 'Teller' })).toBe('Teller -');
    expect(await called('whole-name', { name: 'Ana Maria de Souza' })).toBe('Ana Maria de Souza');
    expect(await called('no-name', {})).toBe('no-name -');
    expect(await called('odd-name', { given_name: 'Eve\r\nBcc: <x>', family_name: 'x'.repeat(80) })).toBe(
      `Eve Bcc: x ${'x'.repeat(50)}`,
    );
  });
});

test('nobody learns whether an address has an account: the same answer, and the same writes', async () => {
  await makeAccount(ctx, 'has-account@example.org');
  await change(ctx, await makeAccount(ctx, 'kept-out@example.org'), { status: 'SUSPENDED' });
  await change(ctx, await makeAccount(ctx, 'gone@example.org'), { status: 'ERASED' });
  await ctx.perform(register, registration('waits@example.org'));
  const counts = async (): Promise<number[]> => [
    (await ctx.auditLog()).length,
    (await ctx.db.selectFrom('job').select('id').execute()).length,
    (await ctx.db.selectFrom('oauth_flow').select('id').execute()).length,
  ];
  const answers = [];
  for (const subject of ['has-account', 'kept-out', 'gone', 'waits', 'nobody']) {
    meet(ctx, subject);
    const { code, proof } = await travel(ctx, subject);
    const before = await counts();
    const answer = await ctx.ask(
      stranger(),
      'mutation ($input: SignInWithOauthInput!) { signInWithOauth(input: $input) { isProofMailed session { accessToken } } }',
      { input: { code, proof, consents } },
    );
    const after = await counts();
    answers.push(JSON.stringify({ answer, writes: after.map((count, i) => count - (before[i] ?? 0)) }));
  }
  expect([...new Set(answers)]).toEqual([
    JSON.stringify({
      answer: { data: { signInWithOauth: { isProofMailed: true, session: null } }, errors: [], codes: [] },
      writes: [0, 1, 0],
    }),
  ]);
  await ctx.app.worker.runDue();
  expect(await ctx.mailsTo('kept-out@example.org')).not.toContain('identity-proof');
  expect(await ctx.mailsTo('gone@example.org')).not.toContain('identity-proof');
  for (const email of ['has-account@example.org', 'waits@example.org', 'nobody@example.org'])
    expect(await ctx.mailsTo(email)).toContain('identity-proof');
});

describe('an address that has an account', () => {
  test('takes the identity in once the mail was followed in the browser that began, and nowhere else', async () => {
    const id = await makeAccount(ctx, 'owner@example.org');
    meet(ctx, 'owner');
    const { code, proof } = await travel(ctx, 'owner');
    await ctx.perform(signInWithOauth, { code, proof, consents });
    const token = (await proofToken(ctx, 'owner@example.org')) ?? '';
    await ctx.app.worker.runDue();
    // Somebody who had the provider vouch for another’s address cannot use the link that its owner follows.
    expect(await codeOf(ctx.perform(confirmIdentity, { token, proof: newSecret() }))).toBe('TOKEN_INVALID');
    expect(await codeOf(ctx.perform(confirmIdentity, { token: newSecret(), proof }))).toBe('TOKEN_INVALID');
    const { session } = await ctx.perform(confirmIdentity, { token, proof });
    expect(session?.user).toMatchObject({ id, firstName: 'Camille' });
    expect(await codeOf(ctx.perform(confirmIdentity, { token, proof }))).toBe('TOKEN_INVALID');
    expect(await ctx.mailsTo('owner@example.org')).toEqual(['welcome', 'identity-proof', 'sign-in-method-added']);
    expect((await signIn(ctx, 'owner@example.org')).user.id).toBe(id);
    expect((await signInBy(ctx, 'owner')).session?.user.id).toBe(id);
  });

  test('that was never proven is its owner’s from then on: what a stranger chose is void', async () => {
    await ctx.perform(register, registration('squatted@example.org'));
    const squattersLink = await ctx.activationToken('squatted@example.org');
    meet(ctx, 'squatted', { given_name: 'Véra', family_name: 'Tellier' });
    const { user } = await makeAccountBy(ctx, 'squatted');
    expect(user).toMatchObject({ email: 'squatted@example.org', displayName: 'Véra Tellier', status: 'ACTIVE' });
    expect(await codeOf(ctx.run(activateAccount, { token: squattersLink ?? '' }))).toBe('TOKEN_INVALID');
    expect(await codeOf(signIn(ctx, 'squatted@example.org'))).toBe('CREDENTIALS_INVALID');
  });

  test('of somebody who was kept out meanwhile is not opened', async () => {
    meet(ctx, 'late');
    const { code, proof } = await travel(ctx, 'late');
    await ctx.perform(signInWithOauth, { code, proof, consents });
    await change(ctx, await makeAccount(ctx, 'late@example.org'), { status: 'SUSPENDED' });
    expect(
      await codeOf(ctx.perform(confirmIdentity, { token: (await proofToken(ctx, 'late@example.org')) ?? '', proof })),
    ).toBe('TOKEN_INVALID');
  });
});

test('the mailed link is good for half an hour, and nobody is mailed more than three times an hour', async () => {
  const patient = await openOauthEnvironment({ limits: createRateLimits({ scale: 10 }) });
  const email = meet(patient, 'busy');
  const ask = async () => {
    const { code, proof } = await travel(patient, 'busy');
    expect(await patient.perform(signInWithOauth, { code, proof, consents })).toEqual({
      session: null,
      challenge: null,
      isProofMailed: true,
    });
    await patient.app.worker.runDue();
    return { proof, token: (await proofToken(patient, email)) ?? '' };
  };
  const first = await ask();
  patient.clock.advance(30 * MINUTE + 1);
  expect(await codeOf(patient.perform(confirmIdentity, first))).toBe('TOKEN_INVALID');
  for (let i = 0; i < 34; i += 1) await ask();
  expect(await patient.mailsTo(email)).toHaveLength(30);
  await patient.close();
});

test('two clicks on one link at one instant open one account and one session', async () => {
  meet(ctx, 'twice');
  const { code, proof } = await travel(ctx, 'twice');
  await ctx.perform(signInWithOauth, { code, proof, consents });
  const token = (await proofToken(ctx, 'twice@example.org')) ?? '';
  const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(ctx.perform(confirmIdentity, { token, proof }))));
  expect(outcomes.sort()).toEqual(['TOKEN_INVALID', 'TOKEN_INVALID', 'done']);
  expect(
    await ctx.db.selectFrom('identity').select('id').where('email', '=', 'twice@example.org').execute(),
  ).toHaveLength(1);
});

test('an address that the provider has not verified opens and attaches nothing, whether it has an account or not', async () => {
  await makeAccount(ctx, 'unproven@example.org');
  for (const subject of ['unproven', 'unproven-nobody']) {
    for (const claims of [{ email_verified: false }, { email_verified: undefined }, { email: undefined }]) {
      meet(ctx, subject, claims);
      expect(await codeOf(signInBy(ctx, subject))).toBe('SSO_EMAIL_UNVERIFIED');
    }
    await ctx.app.worker.runDue();
    expect(await ctx.mailsTo(`${subject}@example.org`)).not.toContain('identity-proof');
    expect(await ctx.db.selectFrom('identity').select('id').where('subject', '=', subject).execute()).toEqual([]);
  }
});

test('a person who is kept out is refused, and the audit log knows', async () => {
  meet(ctx, 'suspended');
  const { user } = await makeAccountBy(ctx, 'suspended');
  await change(ctx, user.id, { status: 'SUSPENDED' });
  expect(await codeOf(signInBy(ctx, 'suspended'))).toBe('SSO_REFUSED');
  expect((await ctx.auditLog()).at(-1)).toMatchObject({
    action: 'LOGIN_FAILED',
    outcome: 'FAILURE',
    target_id: user.id,
    payload: { method: 'SSO', provider: 'GOOGLE' },
  });
});

describe('each step is good once', () => {
  beforeEach(async () => {
    meet(ctx, 'steps');
    await makeAccountBy(ctx, 'steps');
  });

  test('a return is believed once, and the provider is not asked again', async () => {
    const { back, proof } = await goThere(ctx, 'steps');
    const first = await arrive(ctx, back);
    expect([...first.searchParams.keys()]).toEqual(['code']);
    const asked = ctx.idp.asked.length;
    expect((await arrive(ctx, back)).search).toBe('?error=TOKEN_INVALID');
    expect(ctx.idp.asked).toHaveLength(asked);
    // The first return is as good as before.
    expect(
      (await ctx.perform(signInWithOauth, { code: first.searchParams.get('code') ?? '', proof, consents: [] })).session,
    ).not.toBeNull();
  });

  test('a state that we did not make, or made for another provider, or too long ago, is nobody’s', async () => {
    for (const query of ['', '?state=&code=1', `?state=${newSecret()}&code=1`]) {
      expect(await ctx.perform(receiveOauthReturn, { provider: 'GOOGLE', query })).toBe(
        `${ctx.app.config.frontUrl}/auth/callback?error=TOKEN_INVALID`,
      );
    }
    const mixedUp = await goThere(ctx, 'steps');
    expect((await arrive(ctx, mixedUp.back, 'MICROSOFT')).search).toBe('?error=TOKEN_INVALID');
    const late = await goThere(ctx, 'steps');
    ctx.clock.advance(10 * MINUTE + 1);
    expect((await arrive(ctx, late.back)).search).toBe('?error=TOKEN_INVALID');
  });

  test('a code is good once, for ten minutes, in the browser that began, for what it was begun for', async () => {
    const once = await travel(ctx, 'steps');
    const use = (shown: { code: string; proof: string }) =>
      codeOf(ctx.perform(signInWithOauth, { ...shown, consents }));
    expect(await use({ ...once, proof: newSecret() })).toBe('TOKEN_INVALID');
    expect(await use(once)).toBe('done');
    expect(await use(once)).toBe('TOKEN_INVALID');
    const late = await travel(ctx, 'steps');
    ctx.clock.advance(10 * MINUTE + 1);
    expect(await use(late)).toBe('TOKEN_INVALID');
    const storm = await travel(ctx, 'steps');
    expect((await Promise.all([1, 2, 3, 4].map(() => use(storm)))).sort()).toEqual([
      'TOKEN_INVALID',
      'TOKEN_INVALID',
      'TOKEN_INVALID',
      'done',
    ]);
    const actor = await actorOf(ctx, (await signInBy(ctx, 'steps')).session as { accessToken: string });
    expect(await use(await travel(ctx, 'steps', { purpose: 'LINK', actor }))).toBe('TOKEN_INVALID');
  });

  test('what a provider refuses reaches the front-end as a code, and the audit log as a reason', async () => {
    ctx.idp.tamper = ({ nonce: _nonce, ...claims }) => claims;
    const { back } = await goThere(ctx, 'steps');
    expect((await arrive(ctx, back)).search).toBe('?error=SSO_REFUSED');
    expect((await ctx.auditLog()).at(-1)).toMatchObject({
      action: 'LOGIN_FAILED',
      severity: 'MEDIUM',
      payload: { method: 'SSO', provider: 'GOOGLE', reason: 'OAUTH_INVALID_RESPONSE' },
    });
    ctx.idp.tamper = undefined;
    expect((await arrive(ctx, back)).search).toBe('?error=TOKEN_INVALID');
  });
});

test('a provider that is away is said to be, at both ends of the flow', async () => {
  meet(ctx, 'patient');
  const { back } = await goThere(ctx, 'patient');
  ctx.idp.mode = 'down';
  expect((await arrive(ctx, back)).search).toBe('?error=SSO_UNAVAILABLE');
  const cold = await openOauthEnvironment();
  cold.idp.mode = 'down';
  expect(await codeOf(cold.perform(oauthAuthorizeUrl, { provider: 'GOOGLE', purpose: 'SIGN_IN' }))).toBe(
    'SSO_UNAVAILABLE',
  );
  await cold.close();
});

test('the database holds no secret of a flow, and forgets what the provider said', async () => {
  const email = meet(ctx, 'private', { given_name: 'Very-Private' });
  const { back, proof } = await goThere(ctx, 'private');
  const state = new URL(back).searchParams.get('state') ?? '';
  const code = (await arrive(ctx, back)).searchParams.get('code') ?? '';
  const seen = async () =>
    JSON.stringify([
      await ctx.db.selectFrom('oauth_flow').selectAll().execute(),
      await ctx.db.selectFrom('job').selectAll().execute(),
      await ctx.db.selectFrom('email_delivery').selectAll().execute(),
    ]);
  await ctx.perform(signInWithOauth, { code, proof, consents });
  const token = (await proofToken(ctx, email)) ?? '';
  await ctx.app.worker.runDue();
  const during = await seen();
  for (const secret of [state, proof, code, token]) {
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(during).not.toContain(secret);
  }
  await ctx.perform(confirmIdentity, { token, proof });
  expect(
    JSON.stringify(await ctx.db.selectFrom('oauth_flow').selectAll().where('done_at', 'is not', null).execute()),
  ).not.toMatch(/Very-Private|private@example/);
  ctx.clock.advance(2 * DAY);
  await retain(ctx.contextFor(stranger()));
  expect(await ctx.db.selectFrom('oauth_flow').select('id').execute()).toEqual([]);
});

test('only people who are signed in may begin to link', async () => {
  expect(await codeOf(ctx.perform(oauthAuthorizeUrl, { provider: 'GOOGLE', purpose: 'LINK' }, stranger()))).toBe(
    'UNAUTHENTICATED',
  );
});
