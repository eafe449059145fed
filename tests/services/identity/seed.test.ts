import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { seed } from '../../../src/modules.ts';
import { peopleByIds, seedExamplePeople, seedFirstAdmin } from '../../../src/services/identity/index.ts';
import { engine } from '../../support/database.ts';
import { openPeopleEnvironment, stranger, type PeopleEnvironment } from './people-environment.ts';
import { refusal, makeAccount, signIn } from './people.ts';

let env: PeopleEnvironment;
beforeEach(async () => {
  env = await openPeopleEnvironment();
});
afterEach(() => env.close());

test('the first admin is made once, and its password is given once', async () => {
  const [admin, ...others] = await env.perform(seedFirstAdmin, undefined);
  expect(others).toEqual([]);
  expect(admin).toMatchObject({ email: 'contact@staka.fr', role: 'ADMIN' });
  expect((await signIn(env, admin?.email ?? '', { password: admin?.password })).user).toMatchObject({
    role: 'ADMIN',
    status: 'ACTIVE',
  });
  expect(await env.perform(seedFirstAdmin, undefined)).toEqual([]);
  expect(env.logs.text()).not.toContain(admin?.password);
});

test(`two processes that start together make one admin (${engine})`, async () => {
  const made = await Promise.all([env.perform(seedFirstAdmin, undefined), env.perform(seedFirstAdmin, undefined)]);
  expect(made.flat()).toHaveLength(1);
  expect(await refusal(signIn(env, made.flat()[0]?.email ?? '', { password: made.flat()[0]?.password }))).toBe('done');
});

test('outside production there is one person of each other role, made once', async () => {
  const people = await env.perform(seedExamplePeople, undefined);
  expect(people.map(({ role }) => role)).toEqual(['CUSTOMER', 'PROOFREADER', 'ARTISAN']);
  for (const { email, password, role } of people) expect((await signIn(env, email, { password })).user.role).toBe(role);
  expect(new Set(people.map(({ password }) => password)).size).toBe(3);
  expect(await env.perform(seedExamplePeople, undefined)).toEqual([]);
});

test('in production there is nobody but the admin, and the customer of front-end tests only when asked for', async () => {
  const { config } = env.app;
  const live = { ...env.contextFor(stranger()), config: { ...config, isProduction: true } };
  const accounts = async (): Promise<string[]> =>
    (await env.db.selectFrom('user').select('email').orderBy('email').execute()).map(({ email }) => email);
  expect(await seed(live)).toHaveLength(2);
  expect(await accounts()).toEqual([config.ADMIN_EMAIL]);
  expect(await seed(live, { hasTestCustomer: true })).toHaveLength(2);
  expect(await accounts()).toEqual([config.ADMIN_EMAIL, 'usertest@test.com']);
  expect(await seed(live, { hasTestCustomer: true })).toEqual([]);
});

test('all of a person is shown to themself and to admins, their name and role to those who may know of them', async () => {
  const id = await makeAccount(env, 'shown@example.org');
  const { db } = env;
  const seen = async (actor: Partial<ReturnType<typeof stranger>>) =>
    (await peopleByIds({ db, actor: { ...stranger(), ...actor } }, [id, id, 'nobody'])).get(id);
  expect(await seen({ kind: 'PERSON', userId: 'other', role: 'PROOFREADER' })).toEqual({
    id,
    firstName: 'Camille',
    lastName: 'Morel',
    displayName: 'Camille Morel',
    role: 'CUSTOMER',
    email: null,
    status: null,
    permissionSets: null,
    locale: null,
    createdAt: null,
    phone: null,
    address: null,
    bio: null,
    avatarFileId: null,
    preferences: null,
  });
  expect(await seen({ kind: 'PERSON', userId: id, role: 'CUSTOMER' })).toMatchObject({
    email: 'shown@example.org',
    status: 'ACTIVE',
  });
  expect(await seen({ kind: 'PERSON', userId: 'other', role: 'ADMIN' })).toMatchObject({
    email: 'shown@example.org',
    status: 'ACTIVE',
  });
  expect(await peopleByIds({ db, actor: stranger() }, [])).toEqual(new Map());
});
