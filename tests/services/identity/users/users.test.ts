import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { User } from '../../../../src/entities/identity/user.entity.ts';
import {
  findUser,
  listUsers,
  setUserRole,
  suspendUser,
  restoreUser,
  updateUser,
  userStats,
  grantPermissionSet,
  revokePermissionSet,
} from '../../../../src/services/identity/index.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { person } from '../../../support/make/actor.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../people-environment.ts';
import { refusal, makeAccount, signIn } from '../people.ts';
import { makePerson } from '../../../support/make/person.ts';
import { makeOrder } from '../../../support/make/order.ts';

let env: PeopleEnvironment;
let boss: string;
const admin = () => person('ADMIN', boss);
beforeAll(async () => {
  env = await openPeopleEnvironment();
  boss = await makeAccount(env, 'boss@example.org', 'ADMIN');
});
afterAll(() => env.close());

const read = () => env.contextOf(admin()).read;
const emails = async (filter: Parameters<typeof listUsers>[1]['filter'], first = 100) =>
  (await listUsers(read(), { filter: filter ?? null, first })).nodes.map(({ email }) => email);

describe('the list', () => {
  beforeAll(async () => {
    const names = [
      ['Élodie', 'Brun'],
      ['Marc', "O'Neil"],
      ['Anne_Marie', 'Roux'],
      ['Zoé', '100%'],
    ] as const;
    for (const [i, [firstName, lastName]] of names.entries()) {
      await env.run(
        async ({ em }) =>
          void makePerson(em, {
            email: `seeker${i}@example.org`,
            firstName,
            lastName,
            role: i === 0 ? 'PROOFREADER' : 'CUSTOMER',
            status: i === 3 ? 'SUSPENDED' : 'ACTIVE',
          }),
        undefined as never,
      );
      env.clock.advance(1_000);
    }
  });

  test('searches names and addresses, word by word, and takes signs as they are', async () => {
    expect(await emails({ search: 'élodie' })).toEqual(['seeker0@example.org']);
    expect(await emails({ search: 'brun ÉLODIE' })).toEqual(['seeker0@example.org']);
    expect(await emails({ search: "o'neil" })).toEqual(['seeker1@example.org']);
    expect(await emails({ search: '_' })).toEqual(['seeker2@example.org']);
    expect(await emails({ search: '100%' })).toEqual(['seeker3@example.org']);
    expect(await emails({ search: 'seeker marc' })).toEqual(['seeker1@example.org']);
    expect(await emails({ search: 'nobody at all' })).toEqual([]);
  });

  test('filters by role, status and time, and pages without repeating', async () => {
    expect(await emails({ search: 'seeker', role: 'PROOFREADER' })).toEqual(['seeker0@example.org']);
    expect(await emails({ search: 'seeker', status: 'SUSPENDED' })).toEqual(['seeker3@example.org']);
    const rows = (await listUsers(read(), { filter: { search: 'seeker' }, first: 10 })).nodes;
    const [newest, , third] = rows;
    expect(
      await emails({ search: 'seeker', createdFrom: third?.createdAt ?? null, createdTo: newest?.createdAt ?? null }),
    ).toEqual(['seeker2@example.org', 'seeker1@example.org']);
    const seen: string[] = [];
    for (let after: string | null = null, isMore = true; isMore;) {
      const page: Awaited<ReturnType<typeof listUsers>> = await listUsers(read(), {
        filter: { search: 'seeker' },
        first: 3,
        after,
      });
      seen.push(...page.nodes.map(({ id }) => id));
      [after, isMore] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage === true];
    }
    expect(seen).toEqual(rows.map(({ id }) => id));
    expect(await refusal(findUser(read(), newId()))).toEqual({ code: 'NOT_FOUND' });
    expect(await refusal(findUser(read(), 'not-an-id'))).toEqual({ code: 'NOT_FOUND' });
  });
});

test('another role: sessions end at once, the audit log knows, the person is notified', async () => {
  const id = await makeAccount(env, 'louise@example.org');
  const session = await signIn(env, 'louise@example.org');
  expect(await env.run(setUserRole, { userId: id, role: 'PROOFREADER' }, admin())).toMatchObject({
    role: 'PROOFREADER',
  });
  expect(
    await refusal(env.app.sessions.holderOf(session.accessToken, { locale: 'fr', address: null, agent: null })),
  ).toEqual({ code: 'UNAUTHENTICATED' });
  expect(await env.auditLog()).toContainEqual(
    expect.objectContaining({
      action: 'USER_ROLE_CHANGED',
      severity: 'HIGH',
      target_id: id,
      payload: { from: 'CUSTOMER', to: 'PROOFREADER' },
    }),
  );
  expect(await env.mailsTo('louise@example.org')).toContain('rights-changed');
  const before = (await env.auditLog()).length;
  await env.run(setUserRole, { userId: id, role: 'PROOFREADER' }, admin());
  expect((await env.auditLog()).length).toBe(before);
});

