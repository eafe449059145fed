import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../src/entities/identity/user.entity.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import type { UserRole } from '../../src/services/kernel/roles.ts';
import type { Tx, AppContext } from '../../src/services/platform/context.ts';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';
import { makePerson } from '../support/make/person.ts';
import { makeOrder } from '../support/make/order.ts';
import { inTime } from '../support/in-time.ts';

/** Who receives which live events: over real sockets, with the server's jobs running by themselves. */
let env: TestEnvironment;
let outside: AppContext;
const clients: SocketClient[] = [];
beforeAll(async () => {
  env = await openTestEnvironment();
  outside = env.contextFor();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});
afterAll(() => env.close());

interface Known {
  readonly id: string;
  readonly email: string;
  readonly token: string;
}

async function person(role: UserRole): Promise<Known> {
  const [email, password] = [`${newId()}@example.org`, 'Une phrase de passe 42'];
  const passwordHash = await env.app.services.passwords.hash(password);
  const { id } = await outside.run(
    async ({ em }: Tx<'em'>) => makePerson(em, { email, passwordHash, role, firstName: 'Inès', lastName: 'Marchand' }),
    {},
  );
  const { data } = await ask(
    env,
    'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
    { variables: { input: { email, password } } },
  );
  return { id, email, token: (data as { login: { accessToken: string } }).login.accessToken };
}

const paidOrder = async (customer: Known): Promise<string> =>
  (
    await outside.run(
      async ({ em }: Tx<'em'>) =>
        makeOrder(em, {
          customer: em.getReference(User, customer.id),
          status: 'PAID',
        }),
      {},
    )
  ).id;

const documents = {
  order: 'subscription ($id: ID!) { orderUpdated(orderId: $id) { cursor order { proofreader { displayName } } } }',
  message: 'subscription ($id: ID!) { messageAdded(conversationId: $id) { cursor message { content } } }',
};

async function listen(
  { token }: Known,
  wanted: Partial<Record<keyof typeof documents, string>>,
): Promise<SocketClient> {
  const client = await new SocketClient(env.url).signIn(token);
  clients.push(client);
  for (const [name, id] of Object.entries(wanted))
    client.subscribe(documents[name as keyof typeof documents], { id: name, variables: { id } });
  return client;
}

const assign = async (admin: Known, orderId: string, proofreader: Known): Promise<void> => {
  const { errors } = await ask(
    env,
    'mutation ($input: AssignProofreaderInput!) { assignProofreader(input: $input) { id } }',
    { token: admin.token, variables: { input: { orderId, proofreaderId: proofreader.id } } },
  );
  expect(errors).toEqual([]);
};
const say = async (by: Known, conversationId: string, content: string): Promise<void> => {
  const { errors } = await ask(env, 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }', {
    token: by.token,
    variables: { input: { conversationId, content } },
  });
  expect(errors).toEqual([]);
};
async function conversationOf(orderId: string): Promise<string> {
  const find = () =>
    outside.db.selectFrom('conversation').select('id').where('context_id', '=', orderId).executeTakeFirst();
  await until('the conversation is open', async () => (await find()) !== undefined);
  return (await find())?.id as string;
}
const isIn = async ({ id }: Known, conversationId: string): Promise<boolean> =>
  (
    await outside.db
      .selectFrom('conversation_participant')
      .select('id')
      .where('conversation_id', '=', conversationId)
      .where('user_id', '=', id)
      .where('left_at', 'is', null)
      .execute()
  ).length > 0;
const streams = (count: number) => until('all listen', () => env.served.sockets.counts().streams >= count);

test.each<[string, Partial<Pick<User, 'role' | 'status'>>]>([
  ['whose role is lowered', { role: 'CUSTOMER' }],
  ['who is suspended', { status: 'SUSPENDED' }],
])(
  'somebody %s loses their sockets within two seconds, however it came about, and hears nothing more',
  async (_what, change) => {
    const [customer, admin, other] = [await person('CUSTOMER'), await person('ADMIN'), await person('ADMIN')];
    const orderId = await paidOrder(customer);
    const [client, stays] = [await listen(admin, { order: orderId }), await listen(other, { order: orderId })];
    await streams(1);
    await inTime(2_500, async () => {
      await outside.run(async ({ em }: Tx<'em'>) => void (await em.nativeUpdate(User, { id: admin.id }, change)), {});
      expect(await client.closed).toEqual({ code: 4403, reason: 'Forbidden' });
    });
    await assign(other, orderId, await person('PROOFREADER'));
    await stays.untilResults(1, 'order');
    expect(client.results('order')).toEqual([]);
  },
);

test('a proofreader whose order is given to another hears nothing more of it, neither changes nor messages', async () => {
  const [customer, admin, ines, paul] = [
    await person('CUSTOMER'),
    await person('ADMIN'),
    await person('PROOFREADER'),
    await person('PROOFREADER'),
  ];
  const orderId = await paidOrder(customer);
  await assign(admin, orderId, ines);
  const conversationId = await conversationOf(orderId);
  await until('she is in it', () => isIn(ines, conversationId));
  const wanted = { order: orderId, message: conversationId };
  const [before, at] = [await listen(ines, wanted), await listen(customer, wanted)];
  await streams(2);
  await say(customer, conversationId, 'Bonjour');
  for (const client of [before, at]) await client.untilResults(1, 'message');
  const heard = { order: before.results('order').length, message: before.results('message').length };

  await assign(admin, orderId, paul);
  await until('he is in it', () => isIn(paul, conversationId));
  await say(customer, conversationId, 'Bonjour Paul');
  await say(paul, conversationId, 'Bonjour');
  await until(
    'the customer has heard both',
    () => JSON.stringify(at.results('message')).includes('Bonjour Paul') && at.results('message').length >= 4,
  );
  await at.untilResults(1, 'order');
  expect([before.results('order').length, before.results('message').length]).toEqual([heard.order, heard.message]);

  // Coming back, by either subscription, is refused as to any stranger.
  for (const nobody of [ines, await person('CUSTOMER'), await person('PROOFREADER')]) {
    const client = await listen(nobody, wanted);
    for (const id of Object.keys(wanted)) {
      const { payload } = await client.until((message) => message.type === 'error' && message.id === id);
      expect(payload).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    }
  }
});

test('a note for admins is no event to the customer, who is shown those for everybody', async () => {
  const [customer, admin] = [await person('CUSTOMER'), await person('ADMIN')];
  const orderId = await paidOrder(customer);
  const before = env.served.sockets.counts().streams;
  const reader = await listen(customer, { order: orderId });
  await streams(before + 1);
  const staff = await listen(admin, { order: orderId });
  let forAll = 0;
  const note = async (audience: 'CUSTOMER' | 'ADMIN'): Promise<void> => {
    if (audience === 'CUSTOMER') forAll += 1;
    const { errors } = await ask(env, 'mutation ($input: NoteOrderInput!) { noteOrder(input: $input) { id } }', {
      token: admin.token,
      variables: { input: { orderId, text: 'Une remarque', audience } },
    });
    expect(errors).toEqual([]);
  };
  await until('the admin listens too', async () => {
    await note('CUSTOMER');
    return staff.results('order').length > 0;
  });
  await reader.untilResults(forAll, 'order');
  await note('ADMIN');
  const heard = staff.results('order').length;
  await note('CUSTOMER');
  await staff.untilResults(heard + 1, 'order');
  await reader.untilResults(forAll, 'order');
  expect(reader.results('order')).toHaveLength(forAll);
});
