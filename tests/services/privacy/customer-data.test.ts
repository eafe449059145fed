import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OauthFlow } from '../../../src/entities/identity/oauth-flow.entity.ts';
import { OneTimeToken } from '../../../src/entities/identity/one-time-token.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { createUser, register } from '../../../src/services/identity/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import {
  eraseCustomer,
  exportCustomerData,
  fetchDataExport,
  placeLegalHold,
  requestCustomerData,
} from '../../../src/services/privacy/index.ts';
import { person } from '../../support/make/actor.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { openPeopleEnvironment, registration, type PeopleEnvironment } from '../identity/people-environment.ts';
import { refusal, makeAccount } from '../identity/people.ts';
import { canary } from './canaries.ts';
import { tablesHolding } from './tables.ts';
import { makeEmailDelivery } from '../../support/make/email-delivery.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

const manager = (): EntityManager => env.app.orm.em.fork() as EntityManager;
const mailsTo = async (email: string) =>
  ((await env.app.services.mailbox?.list(500)) ?? []).filter(({ to }) => to.email === email);

/** Asks, and answers the token of the newest link that was mailed; undefined when there is none. */
async function proofOf(email: string): Promise<string | undefined> {
  expect(await env.perform(requestCustomerData, { email })).toEqual({ email, isLinkMailed: true });
  await env.app.worker.runDue();
  const links = (await mailsTo(email)).flatMap(({ text }) => /\/mes-donnees\?token=([\w-]{43})/.exec(text)?.[1] ?? []);
  return links.at(0);
}

const unique = (): string => `${newId()}@example.org`;
const ask = async (email = unique()): Promise<{ email: string; token: string }> => ({
  email,
  token: (await proofOf(email)) ?? '',
});
const erase = (token: string) => env.perform(eraseCustomer, { token, reason: 'PRIVACY' });
const copy = (token: string) => env.perform(exportCustomerData, { token, format: 'JSON' });

/** The copy that was mailed to an address, table by table. */
async function fetched(email: string): Promise<Record<string, Record<string, unknown>[]>> {
  await env.app.worker.runDue();
  const [, exportId = '', token = ''] =
    (await mailsTo(email))
      .map(({ text }) => /\/privacy\/exports\/([\w-]+)\?token=([\w-]+)/.exec(text))
      .find((found) => found !== null) ?? [];
  const { stream, done } = await env.perform(fetchDataExport, { exportId, token });
  const { tables } = JSON.parse((await buffer(stream)).toString()) as {
    tables: Record<string, Record<string, unknown>[]>;
  };
  await done();
  return tables;
}

/** What an address without an account may leave: mails, an unfinished OAuth flow, another person's change of address. */
async function plantAt(email: string): Promise<void> {
  const em = manager();
  const day = env.clock.now();
  const other = await makeAccount(env, unique());
  makeEmailDelivery(em, {
    toEmail: email,
    toName: `${canary}-name`,
    template: 'invitation',
    data: { about: `${canary}-data` },
  });
  em.create(OauthFlow, {
    user: null,
    provider: 'GOOGLE',
    purpose: 'SIGN_IN',
    stateHash: newId().padEnd(64, '0'),
    proofHash: newId().padEnd(64, '1'),
    expiresAt: day,
    email,
    claims: {
      issuer: 'https://provider.example.org',
      subject: `${canary}-subject`,
      email,
      isEmailVerified: true,
      locale: 'fr',
      signedInAt: null,
      firstName: `${canary}-given`,
      lastName: 'Morel',
    },
  });
  em.create(OneTimeToken, {
    user: em.getReference(User, other),
    purpose: 'EMAIL_CHANGE',
    tokenHash: newId().padEnd(64, '2'),
    email: unique(),
    newEmail: email,
    passwordVersion: 1,
    expiresAt: day,
  });
  await em.flush();
}

describe('somebody without an account', () => {
  test('receives everything the business knows of their address, and has it erased, by the mail they read', async () => {
    const email = `${canary}-visitor@example.org`;
    await plantAt(email);
    const { token } = await ask(email);
    expect(await copy(token)).toEqual({ email, isLinkMailed: true });
    const tables = await fetched(email);
    expect(JSON.stringify(tables['email_delivery'])).toContain(`${canary}-name`);
    expect(JSON.stringify(tables['oauth_flow'])).toContain(`${canary}-given`);
    expect(tables['address_proof']).toHaveLength(1);
    expect(tables['user']).toEqual([]);

    // A second copy that nobody fetched goes with the rest.
    await copy((await ask(email)).token);
    await env.app.worker.runDue();
    const receipt = await erase((await ask(email)).token);
    expect(receipt).toMatchObject({ decidedBy: 'PERSON', reason: 'PRIVACY' });
    expect(Object.fromEntries(receipt.lines.map(({ record, fate }) => [record, fate]))).toEqual({
      MAILS: 'DESTROYED',
      TOKENS: 'DESTROYED',
      EXPORTS: 'DESTROYED',
      FILES: 'DESTROYED',
    });
    await env.app.worker.runDue();
    env.clock.advance(HOUR);
    await env.app.worker.runDue();
    expect(await tablesHolding(env.db, canary)).toEqual([]);
    expect(env.logs.text()).not.toContain(canary);
    expect((await mailsTo(email)).some(({ text }) => text.includes(receipt.id))).toBe(true);
    // The register has both, and no name.
    expect(
      await env.db
        .selectFrom('privacy_request')
        .select(['kind', 'status'])
        .where('user_id', 'is', null)
        .orderBy('id')
        .execute(),
    ).toEqual([
      { kind: 'ACCESS', status: 'DONE' },
      { kind: 'ACCESS', status: 'DONE' },
      { kind: 'ERASURE', status: 'DONE' },
    ]);
  });

  test('about whom the business knows nothing receives an empty copy and an empty receipt', async () => {
    const { email, token } = await ask();
    await copy(token);
    const tables = await fetched(email);
    expect(
      Object.entries(tables)
        .filter(([, rows]) => rows.length > 0)
        .map(([table]) => table)
        .sort(),
    ).toEqual(['address_proof', 'data_export', 'email_delivery']);
  });
});

