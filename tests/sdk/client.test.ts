// @lane sqlite: proves the client.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import {
  AtelierError,
  createClient,
  CreateAdminNotificationDocument,
  CreateOrderDocument,
  idempotencyKey,
  LoginDocument,
  MeDocument,
  MyOrdersDocument,
  NotificationAddedDocument,
  OrderDocument,
  OrdersDocument,
  OrderUpdatedDocument,
  PriceItemsDocument,
  RequestDownloadDocument,
  UploadManuscriptDocument,
  type AtelierClient,
  type ClientOptions,
  type Tokens,
  type UploadProgress,
} from '../../sdk/index.ts';
import type { Fetch } from '../../sdk/http.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { docx } from '../support/zip.ts';
import { seedPriceItem } from './price-item.ts';

let env: TestEnvironment;
const clients: AtelierClient[] = [];
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

beforeAll(async () => {
  env = await openTestEnvironment();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await env.close();
});

function client(options: Partial<ClientOptions> = {}): AtelierClient {
  const made = createClient({ url: `${env.url}/graphql`, ...options });
  clients.push(made);
  return made;
}

async function signedIn(
  role: 'ADMIN' | 'CUSTOMER' | 'PROOFREADER',
  options: Partial<ClientOptions> = {},
): Promise<AtelierClient> {
  const { email, password } = env.people.get(role) ?? { email: '', password: '' };
  const made = client(options);
  const { login } = await made.mutate(LoginDocument, { input: { email, password } });
  if (login.__typename !== 'Session') throw new Error('A second factor is asked for');
  made.useTokens(login);
  return made;
}

const refusal = async (asked: Promise<unknown>): Promise<AtelierError> => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AtelierError)) throw new Error(`Not refused with an AtelierError: ${String(error)}`);
  return error;
};

describe('asking and doing', () => {
  test('an anonymous caller reads the price list, and must sign in for the rest', async () => {
    const { priceItems } = await client().query(PriceItemsDocument);
    expect(Array.isArray(priceItems)).toBe(true);
    const error = await refusal(client({ locale: 'fr' }).query(MeDocument));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: 'Connectez-vous pour continuer.' });
    expect(error.requestId).toMatch(/^[\w-]{8,}$/);
  });

  test('an answer that is lost is asked for again by its key, and the order is placed once', async () => {
    const priceItemId = await seedPriceItem(env);
    let lost = 0;
    const lossy: Fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (!String(init.body).includes('createOrder') || (lost += 1) > 2) return response;
      await response.text();
      throw new TypeError('fetch failed');
    };
    const customer = await signedIn('CUSTOMER', { fetch: lossy });
    const key = idempotencyKey();
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    const input = { priceItemId, title: 'Une seule fois', key };
    const { createOrder } = await customer.mutate(CreateOrderDocument, { input });
    expect(lost).toBe(3);
    const { myOrders } = await customer.query(MyOrdersDocument, { search: 'une seule fois' });
    expect(myOrders.nodes.map(({ id }) => id)).toEqual([createOrder.id]);
    lost = 0;
    expect(
      (await refusal(customer.mutate(CreateOrderDocument, { input: { priceItemId, title: 'Sans clef' } }))).code,
    ).toBe('UNREACHABLE');
    expect(lost).toBe(1);
  });

  test('a refused field is named, and so is what stands there for someone else', async () => {
    const customer = await signedIn('CUSTOMER');
    const long = await refusal(
      customer.mutate(CreateOrderDocument, { input: { priceItemId: crypto.randomUUID(), title: '' } }),
    );
    expect(long.code).toBe('INPUT_INVALID');
    expect(long.fields.map(({ path }) => path)).toEqual(['input.title']);
    expect((await refusal(customer.query(OrderDocument, { id: crypto.randomUUID() }))).code).toBe('NOT_FOUND');
    expect((await refusal(customer.query(OrdersDocument))).code).toBe('FORBIDDEN');
  });

  test('a document that is not a text is refused before it is sent', async () => {
    const parsed = { kind: 'Document', definitions: [] };
    await expect(client().query(parsed)).rejects.toThrow("documentMode: 'string'");
    expect(() => client().subscribe(parsed)).toThrow("documentMode: 'string'");
  });

  test('no answer, and an answer that is not GraphQL, are distinguished', async () => {
    expect((await refusal(client({ url: 'http://127.0.0.1:9/graphql' }).query(PriceItemsDocument))).code).toBe(
      'UNREACHABLE',
    );
    const page = await refusal(client({ url: `${env.url}/nothing-here` }).query(PriceItemsDocument));
    expect(page.code).toBe('NOT_FOUND');
    const proxied = client({ fetch: async () => new Response('<h1>Bad gateway</h1>', { status: 502 }) });
    expect(await refusal(proxied.query(PriceItemsDocument))).toMatchObject({
      code: 'ANSWER_UNREADABLE',
      details: { status: 502 },
    });
  });
});

