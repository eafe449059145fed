// @lane sqlite at first: what devices sign; the rows of challenges are those of two-factor.test.ts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  passkeyAssertionOptions,
  passkeyRegistrationOptions,
  passkeySignInOptions,
  verifyPasskey,
  registerPasskey,
  removePasskey,
  renamePasskey,
  resetPassword,
  requestPasswordReset,
  signInWithPasskey,
  useCounter,
  type SessionAnswer,
} from '../../../src/services/identity/index.ts';
import { newId, newSecret } from '../../../src/services/kernel/ids.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { goodPassword, openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { actorOf, change, refusal, makeAccount, signIn } from './people.ts';
import { chromiumPath, openVirtualDevice, type VirtualDevice } from './virtual-device.ts';

if (chromiumPath) describe(`with a browser and its virtual authenticator (${engine})`, inBrowser);
else process.stdout.write('skipped: no Chromium here, passkeys are not tried in a browser\n');

const codeOf = async (promise: Promise<unknown>): Promise<unknown> => {
  const outcome = await refusal(promise);
  return outcome === 'done' ? 'done' : outcome.code;
};

test('options are made for one relying party, one person and one challenge, with verification required', async () => {
  const env = await openPeopleEnvironment({
    environment: { FRONT_URL: 'https://www.example.org', PUBLIC_URL: 'https://api.example.org' },
  });
  const id = await makeAccount(env, 'options@example.org');
  const actor = await actorOf(env, await signIn(env, 'options@example.org'));
  const options = await env.perform(passkeyRegistrationOptions, undefined, actor);
  expect(options).toMatchObject({
    rp: { id: 'www.example.org', name: 'Staka Livres' },
    user: { id: Buffer.from(id).toString('base64url'), name: 'options@example.org', displayName: 'Camille Morel' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestation: 'none',
    excludeCredentials: [],
  });
  const asked = await env.perform(passkeySignInOptions, undefined);
  expect(asked).toMatchObject({ rpId: 'www.example.org', userVerification: 'required', allowCredentials: [] });
  expect(new Set([options['challenge'], asked['challenge']]).size).toBe(2);
  for (const { challenge } of [options, asked] as { challenge?: unknown }[]) expect(challenge).toMatch(/^[\w-]{43}$/);
  await env.close();
});

test('options and answers are counted by address', async () => {
  const env = await openPeopleEnvironment({ services: { limits: createRateLimits() } });
  const here = stranger('203.0.113.9');
  for (let i = 0; i < 39; i += 1) await env.perform(passkeySignInOptions, undefined, here);
  expect(await codeOf(env.perform(signInWithPasskey, { response: {} }, here))).toBe('PASSKEY_REFUSED');
  expect(await codeOf(env.perform(signInWithPasskey, { response: {} }, here))).toBe('RATE_LIMITED');
  expect(await codeOf(env.perform(passkeySignInOptions, undefined, here))).toBe('RATE_LIMITED');
  expect(await codeOf(env.perform(passkeySignInOptions, undefined, stranger('203.0.113.10')))).toBe('done');
  await env.close();
});

test('what no browser answers is refused, and the audit log knows', async () => {
  const env = await openPeopleEnvironment();
  const rubbish: Record<string, unknown>[] = [
    {},
    { id: 'x' },
    {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
    },
    { id: 'x'.repeat(2_000) },
  ];
  for (const response of rubbish)
    expect(await codeOf(env.perform(signInWithPasskey, { response }))).toBe('PASSKEY_REFUSED');
  expect((await env.auditLog()).map(({ action }) => action)).toEqual(rubbish.map(() => 'LOGIN_FAILED'));
  await env.close();
});

function inBrowser(): void {
  let env: PeopleEnvironment;
  let device: VirtualDevice;
  beforeAll(async () => {
    device = await openVirtualDevice();
    env = await openPeopleEnvironment({ environment: { FRONT_URL: device.frontUrl } });
  });
  afterAll(async () => {
    await env.close();
    await device.close();
  });
  beforeEach(async () => {
    env.clock.advance(DAY);
    await device.replace();
  });

  const person = async (name: string) => {
    const email = `${name}@example.org`;
    const id = await makeAccount(env, email);
    return { id, email, actor: await actorOf(env, await signIn(env, email)) };
  };
  const enrol = async (actor: Actor, name = 'Portable') => {
    const response = await device.create(await env.perform(passkeyRegistrationOptions, undefined, actor));
    return (await env.perform(registerPasskey, { name, response }, actor)).passkey;
  };
  const answer = async (): Promise<Record<string, unknown>> =>
    device.sign(await env.perform(passkeySignInOptions, undefined));
  const enterBy = (response: Record<string, unknown>): Promise<SessionAnswer> =>
    env.perform(signInWithPasskey, { response });

  test('a person makes a passkey and signs in with it, without a name or a password', async () => {
    const { id, email, actor } = await person('keeper');
    const passkey = await enrol(actor, 'Téléphone');
    expect(passkey).toMatchObject({ name: 'Téléphone', isSynced: false, lastUsedAt: null });
    expect((await env.auditLog()).at(-1)).toMatchObject({
      action: 'PASSKEY_ADDED',
      severity: 'MEDIUM',
      target_id: id,
      payload: { passkeyId: passkey.id },
    });
    await env.app.worker.runDue();
    expect((await env.mailsTo(email)).at(-1)).toBe('sign-in-method-added');

    const session = await enterBy(await answer());
    expect(session.user.id).toBe(id);
    expect((await actorOf(env, session)).userId).toBe(id);
    expect((await env.auditLog()).at(-1)).toMatchObject({
      action: 'LOGIN_SUCCESS',
      target_id: id,
      payload: { by: 'PASSKEY', passkeyId: passkey.id },
    });
    const row = await env.db
      .selectFrom('passkey')
      .select(['counter', 'last_used_at', 'transports'])
      .where('id', '=', passkey.id)
      .executeTakeFirstOrThrow();
    expect(Number(row.counter)).toBeGreaterThan(0);
    expect(row.transports).toBe('internal');
    expect(await env.ask(actor, '{ myPasskeys { name isSynced lastUsedAt } }')).toMatchObject({
      data: { myPasskeys: [{ name: 'Téléphone', isSynced: false, lastUsedAt: env.clock.now().toISOString() }] },
      codes: [],
    });
  });

  test('the same through the API: options, registering, naming, signing in, removing', async () => {
    const { email, actor } = await person('api');
    const done = async (document: string, variables: Record<string, unknown>, as = stranger()) => {
      const { data, codes } = await env.ask(as, document, variables);
      expect(codes).toEqual([]);
      return Object.values(data)[0] as Record<string, unknown>;
    };
    const created = await device.create(await done('mutation { passkeyRegistrationOptions }', {}, actor));
    const { passkey, recoveryCodes } = await done(
      'mutation ($input: RegisterPasskeyInput!) { registerPasskey(input: $input) { passkey { id name } recoveryCodes } }',
      { input: { name: 'Clé', response: created } },
      actor,
    );
    const { id } = passkey as { id: string };
    expect(recoveryCodes).toHaveLength(10);
    expect(
      await done(
        'mutation ($input: RenamePasskeyInput!) { renamePasskey(input: $input) { name } }',
        { input: { id, name: 'Clé bleue' } },
        actor,
      ),
    ).toEqual({ name: 'Clé bleue' });
    const response = await device.sign(await done('mutation { passkeySignInOptions }', {}));
    expect(
      await done('mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { user { email } } }', {
        input: { response },
      }),
    ).toEqual({ user: { email } });
    expect(
      await done(
        'mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { id } }',
        { input: { id } },
        actor,
      ),
    ).toEqual({ id });
    for (const name of ['', ' ', '<b>', 'x'.repeat(61), 'a\nb']) {
      const { codes } = await env.ask(
        actor,
        'mutation ($input: RegisterPasskeyInput!) { registerPasskey(input: $input) { recoveryCodes } }',
        { input: { name, response: created } },
      );
      expect(codes).toEqual(['INPUT_INVALID']);
    }
  });

  test('an answer is good once, for five minutes, and only for a challenge of ours', async () => {
    const { actor } = await person('once');
    await enrol(actor);
    const response = await answer();
    await enterBy(response);
    expect(await codeOf(enterBy(response))).toBe('PASSKEY_REFUSED');
    const storm = await answer();
    expect((await Promise.all([1, 2, 3].map(() => codeOf(enterBy(storm))))).sort()).toEqual([
      'PASSKEY_REFUSED',
      'PASSKEY_REFUSED',
      'done',
    ]);
    const late = await answer();
    env.clock.advance(5 * MINUTE + 1);
    expect(await codeOf(enterBy(late))).toBe('PASSKEY_REFUSED');
    const invented = await device.sign({
      ...(await env.perform(passkeySignInOptions, undefined)),
      challenge: newSecret(),
    });
    expect(await codeOf(enterBy(invented))).toBe('PASSKEY_REFUSED');
  });

  test('a challenge made for one thing is good for nothing else', async () => {
    const [one, two] = [await person('purpose'), await person('purpose-two')];
    const offered = await env.perform(passkeyRegistrationOptions, undefined, one.actor);
    const created = await device.create(offered);
    // Another person, another session of the same person, nobody.
    expect(await codeOf(env.perform(registerPasskey, { name: 'x', response: created }, two.actor))).toBe(
      'PASSKEY_REFUSED',
    );
    expect(
      await codeOf(
        env.perform(registerPasskey, { name: 'x', response: created }, { ...one.actor, sessionId: newId() }),
      ),
    ).toBe('PASSKEY_REFUSED');
    expect(await codeOf(env.perform(registerPasskey, { name: 'x', response: created }, stranger()))).toBe(
      'UNAUTHENTICATED',
    );
    await env.perform(registerPasskey, { name: 'x', response: created }, one.actor);
    expect(await codeOf(env.perform(registerPasskey, { name: 'x', response: created }, one.actor))).toBe(
      'PASSKEY_REFUSED',
    );
    // A challenge for registering, signed as if to sign in; one for a second factor, too.
    const registering = (await env.perform(passkeyRegistrationOptions, undefined, one.actor))['challenge'];
    const asked = await env.perform(passkeySignInOptions, undefined);
    expect(await codeOf(enterBy(await device.sign({ ...asked, challenge: registering })))).toBe('PASSKEY_REFUSED');
    // The same person and session, but not what they were asked for.
    const { sessionId } = one.actor;
    const again = (await env.perform(passkeyRegistrationOptions, undefined, one.actor))['challenge'];
    const response = await device.sign({ ...asked, challenge: again });
    expect(
      await codeOf(
        env.perform(verifyPasskey, {
          response,
          bound: { purpose: 'SECOND_FACTOR', userId: one.id, askedBy: sessionId },
        }),
      ),
    ).toBe('PASSKEY_REFUSED');
    const factor = await env.perform(passkeyAssertionOptions, {
      purpose: 'SECOND_FACTOR',
      userId: one.id,
      askedBy: null,
    });
    expect(await codeOf(enterBy(await device.sign(factor)))).toBe('PASSKEY_REFUSED');
  });

  test('a device that does not recognise its person makes no passkey and opens nothing', async () => {
    const { actor } = await person('unknown');
    await enrol(actor);
    await device.recognise(false);
    const asked = await env.perform(passkeySignInOptions, undefined);
    // The page asks for less than we do: the device obliges, we do not.
    const response = await device.sign({ ...asked, userVerification: 'discouraged' });
    expect(await codeOf(enterBy(response))).toBe('PASSKEY_REFUSED');
    const offered = await env.perform(passkeyRegistrationOptions, undefined, (await person('unknown-too')).actor);
    await expect(device.create(offered)).rejects.toThrow();
  });

  test('a signature, an owner or a page that is not the right one is refused like the others', async () => {
    const { actor } = await person('forger');
    await enrol(actor);
    const altered = async (change: (response: Record<string, string>) => Record<string, string>) => {
      const good = await answer();
      return codeOf(enterBy({ ...good, response: change(good['response'] as Record<string, string>) }));
    };
    expect(
      await altered((response) => ({ ...response, signature: Buffer.from('not a signature').toString('base64url') })),
    ).toBe('PASSKEY_REFUSED');
    expect(await altered((response) => ({ ...response, userHandle: Buffer.from(newId()).toString('base64url') }))).toBe(
      'PASSKEY_REFUSED',
    );
    expect(await altered((same) => same)).toBe('done');
    const elsewhere = await openPeopleEnvironment({ environment: { FRONT_URL: 'http://localhost:1' } });
    const there = await actorOf(
      elsewhere,
      await makeAccount(elsewhere, 'forger@example.org').then(() => signIn(elsewhere, 'forger@example.org')),
    );
    const response = await device.create(await elsewhere.perform(passkeyRegistrationOptions, undefined, there));
    expect(await codeOf(elsewhere.perform(registerPasskey, { name: 'x', response }, there))).toBe('PASSKEY_REFUSED');
    await elsewhere.close();
  });

  test('a counter that goes back betrays a copy: refused, and written down as HIGH', async () => {
    const { id, actor } = await person('copied');
    const passkey = await enrol(actor);
    const putBack = await device.copy();
    await enterBy(await answer());
    await enterBy(await answer());
    await putBack();
    expect(await codeOf(enterBy(await answer()))).toBe('PASSKEY_REFUSED');
    expect((await env.auditLog()).at(-1)).toMatchObject({
      action: 'PASSKEY_COUNTER_REGRESSED',
      severity: 'HIGH',
      outcome: 'FAILURE',
      target_id: id,
      payload: { passkeyId: passkey.id },
    });
  });

  test('a passkey of somebody who is kept out opens nothing; it is there again when they are', async () => {
    const { id, actor } = await person('kept-out');
    await enrol(actor);
    await change(env, id, { status: 'SUSPENDED' });
    expect(await codeOf(enterBy(await answer()))).toBe('PASSKEY_REFUSED');
    await change(env, id, { status: 'ACTIVE' });
    expect(await codeOf(enterBy(await answer()))).toBe('done');
  });

  test('it is a second factor for its own person, and for nobody else', async () => {
    const [one, two] = [await person('factor'), await person('factor-two')];
    const { id: passkeyId } = await enrol(one.actor);
    const boundTo = (userId: string) => ({ purpose: 'SECOND_FACTOR', userId, askedBy: null }) as const;
    const asked = await env.perform(passkeyAssertionOptions, boundTo(one.id));
    expect(asked['allowCredentials']).toHaveLength(1);
    const response = await device.sign(asked);
    expect(await codeOf(env.perform(verifyPasskey, { response, bound: boundTo(two.id) }))).toBe('PASSKEY_REFUSED');
    const proven = await env.perform(verifyPasskey, { response, bound: boundTo(one.id) });
    expect(proven).toMatchObject({ passkeyId, userId: one.id });
    expect(await env.run(useCounter, proven)).toBe(true);
    expect(await env.run(useCounter, proven)).toBe(false);
  });

  test('the same device is not registered twice for one person, and people name and remove their own only', async () => {
    const [one, two] = [await person('manager'), await person('manager-two')];
    const { id } = await enrol(one.actor);
    const offered = await env.perform(passkeyRegistrationOptions, undefined, one.actor);
    expect(offered['excludeCredentials']).toHaveLength(1);
    await expect(device.create(offered)).rejects.toThrow();
    expect(await env.run(renamePasskey, { id, name: 'Ordinateur' }, one.actor)).toMatchObject({ name: 'Ordinateur' });
    expect(await codeOf(env.run(renamePasskey, { id, name: 'x' }, two.actor))).toBe('NOT_FOUND');
    expect(await codeOf(env.run(removePasskey, { id }, two.actor))).toBe('NOT_FOUND');
    // Whoever came in by it is out with it; who removes it stays.
    const byKey = await enterBy(await answer());
    expect(await codeOf(env.run(removePasskey, { id }, one.actor))).toBe('done');
    expect(await codeOf(actorOf(env, byKey))).toBe('UNAUTHENTICATED');
    expect([...(await env.app.sessions.activeAmong([one.actor.sessionId ?? ''])).keys()]).toEqual([
      one.actor.sessionId,
    ]);
    await env.app.worker.runDue();
    expect((await env.mailsTo(one.email)).at(-1)).toBe('sign-in-method-removed');
    expect(await codeOf(enterBy(await answer()))).toBe('PASSKEY_REFUSED');
  });

  test('the last way in cannot be removed', async () => {
    const { id: userId, email, actor } = await person('last');
    const { id } = await enrol(actor);
    await change(env, userId, { passwordHash: null });
    expect(await codeOf(env.run(removePasskey, { id }, actor))).toBe('SIGN_IN_METHOD_NEEDED');
    await env.perform(requestPasswordReset, { email });
    await env.app.worker.runDue();
    await env.perform(resetPassword, { token: (await env.resetToken(email)) ?? '', password: goodPassword });
    expect(await codeOf(env.run(removePasskey, { id }, actor))).toBe('done');
  });
}
