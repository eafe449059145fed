import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import {
  activateAccount,
  prepareActivation,
  register,
  resendActivation,
} from '../../../src/services/identity/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { instantFrom, jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { MINUTE } from '../../support/clock.ts';
import { openPeopleEnvironment, registration, stranger, type PeopleEnvironment } from './people-environment.ts';
import { change, refusal, makeAccount } from './people.ts';

let env: PeopleEnvironment;
const allowance = { left: Infinity };
beforeAll(async () => {
  const take = async (rule: string): Promise<void> => {
    if (rule === 'account-mail/account' && (allowance.left -= 1) < 0)
      throw new DomainError('RATE_LIMITED', { retryAfter: 1 });
  };
  env = await openPeopleEnvironment({
    services: { limits: { take, check: async () => undefined, forgive: async () => undefined } },
  });
});
afterAll(() => env.close());
beforeEach(() => {
  allowance.left = Infinity;
  env.hashes.length = 0;
});

const everything = async (): Promise<string> => {
  const tables = [
    'user',
    'pending_registration',
    'one_time_token',
    'session',
    'email_delivery',
    'job',
    'outbox_event',
    'audit_entry',
    'login_throttle',
    'live_event',
  ] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => env.db.selectFrom(table).selectAll().execute())));
};
const activate = (token: string | undefined) => env.run(activateAccount, { token: token ?? '' });