describe('sessions', () => {
  test('an access token that ended is renewed once, for all requests that wait', async () => {
    const { refreshToken } = (await signedIn('CUSTOMER')).tokens ?? {};
    const kept: (Tokens | null)[] = [];
    let refreshes = 0;
    const counting: ClientOptions['fetch'] = (url, init) => {
      if (String(init.body).includes('refreshSession')) refreshes += 1;
      return fetch(url, init);
    };
    const late = client({
      token: { accessToken: 'ended', refreshToken: refreshToken ?? '' },
      onTokens: (tokens) => kept.push(tokens),
      fetch: counting,
    });
    const answers = await Promise.all([late.query(MeDocument), late.query(MeDocument), late.query(MeDocument)]);
    expect(answers.map(({ me }) => me.role)).toEqual(['CUSTOMER', 'CUSTOMER', 'CUSTOMER']);
    expect(refreshes).toBe(1);
    expect(kept).toHaveLength(1);
    expect(late.tokens?.refreshToken).not.toBe(refreshToken);
  });

  test('the token of now is there for requests that others make, and the change of tokens is reported', async () => {
    const { refreshToken } = (await signedIn('CUSTOMER')).tokens ?? {};
    const late = client({ token: { accessToken: 'ended', refreshToken: refreshToken ?? '' } });
    let changes = 0;
    const stop = late.onTokensChange(() => {
      changes += 1;
    });
    expect(await late.accessToken()).toBe('ended');
    const next = await late.accessToken({ insteadOf: 'ended' });
    expect([next === 'ended', next, changes]).toEqual([false, late.tokens?.accessToken, 1]);
    stop();
    late.useTokens(null);
    expect([await late.accessToken(), changes]).toEqual([null, 1]);
  });

  test('one that is about to end is renewed before anything is asked', async () => {
    const tokens = (await signedIn('CUSTOMER')).tokens as Tokens;
    const sent: string[] = [];
    const early = client({
      token: { ...tokens, accessTokenExpiresAt: new Date(Date.now() + 1_000).toISOString() },
      fetch: (url, init) => {
        sent.push(String(init.body));
        return fetch(url, init);
      },
    });
    await early.query(MeDocument);
    expect(sent.map((body) => body.includes('refreshSession'))).toEqual([true, false]);
  });

  test('when the session is over, the tokens are gone and the caller is notified', async () => {
    const kept: (Tokens | null)[] = [];
    const over = client({
      token: { accessToken: 'ended', refreshToken: 'never given' },
      onTokens: (tokens) => kept.push(tokens),
    });
    expect((await refusal(over.query(MeDocument))).code).toBe('UNAUTHENTICATED');
    expect(kept).toEqual([null]);
    expect(over.tokens).toBeNull();
  });
});

