import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask, signIn, type Answered } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';
import { inTime } from '../support/in-time.ts';

/** An admin looks after somebody, from the invitation to the last mail: over real HTTP, a real socket, with real mails. */
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

const [email, password] = ['lea.fontaine@example.org', 'Une-Aube-Claire-17'];
const consents = [
  { purpose: 'TERMS', policyVersion: '2026-11-20' },
  { purpose: 'PRIVACY', policyVersion: '2026-11-20' },
];

const change = async (field: string, input: object, answer: string): Promise<Record<string, unknown>> => {
  const type = field.charAt(0).toUpperCase() + field.slice(1);
  const { data, errors } = await ask(
    env,
    `mutation ($input: ${type}Input!) { ${field}(input: $input) { ${answer} } }`,
    { token: admin, variables: { input } },
  );
  expect(errors).toEqual([]);
  return (data as Record<string, Record<string, unknown>>)[field] ?? {};
};
const enter = (): Promise<Answered> =>
  ask(env, 'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken user { role } } } }', {
    variables: { input: { email, password } },
  });
const tokenOf = ({ data }: Answered): string => (data as { login: { accessToken: string } }).login.accessToken;
const mail = async (subject: RegExp): Promise<{ links: readonly string[] }> => {
  const find = async () =>
    (await env.app.services.mailbox?.list())?.find((one) => one.to.email === email && subject.test(one.subject));
  await until(`a mail ${subject.source} has come`, async () => (await find()) !== undefined);
  return (await find()) as { links: readonly string[] };
};

test('invited, promoted, suspended, restored and deleted', async () => {
  const { id: userId } = await change(
    'createUser',
    { email, firstName: 'Léa', lastName: 'Fontaine', role: 'CUSTOMER' },
    'id status',
  );
  expect((await enter()).code).toBe('CREDENTIALS_INVALID');
  const { links } = await mail(/vous ouvre un compte$/);
  const token = links.map((link) => new URL(link).searchParams.get('token')).find((found) => found !== null);
  const accepted = await ask(
    env,
    'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { status role } }',
    { variables: { input: { token, password, consents } } },
  );
  expect(accepted.data).toEqual({ acceptInvitation: { status: 'ACTIVE', role: 'CUSTOMER' } });

  const first = tokenOf(await enter());
  const client = await new SocketClient(env.url).signIn(first);
  clients.push(client);
  client.subscribe('subscription { notificationAdded { cursor } }');
  await inTime(2_500, async () => {
    expect(await change('setUserRole', { userId, role: 'PROOFREADER' }, 'role')).toEqual({ role: 'PROOFREADER' });
    expect((await client.closed).code).toBe(4403);
  });
  expect((await ask(env, '{ me { id } }', { token: first })).code).toBe('UNAUTHENTICATED');
  await mail(/^Vos droits ont changé/);

  const second = await enter();
  expect(second.data).toMatchObject({ login: { user: { role: 'PROOFREADER' } } });
  await change('suspendUser', { userId }, 'status');
  expect((await ask(env, '{ me { id } }', { token: tokenOf(second) })).code).toBe('UNAUTHENTICATED');
  expect((await enter()).code).toBe('CREDENTIALS_INVALID');
  await mail(/est suspendu$/);
  await change('restoreUser', { userId }, 'status');
  await mail(/est rétabli$/);
  expect((await enter()).errors).toEqual([]);

  const preview = await ask(
    env,
    'query ($id: ID!) { userDeletionPreview(id: $id) { obstacles { code } lines { record fate count } } }',
    { token: admin, variables: { id: userId } },
  );
  const { userDeletionPreview: foretold } = preview.data as {
    userDeletionPreview: { obstacles: unknown[]; lines: unknown[] };
  };
  expect(foretold).toMatchObject({
    obstacles: [],
    lines: expect.arrayContaining([{ record: 'ACCOUNT', fate: 'DESTROYED', count: 1 }]),
  });
  expect(
    await change('deleteUser', { userId, reason: 'ASKED_OTHERWISE' }, 'reason lines { record fate count }'),
  ).toEqual({ reason: 'ASKED_OTHERWISE', lines: foretold.lines });
  await mail(/a été effacé$/);
  expect((await enter()).code).toBe('CREDENTIALS_INVALID');
  const found = await ask(env, '{ users(first: 5, filter: { search: "fontaine" }) { nodes { id } } }', {
    token: admin,
  });
  expect(found.data).toEqual({ users: { nodes: [] } });
});
