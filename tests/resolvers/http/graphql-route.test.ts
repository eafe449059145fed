import { test, expect, describe, beforeAll, afterAll } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { serverAudits } from 'graphql-http';
import { startSampleServer, type SampleServer } from './sample-server.ts';

let toy: SampleServer;
beforeAll(async () => {
  toy = await startSampleServer({ origins: ['https://front.example'] });
});
afterAll(() => toy.stop());

const code = (json: { errors?: { extensions: { code: string } }[] }) => json.errors?.[0]?.extensions.code;
const response = 'application/graphql-response+json';

test('every audit of GraphQL over HTTP is met, those of GET, which is optional, too', async () => {
  const results = [];
  for (const audit of serverAudits({ url: `${toy.url}/graphql`, fetchFn: fetch }))
    results.push({ ...(await audit.fn()), name: audit.name });
  expect(results.length).toBeGreaterThanOrEqual(60);
  const unmet = results.filter(({ status }) => status !== 'ok').map(({ name, status }) => `${status}: ${name}`);
  expect(unmet).toEqual([]);
});

describe('an answer', () => {
  test('carries data, the request id, and no trace of the framework', async () => {
    const { status, json, headers } = await toy.post({ query: '{ me { id } }' }, { authorization: 'Bearer ada' });
    expect([status, json]).toEqual([200, { data: { me: { id: 'ada' } } }]);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('reports errors in the language of the request', async () => {
    const french = await toy.post({ query: '{ strict }' });
    expect(french.json.errors[0]).toMatchObject({
      message: 'Cet élément n’existe pas.',
      path: ['strict'],
      extensions: { code: 'NOT_FOUND' },
    });
    const english = await toy.post({ query: '{ strict }' }, { 'accept-language': 'en-GB,fr;q=0.5' });
    expect(english.json.errors[0].message).toBe('This does not exist.');
    expect(english.json.errors[0].extensions.requestId).toBe(english.headers.get('x-request-id'));
  });

  test('never leaks what nobody foresaw, and logs it once with its request id', async () => {
    const { json, text, headers } = await toy.post({ query: '{ broken }' });
    expect(code(json)).toBe('INTERNAL');
    expect(text).not.toMatch(/secret|db\.internal|\.ts/);
    const logged = toy.lines.filter((line) => line.includes('db.internal'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(headers.get('x-request-id') ?? 'none');
  });

  test('longer than 5 MiB is refused', async () => {
    const { json, text } = await toy.post({ query: '{ long(length: 6000000) }' });
    expect(code(json)).toBe('DOCUMENT_TOO_COMPLEX');
    expect(text.length).toBeLessThan(1_000);
  });

  test('with more than 10,000 objects is refused', async () => {
    expect(code((await toy.post({ query: '{ many(count: 10001) { id } }' })).json)).toBe('DOCUMENT_TOO_COMPLEX');
  });
});

describe('what is not a GraphQL request', () => {
  const body = JSON.stringify({ query: '{ __typename }' });
  test.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset=utf-7', 415],
    ['application/json; charset=iso-8859-1', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/graphql', 415],
    ['application/json; charset=UTF-8', 200],
    ['application/json;charset="utf-8"', 200],
  ])('a body of %s gets %d', async (contentType, expected) => {
    expect((await toy.post(body, { 'content-type': contentType })).status).toBe(expected);
  });

  test('a compressed body is refused', async () => {
    const { status } = await fetch(`${toy.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(body),
    });
    expect(status).toBe(415);
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    const answer = await fetch(`${toy.url}/graphql?query={__typename}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS']);
    const json = (await answer.json()) as { errors: [{ message: string; extensions: object }] };
    expect(json.errors[0]).toMatchObject({
      message: expect.stringContaining('POST'),
      extensions: { code: 'METHOD_NOT_ALLOWED', details: { method, allowed: ['GET', 'POST', 'OPTIONS'] } },
    });
  });

  test('OPTIONS is answered without a body', async () => {
    const answer = await fetch(`${toy.url}/graphql`, { method: 'OPTIONS' });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  test('OPTIONS is allowed where no other site is, and opens nothing to one', async () => {
    const closed = await startSampleServer({ isProduction: true });
    const own = await fetch(`${closed.url}/graphql`, { method: 'OPTIONS' });
    expect([own.status, await own.text(), own.headers.get('allow')]).toEqual([204, '', 'GET, POST, OPTIONS']);
    const answer = await fetch(`${closed.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://front.example', 'access-control-request-method': 'POST' },
    });
    expect([answer.status, code((await answer.json()) as never)]).toEqual([403, 'ORIGIN_REFUSED']);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    await closed.stop();
  });

  test.each([
    ['an array', '[]', 400],
    ['nothing', '', 400],
    ['half an object', '{"query":', 400],
    ['a number', '1', 400],
    ['more than 100 KiB', JSON.stringify({ query: ' '.repeat(101 * 1024) }), 413],
    [
      'nesting of 20,000',
      `{"query":"{ __typename }","variables":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
      400,
    ],
    ['a prototype', '{"query":"{ __typename }","variables":{"__proto__":{"isAdmin":true}}}', 400],
    ['a prototype inside', '{"query":"{ __typename }","variables":{"a":[{"__proto__":{}}]}}', 400],
  ])('a body that is %s gets its status', async (_name, text, expected) => {
    const answer = await toy.post(text);
    expect(answer.status).toBe(expected);
    expect(code(answer.json)).toBe('INPUT_INVALID');
    expect(answer.text.length).toBeLessThan(1024);
  });

  test('a batch of requests is refused', async () => {
    const { status, json } = await toy.post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
    expect([status, json.errors[0].extensions.details]).toEqual([
      400,
      { fields: [{ path: 'body', rules: ['batch'] }] },
    ]);
  });

  test('an unknown address is NOT_FOUND in the same outer form', async () => {
    const answer = await fetch(`${toy.url}/nothing`);
    expect([answer.status, code((await answer.json()) as never)]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a body that is not UTF-8', () => {
  const query = (title: string) =>
    `{"query":"query ($t: String!) { search(text: $t) { id } }","variables":{"t":"${title}"}}`;
  test.each([
    ['in ISO-8859-1', Buffer.from(query('café'), 'latin1')],
    ['in UTF-16', Buffer.from(query('café'), 'utf16le')],
    ['cut in a letter', Buffer.from(query('é')).filter((byte) => byte !== 0xa9)],
    [
      'with a surrogate in CESU-8',
      Buffer.concat([Buffer.from(query('')).subarray(0, -3), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}}')]),
    ],
    [
      'with an overlong slash',
      Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
    ],
  ])('is accepted: %s', async (_name, body) => {
    const answer = await fetch(`${toy.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const {
      errors: [error],
    } = (await answer.json()) as { errors: [{ extensions: object }] };
    expect([answer.status, error.extensions]).toEqual([
      400,
      expect.objectContaining({ code: 'INPUT_INVALID', details: { fields: [{ path: 'body', rules: ['utf-8'] }] } }),
    ]);
  });

  test('is another thing than one that begins with a byte order mark', async () => {
    const answer = await fetch(`${toy.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `\ufeff${query('café')}`,
    });
    expect([answer.status, await answer.json()]).toEqual([200, { data: { search: [] } }]);
  });
});

describe('media types', () => {
  const ask = async (accept: string, query: string) => {
    const { status, headers } = await toy.post({ query }, { accept });
    return `${status} ${headers.get('content-type')}`;
  };
  test.each([
    ['application/json', '{ nothing }', '200 application/json; charset=utf-8'],
    [response, '{ nothing }', `400 ${response}; charset=utf-8`],
    [response, '{ broken }', `200 ${response}; charset=utf-8`],
    [`${response}, application/json;q=0.9`, '{ me { id } }', `200 ${response}; charset=utf-8`],
    [`${response};q=0.1, application/json`, '{ me { id } }', '200 application/json; charset=utf-8'],
    ['text/html, */*;q=0.1', '{ me { id } }', '200 application/json; charset=utf-8'],
    ['application/*', '{ me { id } }', '200 application/json; charset=utf-8'],
    ['text/html', '{ me { id } }', '406 application/json; charset=utf-8'],
    ['application/json;q=0', '{ me { id } }', '406 application/json; charset=utf-8'],
  ])('%s for %s gets %s', async (accept, query, expected) => {
    expect(await ask(accept, query)).toBe(expected);
  });
});

describe('who asks', () => {
  test('a bad token is refused before anything is executed', async () => {
    const { status, json, headers } = await toy.post({ query: '{ me { id } }' }, { authorization: 'Bearer bad' });
    expect([status, code(json), headers.get('www-authenticate')]).toEqual([401, 'UNAUTHENTICATED', 'Bearer']);
  });

  test('cookies are not a token', async () => {
    expect((await toy.post({ query: '{ me { id } }' }, { cookie: 'token=ada' })).json).toEqual({ data: { me: null } });
  });

  test('a request id is not taken from a stranger', async () => {
    const { headers } = await toy.post({ query: '{ __typename }' }, { 'x-request-id': 'chosen-by-me' });
    expect(headers.get('x-request-id')).not.toBe('chosen-by-me');
  });

  test('a front-end on the list may read the answer, another may not', async () => {
    const preflight = (origin: string) =>
      fetch(`${toy.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
    const known = await preflight('https://front.example');
    expect([
      known.status,
      known.headers.get('access-control-allow-origin'),
      known.headers.get('access-control-max-age'),
    ]).toEqual([204, 'https://front.example', '600']);
    expect(known.headers.get('vary')).toContain('Origin');
    expect(known.headers.get('access-control-allow-credentials')).toBeNull();
    const stranger = await preflight('https://front.example.evil.example');
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('a long header is refused by the parser', async () => {
  const status = await new Promise((resolve, reject) => {
    const { hostname, port } = new URL(toy.url);
    httpRequest({ hostname, port, path: '/graphql', headers: { 'x-long': 'x'.repeat(17 * 1024) } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(431);
});
