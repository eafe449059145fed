import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Tx } from '../../src/services/platform/context.ts';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask, signIn } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { makePerson } from '../support/make/person.ts';
import { makeOrder } from '../support/make/order.ts';
import { inTime } from '../support/in-time.ts';

/** A program calls the API with its token, over real HTTP and a real socket. */
let env: TestEnvironment;
let admin: string;
const clients: SocketClient[] = [];
beforeAll(async () => {
  env = await openTestEnvironment();
  admin = await signIn(env, 'ADMIN');
});
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});
afterAll(() => env.close());

const documents = {
  account:
    'mutation ($input: CreateServiceAccountInput!) { createServiceAccount(input: $input) { id name tokens { id } } }',
  token:
    'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret token { id prefix scopes expiresAt } } }',
  revoke: 'mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { id revokedAt } }',
  retire:
    'mutation ($input: RetireServiceAccountInput!) { retireServiceAccount(input: $input) { id retiredAt tokens { revokedAt } } }',
  list: '{ serviceAccounts { name retiredAt tokens { prefix lastUsedAt lastUsedFrom revokedAt } } }',
  orders: '{ orders(first: 5) { nodes { id title availableActions customer { email } files { id } } } }',
  suspend: 'mutation ($id: ID!) { suspendOrder(input: { orderId: $id }) { id status } }',
  watch: 'subscription ($id: ID!) { orderUpdated(orderId: $id) { order { id status } } }',
};

async function account(name: string): Promise<string> {
  const { data } = await ask(env, documents.account, { token: admin, variables: { input: { name } } });
  return (data as { createServiceAccount: { id: string } }).createServiceAccount.id;
}
async function token(serviceAccountId: string, scopes: readonly string[]): Promise<{ secret: string; id: string }> {
  const { data, errors } = await ask(env, documents.token, {
    token: admin,
    variables: { input: { serviceAccountId, name: 'essai', scopes } },
  });
  expect(errors).toEqual([]);
  const { secret, token: made } = (data as { createApiToken: { secret: string; token: { id: string } } })
    .createApiToken;
  return { secret, id: made.id };
}
const paidOrder = () =>
  env.contextFor().run(async ({ em }: Tx<'em'>) => {
    const customer = makePerson(em, {
      firstName: 'Claire',
      lastName: 'Dumas',
    });
    return makeOrder(em, {
      customer,
      status: 'PAID',
    }).id;
  }, undefined);

test('within its scopes it works, beyond them it is refused, and the secret is written nowhere', async () => {
  const orderId = await paidOrder();
  const id = await account('Comptabilité');
  const { secret } = await token(id, ['order:list', 'order:suspend']);
  expect(secret).toMatch(/^atl_[\w-]{43}$/);
  const { data } = await ask(env, documents.orders, { token: secret });
  expect(data).toMatchObject({
    orders: { nodes: [{ id: orderId, availableActions: ['SUSPEND'], customer: { email: null } }] },
  });
  for (const query of [
    '{ users(first: 1) { nodes { id } } }',
    '{ me { id } }',
    '{ notifications(first: 1) { nodes { id } } }',
    '{ jobs(first: 1) { nodes { id } } }',
    `{ order(id: "${orderId}") { id } }`,
  ]) {
    expect((await ask(env, query, { token: secret })).code).toBe('FORBIDDEN');
  }
  expect((await ask(env, documents.suspend, { token: secret, variables: { id: orderId } })).data).toMatchObject({
    suspendOrder: { status: 'SUSPENDED' },
  });
  const { db } = env;
  const entry = await db
    .selectFrom('audit_entry')
    .select(['actor_kind', 'actor_id'])
    .where('target_id', '=', orderId)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  expect(entry).toEqual({ actor_kind: 'SERVICE', actor_id: id });
  const listed = await ask(env, documents.list, { token: admin });
  expect(listed.data).toMatchObject({
    serviceAccounts: [
      {
        name: 'Comptabilité',
        tokens: [{ prefix: secret.slice(0, 12), lastUsedFrom: '127.0.0.0/24', revokedAt: null }],
      },
    ],
  });
  expect(JSON.stringify(await db.selectFrom('api_token').selectAll().execute())).not.toContain(secret.slice(12));
  expect(env.logs.text()).not.toContain(secret.slice(12));
});

test('its socket hears what its scopes let it see, and is closed within two seconds of the end of its token', async () => {
  const orderId = await paidOrder();
  const id = await account('Tableau de bord');
  const { secret, id: apiTokenId } = await token(id, ['order:list', 'order:read', 'order:suspend']);
  const client = await new SocketClient(env.url).signIn(secret);
  clients.push(client);
  client.subscribe(documents.watch, { variables: { id: orderId } });
  client.subscribe('subscription { notificationAdded { cursor } }', { id: 'notifications' });
  expect((await client.until((message) => message.id === 'notifications')).payload).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await ask(env, documents.suspend, { token: secret, variables: { id: orderId } });
  expect(await client.untilResults(1)).toEqual([{ orderUpdated: { order: { id: orderId, status: 'SUSPENDED' } } }]);
  const revoke = () => ask(env, documents.revoke, { token: admin, variables: { input: { apiTokenId } } });
  await inTime(2_500, async () => {
    expect((await revoke()).errors).toEqual([]);
    expect((await client.closed).code).toBe(4403);
  });
  expect((await ask(env, documents.orders, { token: secret })).code).toBe('UNAUTHENTICATED');
  expect((await revoke()).code).toBe('ACTION_NOT_ALLOWED');
});

test('a retired account has no access any more, and is given no token', async () => {
  const id = await account('Ancien outil');
  const { secret } = await token(id, ['job:read']);
  expect((await ask(env, '{ jobs(first: 1) { nodes { id } } }', { token: secret })).errors).toEqual([]);
  expect(
    (await ask(env, documents.retire, { token: admin, variables: { input: { serviceAccountId: id } } })).errors,
  ).toEqual([]);
  expect((await ask(env, '{ jobs(first: 1) { nodes { id } } }', { token: secret })).code).toBe('UNAUTHENTICATED');
  expect(
    (
      await ask(env, documents.token, {
        token: admin,
        variables: { input: { serviceAccountId: id, name: 'encore', scopes: ['job:read'] } },
      })
    ).code,
  ).toBe('NOT_FOUND');
});

test('scopes are permissions that programs may have; names are taken once; invented tokens are refused', async () => {
  const id = await account('Unique');
  for (const scopes of [['user:delete'], ['account:read'], ['service-account:manage'], ['nothing:real'], []]) {
    expect(
      (
        await ask(env, documents.token, {
          token: admin,
          variables: { input: { serviceAccountId: id, name: 'essai', scopes } },
        })
      ).code,
    ).toBe('INPUT_INVALID');
  }
  expect((await ask(env, documents.account, { token: admin, variables: { input: { name: 'Unique' } } })).code).toBe(
    'INPUT_INVALID',
  );
  expect((await ask(env, documents.orders, { token: `atl_${'a'.repeat(43)}` })).code).toBe('UNAUTHENTICATED');
});
