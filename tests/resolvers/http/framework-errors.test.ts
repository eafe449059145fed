import { METHODS } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dial, errorIn, readAnswer, sendRaw } from '../../support/raw-http.ts';
import { startSampleServer, type SampleServer } from './sample-server.ts';

let toy: SampleServer;
beforeAll(async () => {
  toy = await startSampleServer();
});
afterAll(() => toy.stop());

const close = 'host: localhost\r\nconnection: close\r\n';
const long = 'x'.repeat(200);

test.each([
  ['an address that is no text', `GET /files/%ff HTTP/1.1\r\n${close}\r\n`, 400, 'url'],
  ['half an escape', `GET /mailbox/% HTTP/1.1\r\n${close}\r\n`, 400, 'url'],
  [
    'an address that is no text, by POST',
    `POST /graphql/%c0%af HTTP/1.1\r\n${close}content-length: 0\r\n\r\n`,
    400,
    'url',
  ],
  ['a method that does not exist', `FETCH / HTTP/1.1\r\n${close}\r\n`, 400, 'method'],
  ['a request line that is none', `hello there\r\n\r\n`, 400, 'method'],
  ['TLS where plain HTTP is spoken', Buffer.from([22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3]), 400, 'method'],
  ['a version that does not exist', `GET / HTTP/9.9\r\n${close}\r\n`, 400, 'request'],
  ['a header without a colon', `GET / HTTP/1.1\r\n${close}nothing\r\n\r\n`, 400, 'request'],
  ['a NUL in a header', `GET / HTTP/1.1\r\n${close}x-a: \0\r\n\r\n`, 400, 'request'],
  ['headers of more than 16 KiB', `GET / HTTP/1.1\r\n${close}x-a: ${'x'.repeat(17 * 1024)}\r\n\r\n`, 431, 'headers'],
  ['an address of more than 16 KiB', `GET /${'x'.repeat(17 * 1024)} HTTP/1.1\r\n${close}\r\n`, 431, 'headers'],
  ['two lengths', `POST /graphql HTTP/1.1\r\n${close}content-length: 1\r\ncontent-length: 2\r\n\r\n{}`, 400, 'request'],
  [
    'a length that is no number',
    `POST /graphql HTTP/1.1\r\n${close}content-type: application/json\r\ncontent-length: many\r\n\r\n`,
    400,
    'request',
  ],
  [
    'a broken chunk',
    `POST /graphql HTTP/1.1\r\n${close}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
    400,
    'body',
  ],
  [
    'chunk extensions of 20 KB',
    `POST /graphql HTTP/1.1\r\n${close}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\n`,
    413,
    'body',
  ],
  [
    'an expectation that is not known',
    `POST /graphql HTTP/1.1\r\n${close}expect: miracles\r\ncontent-length: 2\r\n\r\n{}`,
    417,
    'expect',
  ],
  [
    'a handshake that is none',
    `GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    400,
    'upgrade',
  ],
])('%s is refused in words of the framework', async (_name, bytes, status, path) => {
  const answer = await sendRaw(toy.url, bytes);
  const { code, details } = errorIn(answer);
  expect({ status: answer.status, code, path: (details['fields'] as { path: string }[])[0]?.path }).toEqual({
    status,
    code: 'INPUT_INVALID',
    path,
  });
});

test.each([
  ['CONNECT', 'CONNECT example.org:443 HTTP/1.1\r\nhost: localhost\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
  [
    'a socket on another path',
    `GET /nothing HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    404,
    'NOT_FOUND',
  ],
  ['an address that is too long for a route', `GET /${long} HTTP/1.1\r\n${close}\r\n`, 404, 'NOT_FOUND'],
  ['an address of a proxy', `GET http://localhost/nothing HTTP/1.1\r\n${close}\r\n`, 404, 'NOT_FOUND'],
])('%s is refused by its code', async (_name, bytes, status, code) => {
  const answer = await sendRaw(toy.url, bytes);
  expect([answer.status, errorIn(answer).code]).toEqual([status, code]);
});

test('a program that offers HTTP/2 beside HTTP/1.1 is turned away', async () => {
  const answer = await sendRaw(
    toy.url,
    `GET /ready HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade, http2-settings, close\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk\r\n\r\n`,
  );
  expect([answer.status, answer.text]).toEqual([200, '{"status":"ready"}']);
});

test('every method that the parser knows is answered in our form', async () => {
  for (const method of METHODS.filter((name) => !['GET', 'HEAD', 'CONNECT', 'OPTIONS'].includes(name))) {
    for (const body of ['', 'content-type: text/html\r\ncontent-length: 2\r\n']) {
      const answer = await sendRaw(toy.url, `${method} /nothing HTTP/1.1\r\n${close}${body}\r\n${body && 'ab'}`);
      // QUERY must say what its body is (RFC 10008): the framework refuses it before it looks for a route.
      const expected = method === 'QUERY' && body === '' ? [400, 'INPUT_INVALID'] : [404, 'NOT_FOUND'];
      expect([method, answer.status, errorIn(answer).code]).toEqual([method, ...expected]);
    }
  }
});

test('bytes that are no request, after one that was answered, are refused in our form too', async () => {
  const { socket, ended } = dial(toy.url);
  socket.write('GET /ready HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  socket.write('nonsense\r\n\r\n');
  const [, second = ''] = (await ended).split('{"status":"ready"}');
  expect([readAnswer(second).status, errorIn(readAnswer(second)).code]).toEqual([400, 'INPUT_INVALID']);
});

test('an address that cannot be read is refused in the language asked for, with the headers of every answer', async () => {
  const { app } = toy;
  const answer = await app.inject({ method: 'GET', url: '/%ff', headers: { 'accept-language': 'en' } });
  expect(answer.json<{ errors: [{ message: string }] }>().errors[0].message).toBe('Some values are not valid.');
  expect([answer.headers['x-content-type-options'], answer.headers['x-request-id']]).toEqual([
    'nosniff',
    expect.stringMatching(/^[0-9a-f-]{36}$/),
  ]);
});

test('what cannot be read is noted as a request, without the address', async () => {
  await sendRaw(toy.url, `GET /secret-%ff HTTP/1.1\r\n${close}\r\n`);
  const noted = toy.lines.filter((line) => line.includes('"status":400') && line.includes('"route":"none"'));
  expect(noted.length).toBeGreaterThan(0);
  expect(toy.lines.join('')).not.toContain('secret-');
});
