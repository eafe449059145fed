// @lane sqlite at first: what clients send in place of texts, and caches; no statement depends on it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import {
  createClient,
  LoginDocument,
  MeDocument,
  NotificationAddedDocument,
  PriceItemsDocument,
  CreateAdminNotificationDocument,
  type AtelierClient,
  type ClientOptions,
} from '../../sdk/index.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { seedPriceItem } from './price-item.ts';

const own = 'query OwnPrices { priceItems { name } }';
const stranger = 'query Stranger { priceItems { id } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'atelier-by-hash-'));
const clients: AtelierClient[] = [];
let open: TestEnvironment;
let only: TestEnvironment;
beforeAll(async () => {
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ [sha256(own)]: own }));
  open = await openTestEnvironment();
  only = await openTestEnvironment({ environment: { REGISTERED_OPERATIONS_FILE: file, REGISTERED_ONLY: '1' } });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await open.close();
  await only.close();
  rmSync(folder, { recursive: true });
});

/** A client, and the bodies it has sent. */
function client({ url }: TestEnvironment, options: Partial<ClientOptions> = {}) {
  const bodies: { query?: string; extensions?: object }[] = [];
  const made = createClient({
    url: `${url}/graphql`,
    fetch: (address, init) => {
      bodies.push(JSON.parse(String(init.body)) as object);
      return fetch(address, init);
    },
    webSocketImpl: WebSocket,
    ...options,
  });
  clients.push(made);
  return { made, bodies };
}

async function signedIn(env: TestEnvironment, role: 'ADMIN' | 'CUSTOMER', options: Partial<ClientOptions> = {}) {
  const { email = '', password = '' } = env.people.get(role) ?? {};
  const { made, bodies } = client(env, options);
  const { login } = await made.mutate(LoginDocument, { input: { email, password } });
  if (login.__typename !== 'Session') throw new Error('A second factor is asked for');
  made.useTokens(login);
  return { made, bodies };
}

describe('a client that sends hashes', () => {
  test('sends no text of its own operations', async () => {
    const { made, bodies } = await signedIn(open, 'CUSTOMER', { sendsHashes: true });
    expect((await made.query(MeDocument)).me.role).toBe('CUSTOMER');
    expect(bodies.map(({ query }) => query)).toEqual([undefined, undefined]);
    expect(bodies[1]?.extensions).toEqual({
      persistedQuery: { version: 1, sha256Hash: sha256(MeDocument.toString()) },
    });
  });

  test('sends a text that the server does not know, and from then on at once', async () => {
    const { made, bodies } = client(open, { sendsHashes: true });
    for (let times = 0; times < 2; times += 1) await made.query(stranger);
    expect(bodies.map(({ query }) => query)).toEqual([undefined, stranger, stranger]);
  });

  test('sends texts by default', async () => {
    const { made, bodies } = client(open);
    await made.query(PriceItemsDocument);
    expect(bodies).toEqual([{ query: PriceItemsDocument.toString(), variables: {} }]);
  });
});

describe('a server that runs registered operations only', () => {
  test('serves the whole client: by hash, by text, when it renews a session, and over sockets', async () => {
    for (const sendsHashes of [true, false]) {
      const { made } = await signedIn(only, 'CUSTOMER', { sendsHashes });
      const token = await made.accessToken();
      expect(await made.accessToken({ insteadOf: token })).not.toBe(token);
      const events = made.subscribe(NotificationAddedDocument);
      const first = events.next();
      const admin = await signedIn(only, 'ADMIN', { sendsHashes });
      const isReceived = { yet: false };
      void first.finally(() => (isReceived.yet = true));
      // The subscription may begin after the first ones.
      for (let i = 0; !isReceived.yet; i += 1)
        await admin.made.mutate(CreateAdminNotificationDocument, {
          input: { audience: 'EVERYONE', title: `Title ${i}`, message: 'A message' },
        });
      expect((await first).value?.notificationAdded).toBeDefined();
      await events.return?.();
    }
  });

  test('serves the operations of the front-end’s file, and no other, except to admins', async () => {
    await seedPriceItem(only);
    const { made } = client(only, { sendsHashes: true });
    expect((await made.query(own)) as unknown).toEqual({ priceItems: [{ name: expect.any(String) }] });
    await expect(made.query(stranger)).rejects.toMatchObject({ code: 'OPERATION_NOT_REGISTERED' });
    const customer = await signedIn(only, 'CUSTOMER');
    await expect(customer.made.query(stranger)).rejects.toMatchObject({ code: 'OPERATION_NOT_REGISTERED' });
    const admin = await signedIn(only, 'ADMIN', { sendsHashes: true });
    expect(await admin.made.query(stranger)).toEqual({ priceItems: [{ id: expect.any(String) }] });
  });
});

describe('the price list by GET', () => {
  const get = async (headers: Record<string, string> = {}) => {
    const extensions = JSON.stringify({
      persistedQuery: { version: 1, sha256Hash: sha256(PriceItemsDocument.toString()) },
    });
    const search = new URLSearchParams({ operationName: 'PriceItems', variables: '{}', extensions });
    const answer = await fetch(`${open.url}/graphql?${search.toString()}`, { headers });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      prices: text === '' ? [] : JSON.parse(text).data.priceItems,
    };
  };

  test('is kept by caches until it changes', async () => {
    const before = await get();
    expect([before.status, before.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=60, stale-while-revalidate=600',
    ]);
    const tag = before.headers.get('etag') ?? '';
    expect((await get({ 'if-none-match': tag })).status).toBe(304);
    const id = await seedPriceItem(open);
    const after = await get({ 'if-none-match': tag });
    expect([after.status, after.prices]).toEqual([200, expect.arrayContaining([expect.objectContaining({ id })])]);
    expect(after.headers.get('etag')).not.toBe(tag);
  });

  test('is kept by nobody for who has signed in', async () => {
    const { made } = await signedIn(open, 'CUSTOMER');
    const answer = await get({ authorization: `Bearer ${await made.accessToken()}` });
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      200,
      'private, no-store',
      null,
    ]);
  });
});