describe('uploads', () => {
  const manuscript = docx('Il était une fois.', [{ name: 'word/media/noise.bin', content: randomBytes(300_000) }]);

  async function newOrder(customer: AtelierClient): Promise<string> {
    const priceItemId = await seedPriceItem(env);
    const { createOrder } = await customer.mutate(CreateOrderDocument, { input: { priceItemId, title: 'Le phare' } });
    return createOrder.id;
  }

  async function download(reader: AtelierClient, fileId: string): Promise<Buffer> {
    const { requestDownload } = await reader.mutate(RequestDownloadDocument, { input: { fileId } });
    return Buffer.from(await (await fetch(requestDownload.url)).arrayBuffer());
  }

  test('a File arrives whole, under its name', async () => {
    const customer = await signedIn('CUSTOMER');
    const file = new File([new Uint8Array(manuscript)], 'Le phare — « version 2 ».docx', { type: docxType });
    const { uploadManuscript } = await customer.upload(UploadManuscriptDocument, {
      input: { orderId: await newOrder(customer), file },
    });
    expect(uploadManuscript.files).toMatchObject([
      { name: file.name, role: 'MANUSCRIPT', mimeType: docxType, sizeBytes: manuscript.length },
    ]);
    expect((await download(customer, uploadManuscript.files[0]?.id ?? '')).equals(manuscript)).toBe(true);
  });

  test('a stream arrives whole, also when the token ended meanwhile and it is opened again', async () => {
    const { refreshToken } = (await signedIn('CUSTOMER')).tokens ?? {};
    const customer = client({ token: { accessToken: 'ended', refreshToken: refreshToken ?? '' } });
    const orderId = await newOrder(await signedIn('CUSTOMER'));
    let opened = 0;
    const file = {
      name: 'phare.docx',
      type: docxType,
      open: async function* () {
        opened += 1;
        for (let at = 0; at < manuscript.length; at += 65_536) yield manuscript.subarray(at, at + 65_536);
      },
    };
    const { uploadManuscript } = await customer.upload(UploadManuscriptDocument, { input: { orderId, file } });
    expect((await download(customer, uploadManuscript.files[0]?.id ?? '')).equals(manuscript)).toBe(true);
    expect(opened).toBeGreaterThanOrEqual(1);
  });

  test('progress is reported as the bytes of the files leave, of a File and of a stream', async () => {
    const customer = await signedIn('CUSTOMER');
    const bytes = new Uint8Array(manuscript);
    const open = async function* () {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    };
    const stream = { name: 'phare.docx', type: docxType, open };
    const steps: UploadProgress[] = [];
    for (const file of [
      new File([bytes], 'phare.docx', { type: docxType }),
      { ...stream, size: bytes.length },
      stream,
    ]) {
      steps.length = 0;
      await customer.upload(
        UploadManuscriptDocument,
        { input: { orderId: await newOrder(customer), file } },
        { onProgress: (step) => steps.push(step) },
      );
      expect(steps.at(-1)).toEqual({ sentBytes: bytes.length, totalBytes: file === stream ? null : bytes.length });
      expect(steps.length).toBeGreaterThan(1);
    }
  });

  test('an upload that is given up is not answered', async () => {
    const customer = await signedIn('CUSTOMER');
    const abort = new AbortController();
    const file = {
      name: 'phare.docx',
      type: docxType,
      open: async function* () {
        yield manuscript.subarray(0, 1_000);
        abort.abort(new Error('enough'));
        yield manuscript.subarray(1_000);
      },
    };
    const input = { orderId: await newOrder(customer), file };
    await expect(customer.upload(UploadManuscriptDocument, { input }, { signal: abort.signal })).rejects.toThrow(
      'enough',
    );
  });

  test('a stream is read no faster than it is sent', async () => {
    let read = 0;
    const endless = {
      name: 'a.docx',
      type: docxType,
      open: async function* () {
        for (;;) {
          read += 1;
          yield new Uint8Array(65_536);
        }
      },
    };
    let taken = 0;
    const slow: ClientOptions['fetch'] = async (_url, init) => {
      const reader = (init.body as ReadableStream<Uint8Array>).getReader();
      while (taken < 20) {
        await reader.read();
        taken += 1;
        await new Promise((turn) => setImmediate(turn));
      }
      await reader.cancel();
      throw new Error('enough');
    };
    await refusal(client({ fetch: slow }).upload(UploadManuscriptDocument, { input: { orderId: 'x', file: endless } }));
    expect(taken).toBe(20);
    expect(read).toBeLessThan(20);
  });
});

