import { afterEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { RegisteredOperations } from '../../../src/resolvers/graphql/registered/registered-operations.ts';
import { startSampleServer, type SampleServer, type ToyOptions } from './sample-server.ts';

const me = 'query Me { me { id } }';
const rename = 'mutation Rename($name: String!) { rename(name: $name) { id } }';
const several = 'query One { me { id } } query Two { news }';
const unregistered = '{ me { name } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const byHash = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

let toy: SampleServer;
afterEach(() => toy.stop());
const start = async ({ isOnly = false, ...options }: ToyOptions & { isOnly?: boolean } = {}) => {
  toy = await startSampleServer({
    ...options,
    operations: new RegisteredOperations([me, rename, several], { isOnly }),
  });
};
const as = (token?: string) => (token === undefined ? {} : { authorization: `Bearer ${token}` });
const refusal = ({ status, json }: { status: number; json: { errors?: { extensions: { code: string } }[] } }) => [
  status,
  json.errors?.[0]?.extensions.code,
];
const get = async (parameters: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${toy.url}/graphql?${new URLSearchParams(parameters).toString()}`, { headers });
  return { status: answer.status, headers: answer.headers, json: JSON.parse(await answer.text()) };
};

describe('an operation that is registered', () => {
  test.each([
    ['absent', {}],
    ['null', { query: null }],
    ['empty', { query: '' }],
  ])('is run by its hash, its text being %s', async (_name, query) => {
    await start();
    const { status, json } = await toy.post({ extensions: byHash(me), ...query }, as('ada'));
    expect([status, json]).toEqual([200, { data: { me: { id: 'ada' } } }]);
  });

  test('is run by GET with its hash, its name and its variables, as Apollo Client and urql ask', async () => {
    await start();
    const asked = { operationName: 'Me', variables: '{}', extensions: JSON.stringify(byHash(me)) };
    // Apollo Client sends a content type though there is no content.
    for (const headers of [{}, { 'content-type': 'application/json' }]) {
      const { status, json } = await get(asked, { ...as('ada'), ...headers });
      expect([status, json]).toEqual([200, { data: { me: { id: 'ada' } } }]);
    }
  });

  test('may be a mutation by POST, with variables, but not by GET', async () => {
    await start();
    const variables = { name: 'x' };
    expect((await toy.post({ extensions: byHash(rename), variables })).json).toEqual({ data: { rename: { id: '1' } } });
    const refused = await get({ extensions: JSON.stringify(byHash(rename)), variables: JSON.stringify(variables) });
    expect(refusal(refused)).toEqual([405, 'METHOD_NOT_ALLOWED']);
    expect(refused.headers.get('allow')).toBe('GET, POST, OPTIONS');
  });

  test('of several is chosen by its name', async () => {
    await start();
    const { json } = await toy.post({ extensions: byHash(several), operationName: 'Two' });
    expect(json).toEqual({ data: { news: ['today'] } });
  });

  test('is held to every limit: its variables, the rates, the token', async () => {
    await start({ scale: 1 });
    expect(refusal(await toy.post({ extensions: byHash(rename), variables: { name: 1 } }))).toEqual([
      200,
      'INPUT_INVALID',
    ]);
    expect(refusal(await toy.post({ extensions: byHash(me) }, as('bad')))).toEqual([401, 'UNAUTHENTICATED']);
    const codes = new Set<unknown>();
    for (let i = 0; i < 110; i += 1) codes.add(refusal(await toy.post({ extensions: byHash(me) }))[1]);
    expect(codes).toEqual(new Set([undefined, 'RATE_LIMITED']));
  });
});

describe('a hash that is not known', () => {
  test.each(['application/json', 'application/graphql-response+json'])(
    'is answered what makes clients send the text, as %s',
    async (accept) => {
      await start();
      for (const answer of [
        await toy.post({ extensions: byHash(unregistered) }, { accept, 'accept-language': 'fr' }),
        await get({ extensions: JSON.stringify(byHash(unregistered)) }, { accept }),
      ]) {
        // Apollo Client looks at the code or the message, urql at the message.
        expect([answer.status, answer.json.errors]).toEqual([
          200,
          [
            expect.objectContaining({
              message: 'PersistedQueryNotFound',
              extensions: expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_FOUND' }),
            }),
          ],
        ]);
        expect(answer.headers.get('cache-control')).toBe('private, no-store');
      }
    },
  );

  test('is run as the plain text when that comes with it, and stays unknown', async () => {
    await start();
    const both = { query: unregistered, extensions: byHash(unregistered) };
    expect((await toy.post(both)).json).toEqual({ data: { me: null } });
    expect((await get({ query: unregistered, extensions: JSON.stringify(byHash(unregistered)) })).json).toEqual({
      data: { me: null },
    });
    expect(refusal(await toy.post({ extensions: byHash(unregistered) }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  test.each(['', 'x', 'a'.repeat(64), '__proto__', 'constructor', sha256(me).toUpperCase(), 'é'.repeat(2_000)])(
    'is any text: %j',
    async (sha256Hash) => {
      await start();
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      expect(refusal(await toy.post({ extensions }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    },
  );

  test('counts as an operation', async () => {
    await start({ scale: 1 });
    const codes = new Set<unknown>();
    for (let i = 0; i < 110; i += 1) codes.add(refusal(await toy.post({ extensions: byHash('{ no }') }))[1]);
    expect(codes).toEqual(new Set(['PERSISTED_QUERY_NOT_FOUND', 'RATE_LIMITED']));
  });
});

describe('a hash of another text', () => {
  test.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ])('is refused, be the text registered or not, as %s', async (accept, status) => {
    await start();
    for (const query of [me, unregistered, '{ broken syntax']) {
      for (const answer of [
        await toy.post({ query, extensions: byHash(rename) }, { accept }),
        await get({ query, extensions: JSON.stringify(byHash(rename)) }, { accept }),
      ]) {
        expect(refusal(answer)).toEqual([status, 'INPUT_INVALID']);
        expect(answer.json.errors[0].extensions.details).toEqual({
          fields: [{ path: 'extensions.persistedQuery.sha256Hash', rules: ['match'] }],
        });
      }
    }
  });
});

describe('an extension that cannot be read', () => {
  test.each([
    [{ persistedQuery: { version: 2, sha256Hash: sha256(me) } }, 200, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    [{ persistedQuery: { sha256Hash: sha256(me) } }, 200, 'PERSISTED_QUERY_NOT_SUPPORTED'],
    [{ persistedQuery: { version: 1 } }, 400, 'INPUT_INVALID'],
    [{ persistedQuery: { version: 1, sha256Hash: [sha256(me)] } }, 400, 'INPUT_INVALID'],
    [{ persistedQuery: 'a' }, 400, 'INPUT_INVALID'],
    [{ persistedQuery: [] }, 400, 'INPUT_INVALID'],
    [{ persistedQuery: null }, 400, 'INPUT_INVALID'],
    [{}, 400, 'INPUT_INVALID'],
    ['text', 400, 'INPUT_INVALID'],
  ])('%j gets %d %s', async (extensions, status, code) => {
    await start();
    expect(refusal(await toy.post({ extensions }))).toEqual([status, code]);
  });
});

describe('with REGISTERED_ONLY', () => {
  test.each([undefined, 'ada'])('%s may run what is registered, by hash and by text', async (token) => {
    await start({ isOnly: true });
    for (const asked of [{ query: me }, { extensions: byHash(me) }, { query: me, extensions: byHash(me) }])
      expect((await toy.post(asked, as(token))).status).toBe(200);
    expect((await get({ query: me }, as(token))).status).toBe(200);
  });

  test.each([undefined, 'ada', 'person-1'])('%s may run nothing else', async (token) => {
    await start({ isOnly: true });
    for (const asked of [
      { query: unregistered },
      { query: `${me} ` },
      { query: unregistered, extensions: byHash(unregistered) },
      { extensions: byHash(unregistered) },
      { query: '{ __schema { types { name } } }' },
      { query: 'half {' },
    ])
      expect(refusal(await toy.post(asked, as(token)))).toEqual([403, 'OPERATION_NOT_REGISTERED']);
    expect(refusal(await get({ query: unregistered }, as(token)))).toEqual([403, 'OPERATION_NOT_REGISTERED']);
  });

  test('says so in the language of the request', async () => {
    await start({ isOnly: true });
    const messages = await Promise.all(
      ['fr', 'en'].map(async (language) => {
        const { json } = await toy.post({ query: unregistered }, { 'accept-language': language });
        return json.errors[0].message;
      }),
    );
    expect(messages).toEqual([expect.stringContaining('enregistrées'), expect.stringContaining('registered')]);
  });

  test('an admin may run everything, and learns that a hash is unknown', async () => {
    await start({ isOnly: true });
    expect((await toy.post({ query: unregistered }, as('root'))).json).toEqual({ data: { me: { name: 'Ada' } } });
    expect((await get({ query: unregistered }, as('root'))).status).toBe(200);
    expect(refusal(await toy.post({ extensions: byHash(unregistered) }, as('root')))).toEqual([
      200,
      'PERSISTED_QUERY_NOT_FOUND',
    ]);
  });

  test('a token that was refused is the reason: its owner may be an admin', async () => {
    await start({ isOnly: true });
    expect(refusal(await toy.post({ query: unregistered }, as('expired')))).toEqual([401, 'UNAUTHENTICATED']);
  });

  test('what is refused counts against the limits', async () => {
    await start({ isOnly: true, scale: 1 });
    const codes = new Set<unknown>();
    for (let i = 0; i < 110; i += 1) codes.add(refusal(await toy.post({ query: unregistered }))[1]);
    expect(codes).toEqual(new Set(['OPERATION_NOT_REGISTERED', 'RATE_LIMITED']));
  });
});