describe('somebody who was invited and never activated', () => {
  const registered = async (): Promise<{ email: string; userId: string }> => {
    const email = unique();
    const { id } = await env.perform(
      createUser,
      { email, firstName: 'Camille', lastName: 'Morel', role: 'CUSTOMER', locale: 'fr' },
      person('ADMIN'),
    );
    return { email, userId: id };
  };

  test('receives their account in the copy, and is gone for good when they ask for it', async () => {
    const { email, userId } = await registered();
    await copy((await ask(email)).token);
    expect((await fetched(email))['user']).toMatchObject([{ id: userId, email }]);
    env.clock.advance(HOUR);
    const receipt = await erase((await ask(email)).token);
    expect(receipt.lines.find(({ record }) => record === 'ACCOUNT')).toMatchObject({ count: 1 });
    await env.app.worker.runDue();
    env.clock.advance(HOUR);
    await env.app.worker.runDue();
    expect(await tablesHolding(env.db, email)).toEqual([]);
  });

  test('what was asked for at an address and never confirmed is in the copy, and gone when they ask for it', async () => {
    const email = unique();
    await env.perform(register, registration(email));
    await copy((await ask(email)).token);
    expect((await fetched(email))['pending_registration']).toMatchObject([{ email, first_name: 'Camille' }]);
    env.clock.advance(HOUR);
    await erase((await ask(email)).token);
    await env.app.worker.runDue();
    env.clock.advance(HOUR);
    await env.app.worker.runDue();
    expect(await tablesHolding(env.db, email)).toEqual([]);
  });

  test('whose data is held as evidence learns what prevents it, and their link stays good', async () => {
    const { email, userId } = await registered();
    const { token } = await ask(email);
    const boss = await makeAccount(env, unique(), 'ADMIN');
    await env.run(
      placeLegalHold,
      { targetType: 'USER', targetId: userId, reason: 'Litige', caseReference: null },
      person('ADMIN', boss),
    );
    expect(await refusal(erase(token))).toMatchObject({ code: 'ERASURE_BLOCKED' });
    expect(await copy(token)).toEqual({ email, isLinkMailed: true });
  });
});

describe('a mailed proof', () => {
  test('is not sent to who can sign in: they are asked to', async () => {
    for (const status of ['ACTIVE', 'SUSPENDED'] as const) {
      const email = unique();
      const userId = await makeAccount(env, email);
      await manager().nativeUpdate(User, { id: userId }, { status });
      expect(await proofOf(email)).toBeUndefined();
      expect((await mailsTo(email)).at(0)?.subject).toBe('Vos données chez nous\u00a0: connectez-vous');
    }
  });

  test('is worth nothing once the account was activated meanwhile', async () => {
    const email = unique();
    const { token } = await ask(email);
    await makeAccount(env, email);
    for (const use of [copy, erase]) expect(await refusal(use(token))).toEqual({ code: 'TOKEN_INVALID' });
  });

  test('is good once, for half an hour, and only as it was mailed', async () => {
    const { token: used } = await ask();
    await copy(used);
    const { token: late } = await ask();
    for (const token of [used, `${used}x`, 'nonsense'])
      for (const use of [copy, erase]) expect(await refusal(use(token))).toEqual({ code: 'TOKEN_INVALID' });
    env.clock.advance(31 * MINUTE);
    expect(await refusal(erase(late))).toEqual({ code: 'TOKEN_INVALID' });
  });

  test('of two erasures at one instant with one link, one is made', async () => {
    const { token } = await ask();
    const outcomes = await Promise.allSettled([erase(token), erase(token), erase(token)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  test('is asked for in the audit log without the address', async () => {
    const email = unique();
    await ask(email);
    const entries = (await env.auditLog()).filter(({ action }) => action === 'ADDRESS_PROOF_REQUESTED');
    expect(entries.length).toBeGreaterThan(0);
    expect(JSON.stringify(entries)).not.toContain(email);
  });
});

test('a copy that is finished in the instant of the erasure goes with it', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { email, token } = await ask();
    const { token: other } = await ask(email);
    await copy(token);
    const [, erased] = await Promise.allSettled([env.app.worker.runDue(), sleep(round * 6).then(() => erase(other))]);
    expect(erased).toMatchObject({ status: 'fulfilled' });
    expect(await env.db.selectFrom('data_export').select('id').where('email', '=', email).execute()).toEqual([]);
  }
  const wanted = env.db.selectFrom('data_export').select('file_id').where('file_id', 'is not', null);
  expect(
    await env.db
      .selectFrom('stored_file')
      .select('id')
      .where('deleted_at', 'is', null)
      .where('id', 'not in', wanted)
      .execute(),
  ).toEqual([]);
});
