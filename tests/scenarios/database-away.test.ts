import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startMariaDb, type PrivateMariaDb } from '../../scripts/private-mariadb.mjs';
import { sandboxCheckoutOf } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask, askWithFiles, signIn } from '../support/ask.ts';
import { engine } from '../support/database.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';
import { makePriceItem } from '../support/make/price-item.ts';

/** What came back: a code, or nothing wrong; with the seconds to wait for, when the whole was refused. */
interface Outcome {
  readonly what: string;
  readonly status: number;
  readonly codes: readonly string[];
  readonly retryAfter: string | null;
}

type Step = () => Promise<Outcome>;

async function outcomeOf(what: string, response: Response): Promise<Outcome> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const { errors = [] } = (isJson && text !== '' ? JSON.parse(text) : {}) as {
    errors?: { extensions: { code: string } }[];
  };
  return {
    what,
    status: response.status,
    codes: errors.map(({ extensions }) => extensions.code),
    retryAfter: response.headers.get('retry-after'),
  };
}

if (engine === 'sqlite') {
  test('the embedded database is in this process: it cannot be away', () => expect(engine).toBe('sqlite'));
} else {
  let server: PrivateMariaDb;
  let env: TestEnvironment;
  const shared = process.env['TEST_DATABASE_URL'];
  beforeEach(async () => {
    server = await startMariaDb({});
    process.env['TEST_DATABASE_URL'] = server.url;
    env = await openTestEnvironment({ environment: { DATABASE_POOL: '6' } });
  }, 300_000);
  afterEach(async () => {
    process.env['TEST_DATABASE_URL'] = shared;
    await env.served.stop();
    await env.app.close().catch(() => undefined);
    await server.stop();
  });

  /** One of everything that reads or writes the database on somebody's behalf. */
  async function everything(): Promise<Step[]> {
    const [customer, admin] = [await signIn(env, 'CUSTOMER'), await signIn(env, 'ADMIN')];
    const item = await env.contextFor().run(
      async ({ em }: Tx<'em'>) =>
        makePriceItem(em, {
          name: 'Relecture',
          description: '…',
          priceCents: 20_000,
          serviceType: 'Correction',
        }),
      {},
    );
    const create = 'mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id } }';
    const order = { input: { priceItemId: item.id, title: 'Roman' } };
    const made = await ask(env, create, { token: customer, variables: order });
    const orderId = (made.data as { createOrder: { id: string } }).createOrder.id;
    const uploading =
      'mutation ($input: UploadManuscriptInput!) { uploadManuscript(input: $input) { id files { id } } }';
    const upload = () =>
      askWithFiles(env, uploading, {
        token: customer,
        variables: { input: { orderId, file: null } },
        files: { 'variables.input.file': { name: 'a.txt', type: 'text/plain', bytes: Buffer.alloc(200_000, 97) } },
      });
    const fileId = ((await upload()).data as { uploadManuscript: { files: { id: string }[] } }).uploadManuscript
      .files[0]?.id as string;
    const linking = 'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }';
    const link = (
      (await ask(env, linking, { token: customer, variables: { input: { fileId } } })).data as {
        requestDownload: { url: string };
      }
    ).requestDownload.url;
    const paying =
      'mutation ($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { sessionId } }';
    const { data } = await ask(env, paying, { token: customer, variables: { input: { orderId } } });
    const { sessionId } = (data as { createCheckoutSession: { sessionId: string } }).createCheckoutSession;
    const event = (await sandboxCheckoutOf(env.app.services.payments)?.pay(sessionId)) as {
      body: string;
      signature: string;
    };
    const { email, password } = env.people.get('CUSTOMER') as { email: string; password: string };
    const post =
      (what: string, query: string, { token, variables = {} }: { token?: string; variables?: object } = {}): Step =>
      async () =>
        outcomeOf(
          what,
          await fetch(`${env.url}/graphql`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            },
            body: JSON.stringify({ query, variables }),
          }),
        );
    const get =
      (what: string, path: string, options: RequestInit = {}): Step =>
      async () =>
        outcomeOf(
          what,
          await fetch(path.startsWith('http') ? path : `${env.url}${path}`, { redirect: 'manual', ...options }),
        );
    return [
      post('me', '{ me { id email } }', { token: customer }),
      post(
        'lists',
        '{ myOrders { nodes { id files { id } } } notifications { nodes { id } } mySessions { id } myInvoices { nodes { id } } }',
        { token: customer },
      ),
      post(
        'orders of the back office',
        '{ orders { nodes { id customer { id displayName } proofreader { id } files { id } } } users { nodes { id } } auditEntries { nodes { seq } } }',
        { token: admin },
      ),
      post('prices', '{ priceItems { id } }'),
      post('login', 'mutation ($input: LoginInput!) { login(input: $input) { __typename } }', {
        variables: { input: { email, password } },
      }),
      post('createOrder', create, { token: customer, variables: order }),
      post('requestDownload', linking, { token: customer, variables: { input: { fileId } } }),
      async () => {
        const { status, errors } = await upload();
        return {
          what: 'upload',
          status,
          codes: errors.map(({ extensions }) => extensions.code),
          retryAfter: 'not looked at',
        };
      },
      get('download', `/files/${fileId}`, { headers: { authorization: `Bearer ${customer}` } }),
      get('download by link', link),
      get('webhook', '/webhooks/stripe', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stripe-signature': event.signature },
        body: event.body,
      }),
      get('copy of data', `/privacy/exports/${orderId}?token=nothing`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      get('return of a provider', '/auth/callback/google?state=nothing&code=nothing'),
      get('record of processing', '/privacy/processing-record.pdf?grant=nothing', {
        headers: { authorization: `Bearer ${admin}` },
      }),
      get('playground', '/playground'),
    ];
  }

  /** Everything again and again, many at a time, while the database dies in the middle. */
  async function whileItDies(kill: () => void): Promise<Outcome[]> {
    const steps = await everything();
    const outcomes: Outcome[] = [];
    let isOver = false;
    const clients = Array.from({ length: 12 }, async (_, client) => {
      for (let i = client; !isOver; i += 1) {
        const outcome = await (steps[i % steps.length] as Step)().catch((error: unknown): Outcome => ({
          what: 'cut',
          status: 0,
          codes: [String((error as { cause?: unknown }).cause ?? error)],
          retryAfter: null,
        }));
        outcomes.push(outcome);
      }
    });
    await until('requests are answered', () => outcomes.length > 100, 240_000);
    kill();
    const before = outcomes.length;
    await until('many were answered without the database', () => outcomes.length > before + 300, 240_000);
    isOver = true;
    await Promise.all(clients);
    return outcomes;
  }

  const count = (outcomes: readonly Outcome[], code: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { what, codes } of outcomes) if (codes.includes(code)) counts[what] = (counts[what] ?? 0) + 1;
    return counts;
  };

  test.each([
    ['is killed', 'SIGKILL'],
    ['is shut down', 'SIGTERM'],
  ] as const)(
    '59 answers are INTERNAL while the database server %s',
    async (_name, signal) => {
      const token = await signIn(env, 'CUSTOMER');
      const outcomes = await whileItDies(() => process.kill(server.pid, signal));
      const refused = outcomes.filter(({ codes }) => codes.includes('UNAVAILABLE'));
      expect(count(outcomes, 'INTERNAL')).toEqual({});
      expect(outcomes.filter(({ status }) => status === 0 || status === 500)).toEqual([]);
      expect(refused.length).toBeGreaterThan(100);
      expect(refused.filter(({ retryAfter }) => retryAfter === null)).toEqual([]);
      expect(Object.keys(count(outcomes, 'UNAVAILABLE'))).toEqual(
        expect.arrayContaining(['me', 'login', 'createOrder', 'download', 'download by link', 'webhook', 'upload']),
      );
      // A socket is answered to retry later, not that the token is bad.
      const client = new SocketClient(env.url);
      await client.opened;
      client.say({ type: 'connection_init', payload: { token } });
      expect(await client.closed).toEqual({ code: 1013, reason: 'Try again later' });
    },
    600_000,
  );
}
