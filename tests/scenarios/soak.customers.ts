import { User } from '../../src/entities/identity/user.entity.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask } from '../support/ask.ts';
import type { Dice } from '../support/fuzz.ts';
import { signInSoon } from '../support/fuzzed-server.ts';
import type { ServerProcesses } from '../support/processes/server-processes.ts';
import { until } from '../support/until.ts';
import { makePerson } from '../support/make/person.ts';
import { makeOrder } from '../support/make/order.ts';
import { makePriceItem } from '../support/make/price-item.ts';

/** Customers with an order, a proofreader and a conversation each, who listen on several sockets. */
export interface ActiveCustomers {
  /** Somebody does something. */
  act(dice: Dice): Promise<void>;
  done(): number;
  /** How many events all of them were sent. */
  received(): number;
  failures(): string[];
  close(): void;
}

interface Customer {
  readonly email: string;
  readonly orderId: string;
  token: string;
  conversationId: string;
}

const password = 'Une phrase de passe 42';
const subscriptions = (one: Customer): string[] => [
  'subscription { notificationAdded { cursor notification { id title } } }',
  `subscription { orderUpdated(orderId: "${one.orderId}") { cursor order { id status } } }`,
  `subscription { messageAdded(conversationId: "${one.conversationId}") { cursor message { id content sender { displayName } } } }`,
];

export async function openCustomers(
  env: ServerProcesses,
  url: string,
  { people, socketsEach }: { people: number; socketsEach: number },
): Promise<ActiveCustomers> {
  const state = { done: 0, received: 0, isOver: false, failures: [] as string[], sockets: new Set<SocketClient>() };
  const asking = async (
    query: string,
    token: () => Promise<string> | string,
    variables: object = {},
  ): Promise<Record<string, unknown>> => {
    const { data, text, code } = await ask({ url }, query, { variables, token: await token() });
    if (data === null || code !== undefined) state.failures.push(text.slice(0, 500));
    return data ?? {};
  };
  const staff = { admin: await signInSoon({ url, people: env.people }, 'ADMIN'), since: performance.now() };
  const admin = async (): Promise<string> => {
    if (performance.now() - staff.since > 15 * 60_000)
      Object.assign(staff, {
        admin: await signInSoon({ url, people: env.people }, 'ADMIN'),
        since: performance.now(),
      });
    return staff.admin;
  };
  const { customers, priceItemId } = await addCustomers(env, people);
  const proofreader = await env.app.orm.em.fork().findOneOrFail(User, { role: 'PROOFREADER' });
  for (const one of customers) {
    one.token = await tokenOf(url, one.email);
    await asking('mutation ($input: AssignProofreaderInput!) { assignProofreader(input: $input) { id } }', admin, {
      input: { orderId: one.orderId, proofreaderId: proofreader.id },
    });
  }
  for (const one of customers) {
    await until(
      'the conversation is open',
      async () => {
        const { conversations } = (await asking('{ conversations { nodes { id } } }', () => one.token)) as {
          conversations: { nodes: { id: string }[] };
        };
        one.conversationId = conversations.nodes[0]?.id ?? '';
        return one.conversationId !== '';
      },
      60_000,
    );
  }
  /** Listens, and signs in again when the session's token has ended. */
  const listen = async (one: Customer, localAddress: string): Promise<void> => {
    const client = await new SocketClient(url, { localAddress }).signIn(one.token);
    state.sockets.add(client);
    subscriptions(one).forEach((query, i) => client.subscribe(query, { id: String(i) }));
    client.socket.on('message', () => {
      client.messages.length = 0;
    });
    client.socket.on('message', () => {
      state.received += 1;
    });
    void client.closed.then(async ({ code, reason }) => {
      state.sockets.delete(client);
      if (state.isOver) return;
      if (code !== 4403) state.failures.push(`socket closed: ${code} ${reason}`);
      one.token = await tokenOf(url, one.email);
      await listen(one, localAddress);
    });
  };
  for (const [i, one] of customers.entries())
    for (let j = 0; j < socketsEach; j += 1) await listen(one, `127.0.2.${1 + Math.floor(i / 5)}`);
  const acts: readonly ((one: Customer, dice: Dice) => Promise<unknown>)[] = [
    (one) =>
      asking('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { id } }', () => one.token, {
        input: { conversationId: one.conversationId, content: `Bonjour ${state.done}` },
      }),
    (one) =>
      asking('mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id } }', () => one.token, {
        input: { priceItemId, title: `Roman ${state.done}` },
      }),
    (one) =>
      asking(
        '{ myOrders(first: 20) { nodes { id title status } } notifications(first: 20) { nodes { id title } } unreadNotificationCount }',
        () => one.token,
      ),
    (one) =>
      asking(
        'query ($id: ID!) { conversation(id: $id) { id messages(first: 20) { nodes { id content sender { displayName } } } } }',
        () => one.token,
        { id: one.conversationId },
      ),
    (one, dice) =>
      dice.oneIn(4)
        ? asking(
            'mutation ($input: CreateAdminNotificationInput!) { createAdminNotification(input: $input) { recipientCount } }',
            admin,
            { input: { audience: 'EVERYONE', title: `Nouvelle ${state.done}`, message: 'À tous.' } },
          )
        : asking('mutation { markAllNotificationsRead }', () => one.token),
    // A text of its own each time: what is remembered of documents must have an end.
    (one) => asking(`{ a${state.done}: me { id email } }`, () => one.token),
  ];
  return {
    act: async (dice) => {
      await dice.of(acts)(dice.of(customers), dice);
      state.done += 1;
    },
    done: () => state.done,
    received: () => state.received,
    failures: () => state.failures.slice(0, 5),
    close: () => {
      state.isOver = true;
      for (const client of state.sockets) client.end();
    },
  };
}

/** A server that is busy answers anonymous callers to retry later. */
async function tokenOf(url: string, email: string): Promise<string> {
  let token: string | undefined;
  await until(
    'one may sign in',
    async () => {
      const { data } = await ask(
        { url },
        'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
        { variables: { input: { email, password } } },
      );
      token = (data as { login: { accessToken: string } } | null)?.login.accessToken;
      return token !== undefined;
    },
    60_000,
  );
  return token as string;
}

async function addCustomers(
  env: ServerProcesses,
  count: number,
): Promise<{ customers: Customer[]; priceItemId: string }> {
  const passwordHash = await env.contextFor.passwords.hash(password);
  return env.contextFor.run(async ({ em }: Tx<'em'>) => {
    const item = makePriceItem(em, {
      name: 'Relecture',
      description: '…',
      priceCents: 20_000,
      serviceType: 'Correction',
    });
    const customers = Array.from({ length: count }, (_, i): Customer => {
      const customer = makePerson(em, {
        passwordHash,
        lastName: `Morel ${'abcdefghij'[i % 10]}`,
      });
      const { id } = makeOrder(em, {
        customer,
        title: 'Roman',
        status: 'PAID',
        priceItemId: item.id,
      });
      return { email: customer.email, orderId: id, token: '', conversationId: '' };
    });
    return { customers, priceItemId: item.id };
  }, undefined);
}
