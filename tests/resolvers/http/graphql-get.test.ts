import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { errorIn, sendRaw } from '../../support/raw-http.ts';
import { startSampleServer, type SampleServer } from './sample-server.ts';

let toy: SampleServer;
beforeAll(async () => {
  toy = await startSampleServer({ origins: ['https://front.example'] });
});
afterAll(() => toy.stop());

const get = async (search: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${toy.url}/graphql?${search}`, { headers });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: JSON.parse(text) };
};
const fieldsOf = ({ details }: { readonly details: Record<string, unknown> }) => details['fields'] as object[];

describe('a query by GET', () => {
  test.each([
    ['query=%7Bnews%7D'],
    ['query=%7B+news+%7D'],
    ['query={news}&operationName=&variables=&extensions='],
    ['&&query={news}&'],
    ['query={news}&unknown=1&unknown=2&__proto__=x&=&constructor='],
    ['%71uery={news}'],
    ['query={news}&variables=null&extensions=null'],
    ['query=query A{news} query B{me{id}}&operationName=A'],
    ['query={news}#&query={me{id}}'],
  ])('is read strictly and answered: %s', async (search) => {
    const { status, json } = await get(search);
    expect([status, json]).toEqual([200, { data: { news: ['today'] } }]);
  });

  test('carries variables, letters of every kind, and the token in its header', async () => {
    const query = 'query ($of: String) { me { id } prices(search: $of) }';
    const variables = JSON.stringify({ of: 'é&=+%🌍' });
    const given = new URLSearchParams({ query, variables }).toString();
    expect((await get(given, { authorization: 'Bearer ada' })).json).toEqual({
      data: { me: { id: 'ada' }, prices: [] },
    });
  });

  test('is refused like one by POST: too deep, too much, invalid, introspecting', async () => {
    const closed = await startSampleServer({ isProduction: true });
    const ask = async (query: string) => {
      const answer = await fetch(`${closed.url}/graphql?${new URLSearchParams({ query }).toString()}`, {
        headers: { accept: 'application/graphql-response+json' },
      });
      const { errors } = (await answer.json()) as { errors: [{ extensions: { code: string } }] };
      return `${answer.status} ${errors[0].extensions.code}`;
    };
    expect(await ask(`{ me ${'{ friend '.repeat(20)} { id } ${'}'.repeat(20)} }`)).toBe('400 DOCUMENT_TOO_COMPLEX');
    expect(await ask(`{ ${Array.from({ length: 16 }, (_, i) => `a${i}: news`).join(' ')} }`)).toBe(
      '400 DOCUMENT_TOO_COMPLEX',
    );
    expect(await ask('{ nothing }')).toBe('400 DOCUMENT_INVALID');
    expect(await ask('{ __schema { types { name } } }')).toBe('400 DOCUMENT_INVALID');
    await closed.stop();
  });

  test('is counted against the limits, and turned away from a busy server', async () => {
    const strict = await startSampleServer({ scale: 1 });
    const statuses = new Set<number>();
    for (let i = 0; i < 110; i += 1) statuses.add((await fetch(`${strict.url}/graphql?query={prices}`)).status);
    expect(statuses).toEqual(new Set([200, 429]));
    await strict.stop();
    const busy = await startSampleServer({ isOverloaded: () => true });
    const refused = await fetch(`${busy.url}/graphql?query={prices}`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(
      (await fetch(`${busy.url}/graphql?query={me{id}}`, { headers: { authorization: 'Bearer ada' } })).status,
    ).toBe(200);
    await busy.stop();
  });
});

describe('what only looks like a query is not executed', () => {
  test.each([
    ['a mutation', 'mutation { rename(name: "x") { id } }', ''],
    ['a mutation beside a query', 'query A { news } mutation B { rename(name: "x") { id } }', 'B'],
  ])('%s', async (_name, query, operationName) => {
    const { status, json, headers } = await get(new URLSearchParams({ query, operationName }).toString());
    expect([status, json.errors[0].extensions.code, headers.get('allow')]).toEqual([
      405,
      'METHOD_NOT_ALLOWED',
      'GET, POST, OPTIONS',
    ]);
    expect(json.data).toBeUndefined();
  });

  test('a subscription', async () => {
    const { json } = await get('query=subscription{orderUpdated(id:1){seq}}');
    expect(json.errors[0].extensions.code).toBe('DOCUMENT_INVALID');
  });

  test('a sign-in: the secret would be in every log', async () => {
    const query = 'mutation { login(input: { email: "ada@x", password: "right" }) { __typename } }';
    expect((await get(new URLSearchParams({ query }).toString())).status).toBe(405);
    expect(toy.attempts).toEqual([]);
  });
});

describe('a hostile address', () => {
  const deep = '['.repeat(3_000);
  test.each([
    ['', 400, 'query', 'string'],
    ['query', 400, 'query', 'string'],
    ['query=', 400, 'query', 'string'],
    ['Query={news}', 400, 'query', 'string'],
    ['query[]={news}', 400, 'query', 'string'],
    ['query={news}&query={me{id}}', 400, 'query', 'unique'],
    ['query={news}&%71uery={me{id}}', 400, 'query', 'unique'],
    ['query={news}&variables={}&variables={}', 400, 'variables', 'unique'],
    ['query={news}&variables={', 400, 'variables', 'json'],
    ['query={news}&variables=undefined', 400, 'variables', 'json'],
    ['query={news}&variables=[]', 400, 'variables', 'type'],
    ['query={news}&variables=1', 400, 'variables', 'type'],
    ['query={news}&variables="{}"', 400, 'variables', 'type'],
    ['query={news}&variables={"__proto__":{"a":1}}', 400, 'variables', 'name'],
    [`query={news}&variables=${deep}`, 400, 'variables', 'nesting'],
    ['query={news}&extensions={', 400, 'extensions', 'json'],
    ['query={news}&extensions=[]', 400, 'extensions', 'type'],
    [`query={news}&extensions=${deep}`, 400, 'extensions', 'nesting'],
    ['extensions={"persistedQuery":1}', 400, 'extensions.persistedQuery', 'type'],
    [
      'extensions={"persistedQuery":{"version":1,"sha256Hash":{}}}',
      400,
      'extensions.persistedQuery.sha256Hash',
      'type',
    ],
    ['query=%', 400, 'url', 'format'],
    ['query=%ff', 400, 'url', 'format'],
    ['query=%c0%af', 400, 'url', 'format'],
    ['query=%ed%a0%80', 400, 'url', 'format'],
    ['%zz=1&query={news}', 400, 'url', 'format'],
    [`query={news}&a=${'x'.repeat(8 * 1024)}`, 414, 'url', 'size'],
  ])('is refused, and its error names what is wrong: %.60s', async (search, status, path, rule) => {
    // Word by word: fetch would correct it.
    const answer = await sendRaw(
      toy.url,
      `GET /graphql?${search.replaceAll(' ', '%20')} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`,
    );
    const error = errorIn(answer);
    expect([answer.status, error.code, fieldsOf(error)[0]]).toEqual([
      status,
      'INPUT_INVALID',
      expect.objectContaining({ path, rules: [rule] }),
    ]);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(answer.text.length).toBeLessThan(1_000);
  });

  test('with a body is refused before the body is read', async () => {
    const answer = await sendRaw(
      toy.url,
      'GET /graphql?query={news} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n',
    );
    expect([answer.status, answer.headers['connection']]).toEqual([415, 'close']);
  });

  test('that accepts no JSON is refused', async () => {
    expect((await get('query={news}', { accept: 'text/html' })).status).toBe(406);
  });
});

describe('a page of another site', () => {
  const site = (value: string, headers: Record<string, string> = {}) =>
    sendRaw(
      toy.url,
      [
        'GET /graphql?query={news} HTTP/1.1',
        'host: localhost',
        'connection: close',
        `sec-fetch-site: ${value}`,
        ...Object.entries(headers).map(([name, text]) => `${name}: ${text}`),
        '\r\n',
      ].join('\r\n'),
    );

  test.each(['cross-site', 'same-site'])('cannot make a browser ask without a preflight: %s', async (value) => {
    const answer = await site(value, { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' });
    expect(answer.status).toBe(400);
    expect(fieldsOf(errorIn(answer))).toEqual([{ path: 'apollo-require-preflight', rules: ['required'] }]);
    // The page may see that there is an answer: the client can distinguish a refused origin from an unreachable server.
    expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  test('asks with a preflight, or as an origin that is known', async () => {
    expect((await site('cross-site', { origin: 'https://front.example' })).status).toBe(200);
    expect((await site('cross-site', { 'apollo-require-preflight': '1' })).status).toBe(200);
    expect((await site('cross-site', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await site('cross-site', { origin: 'null' })).status).toBe(403);
  });

  test.each(['same-origin', 'none'])('is not what a browser calls %s', async (value) => {
    const answer = await site(value);
    expect([answer.status, answer.headers['cross-origin-resource-policy']]).toEqual([200, 'same-origin']);
  });
});