describe('registering', () => {
  test('keeps the consents as the facts they were, with the network and not the address', async () => {
    await env.perform(register, registration('consent@example.org'), stranger('203.0.113.77'));
    const askedAt = env.clock.now();
    env.clock.advance(MINUTE);
    await activate(await env.activationToken('consent@example.org'));
    const rows = await env.db
      .selectFrom('consent_record')
      .innerJoin('user', 'user.id', 'consent_record.user_id')
      .select(['purpose', 'policy_version', 'consent_record.address', 'consent_record.created_at'])
      .where('email', '=', 'consent@example.org')
      .orderBy('purpose')
      .execute();
    expect(rows.map((row) => [row.purpose, row.policy_version, row.address, instantFrom(row.created_at)])).toEqual(
      expect.arrayContaining([
        ['PRIVACY', '2026-11-20', '203.0.113.0/24', askedAt],
        ['TERMS', '2026-11-20', '203.0.113.0/24', askedAt],
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  test('an invoice names a customer without their postal address, which nothing could take', async () => {
    await env.perform(
      register,
      { ...registration('home@example.org'), address: '3 rue des Lilas\n69001 Lyon' },
      stranger('203.0.113.78'),
    );
    await activate(await env.activationToken('home@example.org'));
    expect(
      await env.db.selectFrom('user').select('address').where('email', '=', 'home@example.org').executeTakeFirst(),
    ).toEqual({ address: '3 rue des Lilas\n69001 Lyon' });
  });

  test('needs both consents, and names the one that is missing', async () => {
    const terms = registration('x@example.org').consents.slice(0, 1);
    await expect(env.perform(register, { ...registration('x@example.org'), consents: terms })).rejects.toMatchObject({
      code: 'CONSENT_REQUIRED',
      details: { fields: [{ path: 'input.consents', rules: ['PRIVACY'] }] },
    });
    await expect(
      env.perform(register, { ...registration('x@example.org'), consents: [...terms, ...terms] }),
    ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(
      env.perform(register, { ...registration('x@example.org'), password: 'Camille-Morel-1' }),
    ).rejects.toMatchObject({ code: 'PASSWORD_TOO_WEAK' });
    expect(env.hashes).toEqual([]);
  });

  test('leaves neither password nor token anywhere at rest, nor in the logs', async () => {
    await env.perform(register, registration('rest@example.org'));
    const token = await env.activationToken('rest@example.org');
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = await everything();
    expect(stored).toContain('rest@example.org');
    for (const secret of [token ?? '', registration('').password]) {
      expect(stored).not.toContain(secret);
      expect(env.logs.text()).not.toContain(secret);
    }
  });

  test('the mail gives the very token that activates', async () => {
    await env.perform(register, registration('mail@example.org'));
    await env.app.worker.runDue();
    const [{ data } = { data: {} }] = await env.db
      .selectFrom('email_delivery')
      .select('data')
      .where('to_email', '=', 'mail@example.org')
      .execute();
    const { activationUrl } = await env.perform(prepareActivation, {
      deliveryId: newId(),
      recipientId: null,
      toEmail: 'mail@example.org',
      data: jsonFrom<Record<string, unknown>>(data),
    });
    const url = new URL(String(activationUrl));
    expect(url.pathname).toBe('/activate');
    expect(await activate(url.searchParams.get('token') ?? '')).toMatchObject({
      email: 'mail@example.org',
      status: 'ACTIVE',
    });
  });

  test('says the same, and hashes as often, whoever has the address; the owner is notified by mail', async () => {
    await makeAccount(env, 'owner@example.org');
    const suspended = await makeAccount(env, 'suspended@example.org');
    await change(env, suspended, { status: 'SUSPENDED' });
    await env.perform(register, registration('pending@example.org'));
    const before = await env.db
      .selectFrom('user')
      .select(['email', 'password_hash'])
      .where('email', '=', 'owner@example.org')
      .executeTakeFirst();
    const answers: string[] = [];
    for (const email of [
      'free@example.org',
      'owner@example.org',
      'pending@example.org',
      'suspended@example.org',
      ' OWNER@Example.org ',
    ]) {
      env.hashes.length = 0;
      const answer = await env.perform(register, { ...registration(email), password: 'Autre-Cheval-Vert-9' });
      answers.push(JSON.stringify(answer).replace(email.trim().toLowerCase(), 'EMAIL'));
      expect(env.hashes).toEqual(['hash']);
    }
    await env.app.worker.runDue();
    expect(new Set(answers)).toEqual(new Set(['{"email":"EMAIL","isActivationMailed":true}']));
    expect(
      await env.db
        .selectFrom('user')
        .select(['email', 'password_hash'])
        .where('email', '=', 'owner@example.org')
        .executeTakeFirst(),
    ).toEqual(before);
    expect(await env.mailsTo('owner@example.org')).toEqual(['welcome', 'address-known', 'address-known']);
  });

  test('ten at one instant are ten registrations, and no account yet', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => env.perform(register, registration('storm@example.org'))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(
      await env.db.selectFrom('pending_registration').select('id').where('email', '=', 'storm@example.org').execute(),
    ).toHaveLength(10);
    expect(await env.db.selectFrom('user').select('id').where('email', '=', 'storm@example.org').execute()).toEqual([]);
  });

  test('beyond its allowance an address gets no more mail, and the answer stays the same', async () => {
    allowance.left = 1;
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await env.perform(register, registration('quiet@example.org')));
    expect(answers).toEqual(
      Array.from({ length: 3 }, () => ({ email: 'quiet@example.org', isActivationMailed: true })),
    );
    await env.app.worker.runDue();
    expect(await env.mailsTo('quiet@example.org')).toEqual(['activation-choice']);
  });
});

describe('activating', () => {
  test('works once, within half an hour, for the address it was sent to', async () => {
    for (const email of ['once@example.org', 'late@example.org']) await env.perform(register, registration(email));
    const [once, late] = await Promise.all(['once', 'late'].map((name) => env.activationToken(`${name}@example.org`)));
    await activate(once);
    expect(await refusal(activate(once))).toEqual({ code: 'TOKEN_INVALID' });
    env.clock.advance(30 * MINUTE);
    expect(await refusal(activate(late))).toEqual({ code: 'TOKEN_INVALID' });
    expect(await refusal(activate('A'.repeat(43)))).toEqual({ code: 'TOKEN_INVALID' });
    expect(await refusal(activate(''))).toEqual({ code: 'TOKEN_INVALID' });
  });

  test('twenty at one instant succeed once', async () => {
    await env.perform(register, registration('rush@example.org'));
    const token = await env.activationToken('rush@example.org');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refusal(activate(token))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await env.mailsTo('rush@example.org')).toEqual(['welcome']);
  });
});

describe('asking for the activation mail again', () => {
  const jobs = async () =>
    (
      await env.db
        .selectFrom('job')
        .select(['id', 'payload'])
        .where('kind', '=', 'identity.resend-activation')
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    ).map(({ payload }) => jsonFrom<{ userId: string | null; registrationId: string | null }>(payload));

  test('says and writes the same for any address; one that waits is mailed its link again, good for half an hour more', async () => {
    await env.perform(register, registration('again@example.org'));
    await makeAccount(env, 'already@example.org');
    await env.app.worker.runDue();
    const link = await env.activationToken('again@example.org');
    const before = (await jobs()).length;
    env.clock.advance(31 * MINUTE);
    expect(await refusal(activate(link))).toEqual({ code: 'TOKEN_INVALID' });
    for (const email of ['again@example.org', 'already@example.org', 'nobody@example.org']) {
      expect(await env.perform(resendActivation, { email })).toEqual({ email, isActivationMailed: true });
    }
    const written = (await jobs()).slice(before);
    expect(written.map(({ userId, registrationId }) => [userId, registrationId === null])).toEqual(
      expect.arrayContaining([
        [null, false],
        [null, true],
        [null, true],
      ]),
    );
    await env.app.worker.runDue();
    expect(await env.mailsTo('again@example.org')).toEqual(['activation', 'activation']);
    expect(await env.mailsTo('already@example.org')).toEqual(['welcome']);
    expect(await env.mailsTo('nobody@example.org')).toEqual([]);
    expect(await activate(link)).toMatchObject({ status: 'ACTIVE' });
  });
});