describe('listening', () => {
  const titles = async (
    events: AsyncIterableIterator<{ notificationAdded: { notification: { title: string } } }>,
    count: number,
  ): Promise<string[]> => {
    const seen: string[] = [];
    while (seen.length < count) {
      const { value, done } = await events.next();
      if (done === true) throw new Error(`Ended after ${seen.join(', ')}`);
      seen.push(value.notificationAdded.notification.title);
    }
    return seen;
  };

  const notifyAll = async (admin: AtelierClient, title: string): Promise<void> => {
    await admin.mutate(CreateAdminNotificationDocument, {
      input: { audience: 'CUSTOMER', title, message: title, type: 'INFO' },
    });
  };

  const connected = async (): Promise<void> => {
    while (env.served.sockets.counts().streams === 0) await new Promise((turn) => setTimeout(turn, 10));
  };
  const disconnected = async (): Promise<void> => {
    while (env.served.sockets.counts().sockets > 0) await new Promise((turn) => setTimeout(turn, 10));
  };

  test('what came while the line was cut is received afterwards, in order and once', async () => {
    const sockets: WebSocket[] = [];
    class Tapped extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols);
        sockets.push(this);
      }
    }
    const admin = await signedIn('ADMIN');
    const customer = await signedIn('CUSTOMER', { webSocketImpl: Tapped });
    const events = customer.subscribe(NotificationAddedDocument);
    const first = titles(events, 1);
    await connected();
    await notifyAll(admin, 'un');
    expect(await first).toEqual(['un']);
    sockets[0]?.terminate();
    await disconnected();
    await notifyAll(admin, 'deux');
    await notifyAll(admin, 'trois');
    const rest = titles(events, 3);
    await connected();
    await notifyAll(admin, 'quatre');
    expect(await rest).toEqual(['deux', 'trois', 'quatre']);
    expect(sockets).toHaveLength(2);
    await events.return?.();
  });

  test('a socket closed because its token ended comes back with a new one', async () => {
    const admin = await signedIn('ADMIN');
    const customer = await signedIn('CUSTOMER');
    const before = customer.tokens?.accessToken;
    const events = customer.subscribe(NotificationAddedDocument);
    const first = titles(events, 1);
    await connected();
    await notifyAll(admin, 'avant');
    await first;
    env.served.sockets.closeSockets(() => true);
    await disconnected();
    await notifyAll(admin, 'après');
    expect(await titles(events, 1)).toEqual(['après']);
    expect(customer.tokens?.accessToken).not.toBe(before);
    await events.return?.();
  });

  test('leaving the loop ends the subscription, also while it waits', async () => {
    const customer = await signedIn('CUSTOMER');
    const events = customer.subscribe(NotificationAddedDocument);
    const waiting = events.next();
    await connected();
    await events.return?.();
    expect(await waiting).toMatchObject({ done: true });
    while (env.served.sockets.counts().streams > 0) await new Promise((turn) => setTimeout(turn, 10));
  });

  test('what may not be watched is refused with its code; so is listening without a session', async () => {
    const customer = await signedIn('CUSTOMER');
    expect(
      (await refusal(customer.subscribe(OrderUpdatedDocument, { orderId: crypto.randomUUID() }).next())).code,
    ).toBe('NOT_FOUND');
    expect((await refusal(client().subscribe(NotificationAddedDocument).next())).code).toBe('UNAUTHENTICATED');
  });
});
