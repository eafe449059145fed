import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { until } from '../../support/until.ts';
import { counters, startSampleServer, type SampleServer } from './sample-server.ts';

const code = (json: { errors?: { extensions: { code: string } }[] }) => json.errors?.[0]?.extensions.code;

/** A request that the server has begun to execute. */
async function beginSlow(toy: SampleServer): Promise<{ readonly answer: ReturnType<SampleServer['post']> }> {
  const before = counters.slow;
  const answer = toy.post({ query: '{ slow(milliseconds: 300) }' });
  await until('the request is executed', () => counters.slow > before);
  return { answer };
}

describe('limits that depend on the deployment', () => {
  test('introspection in production is for admins', async () => {
    const production = await startSampleServer({ isProduction: true });
    const ask = (token?: string) =>
      production.post(
        { query: '{ __schema { queryType { name } } }' },
        token ? { authorization: `Bearer ${token}` } : {},
      );
    expect(code((await ask()).json)).toBe('DOCUMENT_INVALID');
    expect(code((await ask('ada')).json)).toBe('DOCUMENT_INVALID');
    expect((await ask('root')).json).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
    const { headers } = await ask();
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    await production.stop();
  });

  test('operations are counted one by one: 100 in 15 minutes for an address', async () => {
    const strict = await startSampleServer({ scale: 1 });
    const ten = { query: `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: __typename`).join(' ')} }` };
    for (let i = 0; i < 10; i += 1) expect((await strict.post(ten)).status).toBe(200);
    const { status, json, headers } = await strict.post({ query: '{ __typename }' });
    expect([status, code(json)]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await strict.post({ query: '{ __typename }' }, { authorization: 'Bearer ada' })).status).toBe(200);
    await strict.stop();
  });

  test('a busy process turns strangers away and serves the people it knows', async () => {
    const busy = await startSampleServer({ isOverloaded: () => true });
    const { status, json, headers } = await busy.post({ query: '{ __typename }' });
    expect([status, code(json), headers.get('retry-after')]).toEqual([503, 'UNAVAILABLE', '5']);
    expect((await busy.post({ query: '{ __typename }' }, { authorization: 'Bearer ada' })).status).toBe(200);
    await busy.stop();
  });
});

describe('a server that stops', () => {
  test('requests under way are answered before the server stops', async () => {
    const closing = await startSampleServer();
    const slow = await beginSlow(closing);
    await closing.stop();
    expect((await slow.answer).json).toEqual({ data: { slow: 'done' } });
  });

  test('a request that arrived while the server began to stop is answered 503 in the words of the framework', async () => {
    const closing = await startSampleServer();
    const { hostname, port } = new URL(closing.url);
    const socket = connect(Number(port), hostname);
    const body = '{"query":"{ __typename }"}';
    const request = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    socket.write(request);
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^HTTP\/1\.1 200 /);
    // Without yielding: the bytes are with the system, and nobody has read them.
    socket.write(request);
    const stopped = closing.stop();
    const [second] = (await once(socket, 'data')) as [Buffer];
    const [head = '', text = ''] = second.toString().split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 503 /);
    for (const line of ['retry-after: 5', 'connection: close']) expect(head.split('\r\n')).toContain(line);
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: 'Le service est momentanément indisponible.',
          extensions: { code: 'UNAVAILABLE', details: { retryAfter: 5 }, requestId: expect.any(String) },
        },
      ],
    });
    await stopped;
    socket.destroy();
  });

  test('a socket that is asked for while the server stops is cut without an answer', async () => {
    const closing = await startSampleServer();
    const { hostname, port, host } = new URL(closing.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET /ready HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    await once(socket, 'data');
    socket.write(
      `GET /graphql HTTP/1.1\r\nhost: ${host}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    );
    const stopped = closing.stop();
    const [refused] = (await once(socket, 'data')) as [Buffer];
    const [head = '', text = ''] = refused.toString().split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 503 /);
    for (const line of ['retry-after: 5', 'connection: close']) expect(head.split('\r\n')).toContain(line);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: 'UNAVAILABLE', details: { retryAfter: 5 } } }],
    });
    await stopped;
    socket.destroy();
  });

  test('a client whose request was answered while the server stops sends the next one into a connection that is cut', async () => {
    const closing = await startSampleServer();
    const slow = await beginSlow(closing);
    const stopped = closing.stop();
    expect((await slow.answer).headers.get('connection')).toBe('close');
    await stopped;
  });
});