test('a set of permissions comes and goes, each time with new sessions', async () => {
  const id = await makeAccount(env, 'auditrice@example.org', 'ARTISAN');
  expect(await env.run(grantPermissionSet, { userId: id, set: 'AUDITOR' }, admin())).toMatchObject({
    role: 'ARTISAN',
    permissionSets: ['AUDITOR'],
  });
  const { accessToken } = await signIn(env, 'auditrice@example.org');
  const { actor } = await env.app.sessions.holderOf(accessToken, { locale: 'fr', address: null, agent: null });
  expect(actor).toMatchObject({ role: 'ARTISAN', sets: ['AUDITOR'] });
  const asked = await env.ask(actor, '{ users(first: 1) { nodes { email } } jobs(first: 1) { nodes { id } } }');
  expect(asked.codes).toEqual([]);
  const forbidden = await env.ask(actor, 'mutation ($id: ID!) { suspendUser(input: { userId: $id }) { id } }', {
    id: boss,
  });
  expect(forbidden.codes).toEqual(['FORBIDDEN']);
  await env.run(revokePermissionSet, { userId: id, set: 'AUDITOR' }, admin());
  expect(await refusal(env.app.sessions.holderOf(accessToken, { locale: 'fr', address: null, agent: null }))).toEqual({
    code: 'UNAUTHENTICATED',
  });
  expect(await env.mailsTo('auditrice@example.org')).toEqual(
    expect.arrayContaining(['rights-changed', 'rights-changed']),
  );
});

test('suspended and restored: kept out, then in again, with mails', async () => {
  const id = await makeAccount(env, 'suspendue@example.org');
  const { accessToken } = await signIn(env, 'suspendue@example.org');
  await env.run(suspendUser, { userId: id }, admin());
  expect(await refusal(env.app.sessions.holderOf(accessToken, { locale: 'fr', address: null, agent: null }))).toEqual({
    code: 'UNAUTHENTICATED',
  });
  expect(await refusal(signIn(env, 'suspendue@example.org'))).toEqual({ code: 'CREDENTIALS_INVALID' });
  expect(await refusal(env.run(suspendUser, { userId: id }, admin()))).toEqual({ code: 'ACTION_NOT_ALLOWED' });
  await env.run(restoreUser, { userId: id }, admin());
  expect(await refusal(signIn(env, 'suspendue@example.org'))).toBe('done');
  expect((await env.mailsTo('suspendue@example.org')).slice(-2)).toEqual(['account-suspended', 'account-restored']);
  await env.app.worker.runDue();
  const mails = await env.db
    .selectFrom('email_delivery')
    .select('status')
    .where('to_email', '=', 'suspendue@example.org')
    .execute();
  expect(new Set(mails.map(({ status }) => status))).toEqual(new Set(['SENT']));
});

test('a name and a language are put right; the audit log says which, not what', async () => {
  const id = await makeAccount(env, 'faute@example.org');
  expect(await env.run(updateUser, { userId: id, firstName: 'Camil', locale: 'en' }, admin())).toMatchObject({
    firstName: 'Camil',
    lastName: 'Morel',
    locale: 'en',
  });
  expect((await env.auditLog()).at(-1)).toMatchObject({
    action: 'USER_UPDATED',
    payload: { fields: ['firstName', 'locale'] },
  });
});

test('statistics: by role, by status, and the growth of twelve months in the business’s time zone', async () => {
  const { total, byRole, byStatus, growth } = await env.perform(userStats, undefined, admin());
  const rows = await env.db.selectFrom('user').select('role').execute();
  expect(total).toBe(rows.length);
  expect(byRole.map(({ role }) => role)).toEqual(['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN']);
  expect(byRole.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  expect(byStatus.find(({ status }) => status === 'SUSPENDED')?.count).toBe(1);
  expect(growth).toHaveLength(12);
  expect(growth.map(({ month }) => month).slice(-2)).toEqual(['2026-10', '2026-11']);
  expect(growth.at(-1)).toMatchObject({ newUsers: total, total });
  // One second before the month begins in Paris, which is still the day before in UTC.
  await env.run(
    async ({ em }) =>
      void makePerson(em, {
        email: 'veille@example.org',
        firstName: 'La',
        lastName: 'Veille',
        status: 'PENDING',
        createdAt: new Date('2026-10-31T22:59:59Z'),
      }),
    undefined as never,
  );
  const later = (await env.perform(userStats, undefined, admin())).growth;
  expect(later.slice(-2)).toEqual([
    { month: '2026-10', newUsers: 1, total: 1 },
    { month: '2026-11', newUsers: total, total: total + 1 },
  ]);
});

test('an order of a proofreader who is one no more is seen by them no more', async () => {
  const [customer, proofreader] = [
    await makeAccount(env, 'auteure@example.org'),
    await makeAccount(env, 'relecteur@example.org', 'PROOFREADER'),
  ];
  const orderId = await env.run(
    async ({ em }) =>
      makeOrder(em, {
        customer: em.getReference(User, customer),
        proofreader: em.getReference(User, proofreader),
        status: 'PAID',
      }).id,
    undefined as never,
  );
  const see = async (role: 'PROOFREADER' | 'ARTISAN') =>
    (await env.ask(person(role, proofreader), 'query ($id: ID!) { order(id: $id) { id } }', { id: orderId })).codes;
  expect(await see('PROOFREADER')).toEqual([]);
  await env.run(setUserRole, { userId: proofreader, role: 'ARTISAN' }, admin());
  expect(await see('ARTISAN')).toEqual(['FORBIDDEN']);
});
