import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../src/entities/identity/user.entity.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import type { UserRole } from '../../src/services/kernel/roles.ts';
import type { AppContext, Tx } from '../../src/services/platform/context.ts';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { makeOrder } from '../support/make/order.ts';
import { makePerson } from '../support/make/person.ts';
import { until } from '../support/until.ts';

/** On a Monday morning an admin gives a hundred paid orders to a new proofreader, in one action, and everybody's screen follows. */
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
  readonly token: string;
}

async function person(role: UserRole): Promise<Known> {
  const [email, password] = [`${newId()}@example.org`, 'Une phrase de passe 42'];
  const passwordHash = await env.app.services.passwords.hash(password);
  const { id } = await outside.run(
    async ({ em }: Tx<'em'>) => makePerson(em, { email, passwordHash, role, firstName: 'Inès', lastName: 'Marchand' }),
    {},
  );
  const input = { email, password };
  const { data } = await ask(
    env,
    'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
    { variables: { input } },
  );
  return { id, token: (data as { login: { accessToken: string } }).login.accessToken };
}

const ordersOf = (customer: Known, count: number, status: 'PAID' | 'PENDING'): Promise<string[]> =>
  outside.run(
    async ({ em }: Tx<'em'>) =>
      Array.from(
        { length: count },
        () => makeOrder(em, { id: newId(), customer: em.getReference(User, customer.id), status }).id,
      ),
    {},
  );

const send = async <T>({ token }: Known, query: string, variables: object): Promise<T> => {
  const { data, errors } = await ask(env, query, { token, variables });
  expect(errors).toEqual([]);
  return data as T;
};

async function listen({ token }: Known, query: string, variables: object = {}): Promise<SocketClient> {
  const client = await new SocketClient(env.url).signIn(token);
  clients.push(client);
  client.subscribe(query, { variables });
  return client;
}
const heardBy = <T>({ messages }: SocketClient, field: string): T[] =>
  messages.flatMap(({ type, payload }) => (type === 'next' ? [(payload?.data as Record<string, T>)[field] as T] : []));

const bulk = `mutation ($input: RunOnOrdersInput!) {
  runOnOrders(input: $input) { orderId isDone code message order { status proofreader { id } } }
}`;
const watching = 'subscription ($filter: OrderFilterInput) { ordersUpdated(filter: $filter) { orderId status } }';
const work = 'subscription { myWorkUpdated { orderId order { status } } }';
interface Result {
  readonly orderId: string;
  readonly isDone: boolean;
  readonly code: string | null;
  readonly message: string | null;
  readonly order: { readonly status: string; readonly proofreader: { readonly id: string } | null } | null;
}

/** Asks again with the same key while the answer does not come in time, as a client does: a busy machine needs longer than a request may take. */
async function runToTheEnd(admin: Known, input: object): Promise<Result[]> {
  for (;;) {
    const { data, errors, code } = await ask(env, bulk, { token: admin.token, variables: { input } });
    if (code === 'REQUEST_TIMED_OUT') continue;
    expect(errors).toEqual([]);
    return (data as { runOnOrders: Result[] }).runOnOrders;
  }
}

