import { afterEach, describe, expect, test } from '@jest/globals';
import { RegisteredOperations, sha256Of } from '../../../../src/resolvers/graphql/registered/registered-operations.ts';
import { startSampleServer, type SampleServer } from '../../http/sample-server.ts';
import { SocketClient } from '../socket-client.ts';

const order = 'subscription ($id: ID!) { orderUpdated(id: $id) { seq executions } }';
const other = 'subscription { notificationAdded { seq } }';
const byHash = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256Of(text) } });

let toy: SampleServer;
const clients: SocketClient[] = [];
const start = async (isOnly = false) => {
  toy = await startSampleServer({ operations: new RegisteredOperations([order], { isOnly }) });
};
const signedIn = (token: string) => {
  const client = new SocketClient(toy.url);
  clients.push(client);
  return client.signIn(token);
};
afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  await toy.stop();
});
const subscribe = async (token: string, payload: object) => {
  const client = await signedIn(token);
  client.say({ type: 'subscribe', id: '1', payload: { variables: { id: 'o1' }, ...payload } });
  return client;
};
const codeOf = async (token: string, payload: object) => {
  const client = await subscribe(token, payload);
  const { payload: errors } = await client.until(({ type }) => type === 'error');
  return (errors as unknown as { extensions: { code: string } }[])[0]?.extensions.code;
};
/** Publishes until the client has a result: its subscription may not have begun. */
const listens = async (client: SocketClient) => {
  const received = client.until(({ type }) => type === 'next');
  const publishing = setInterval(() => toy.live.publish('orderUpdated', 'o1', {}), 20);
  await received.finally(() => clearInterval(publishing));
};

describe('over WebSocket, a subscription', () => {
  test('is opened by its hash, with an empty text as the protocol wants one', async () => {
    await start();
    await listens(await subscribe('ada', { query: '', extensions: byHash(order) }));
  });

  test('by hash and by text are one group: an event is executed once', async () => {
    await start();
    const [ada, grace] = [
      await subscribe('ada', { query: '', extensions: byHash(order) }),
      await subscribe('grace', { query: order }),
    ];
    await Promise.all([listens(ada), listens(grace)]);
    const before = ada.results().length;
    toy.live.publish('orderUpdated', 'o1', {});
    await ada.untilResults(before + 1);
    const [last] = ada.results().slice(-1);
    await grace.until(({ payload }) => JSON.stringify(payload?.data) === JSON.stringify(last));
  });

  test('of an unknown or a wrong hash is refused', async () => {
    await start();
    expect(await codeOf('ada', { query: '', extensions: byHash(other) })).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await codeOf('ada', { query: order, extensions: byHash(other) })).toBe('INPUT_INVALID');
    expect(await codeOf('ada', { query: '', extensions: { persistedQuery: { version: 2 } } })).toBe(
      'PERSISTED_QUERY_NOT_SUPPORTED',
    );
    expect(await codeOf('ada', { query: '' })).toBe('DOCUMENT_INVALID');
  });

  test('that is not registered is for admins where only registered ones are run', async () => {
    await start(true);
    expect(await codeOf('ada', { query: other })).toBe('OPERATION_NOT_REGISTERED');
    expect(await codeOf('ada', { query: `${order} ` })).toBe('OPERATION_NOT_REGISTERED');
    expect(await codeOf('ada', { query: '', extensions: byHash(other) })).toBe('OPERATION_NOT_REGISTERED');
    await listens(await subscribe('ada', { query: order }));
    await listens(await subscribe('grace', { query: '', extensions: byHash(order) }));
    await listens(await subscribe('root', { query: `${order} ` }));
  });
});