test('a hundred orders in one action', async () => {
  const [admin, customer, old, young] = [
    await person('ADMIN'),
    await person('CUSTOMER'),
    await person('PROOFREADER'),
    await person('PROOFREADER'),
  ];
  const [paid, unpaid] = [await ordersOf(customer, 97, 'PAID'), await ordersOf(customer, 2, 'PENDING')];
  const nobodys = newId();
  const ids = [...paid.slice(0, 50), ...unpaid, nobodys, ...paid.slice(50)];
  await send(admin, bulk, { input: { ids: paid.slice(0, 3), action: 'ASSIGN', proofreaderId: old.id } });

  const [all, mine, his, some] = [
    await listen(admin, watching),
    await listen(young, work),
    await listen(old, work),
    await listen(admin, watching, { filter: { statuses: ['SUSPENDED'] } }),
  ];
  const stranger = await listen(customer, watching);
  await until('the customer is refused', () => stranger.messages.some(({ type }) => type === 'error'));

  const input = { key: newId(), ids, action: 'ASSIGN', proofreaderId: young.id };
  const results = await runToTheEnd(admin, input);
  expect(results.map(({ orderId }) => orderId)).toEqual(ids);
  for (const { orderId, isDone, code, message, order } of results) {
    expect([orderId, isDone]).toEqual([orderId, paid.includes(orderId)]);
    if (isDone) expect(order).toMatchObject({ status: 'PAID', proofreader: { id: young.id } });
    else
      expect([code, message]).toEqual([orderId === nobodys ? 'NOT_FOUND' : 'ACTION_NOT_ALLOWED', expect.any(String)]);
  }
  // The answer was lost on its way: the same request is asked for again.
  expect(await runToTheEnd(admin, input)).toEqual(results);

  type Heard = { orderId: string; status?: string; order?: { status: string } | null };
  await until(
    'every screen has followed',
    () => heardBy(all, 'ordersUpdated').length >= 97 && heardBy(mine, 'myWorkUpdated').length >= 97,
  );
  expect(new Set(heardBy<Heard>(mine, 'myWorkUpdated').map(({ orderId }) => orderId))).toEqual(new Set(paid));
  await until('the other has heard that three are no longer his', () => heardBy(his, 'myWorkUpdated').length >= 3);
  expect(heardBy<Heard>(his, 'myWorkUpdated')).toEqual(paid.slice(0, 3).map((orderId) => ({ orderId, order: null })));
  const { myWork } = await send<{ myWork: { waitingForCustomer: { id: string }[] } }>(
    young,
    '{ myWork { waitingForCustomer { id } } }',
    {},
  );
  expect(myWork.waitingForCustomer).toHaveLength(97);

  // Whoever watches the suspended ones hears of one that comes and of the same one when it goes, and of nothing else.
  const [one] = paid as [string];
  for (const action of ['SUSPEND', 'RESUME']) await send(admin, bulk, { input: { ids: [one], action } });
  await until('both are heard', () => heardBy(some, 'ordersUpdated').length >= 2);
  expect(heardBy<Heard>(some, 'ordersUpdated').map(({ orderId }) => orderId)).toEqual([one, one]);
});

test('what cannot be an action on many is refused by name, and nothing is done', async () => {
  const [admin, customer] = [await person('ADMIN'), await person('CUSTOMER')];
  const [id] = (await ordersOf(customer, 1, 'PAID')) as [string];
  const refused = async (input: object) =>
    (await ask(env, bulk, { token: admin.token, variables: { input } })).errors[0]?.extensions;
  for (const ids of [[], Array.from({ length: 101 }, () => newId()), [id, id], ['x'.repeat(37)]])
    expect(await refused({ ids, action: 'SUSPEND' })).toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'input.ids' }] },
    });
  const filters = [{ statuses: [] }, { priorities: [] }, { customerId: 'x' }, { text: 'x'.repeat(101) }];
  for (const filter of filters) {
    const { errors } = await ask(
      env,
      'query ($filter: OrderFilterInput) { orders(filter: $filter) { nodes { id } } }',
      {
        token: admin.token,
        variables: { filter },
      },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID' });
  }
  const french = await send<{ orders: { nodes: { id: string; status: string }[] } }>(
    admin,
    '{ orders(filter: { statuses: [PAYEE], priorities: [NORMALE] }, first: 1) { nodes { id status } } }',
    {},
  );
  expect(french.orders.nodes).toEqual([{ id, status: 'PAID' }]);
});

test('an export of orders is followed to its end by who asked for it, and by nobody else', async () => {
  const [admin, other] = [await person('ADMIN'), await person('ADMIN')];
  const { requestOrdersExport: made } = await send<{ requestOrdersExport: { id: string } }>(
    admin,
    'mutation { requestOrdersExport(input: { format: CSV, filter: { statuses: [PENDING] } }) { id } }',
    {},
  );
  const following =
    'subscription ($id: ID!) { ordersExportUpdated(id: $id, after: null) { export { fileId writtenOrders } } }';
  const stranger = await listen(other, following, { id: made.id });
  await until('another is refused', () => stranger.messages.some(({ type }) => type === 'error' || type === 'next'));
  expect(JSON.stringify(stranger.messages)).toContain('NOT_FOUND');
  const progress = async () =>
    (
      await send<{ ordersExport: { fileId: string | null; writtenOrders: number } }>(
        admin,
        'query ($id: ID!) { ordersExport(id: $id) { fileId writtenOrders } }',
        made,
      )
    ).ordersExport;
  await until('the export is ready', async () => (await progress()).fileId !== null);
  const { fileId } = await progress();
  const { requestDownload } = await send<{ requestDownload: { url: string } }>(
    admin,
    'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }',
    { input: { fileId } },
  );
  expect(await (await fetch(requestDownload.url)).text()).toMatch(/^\ufeff?reference,id,title/);
});
