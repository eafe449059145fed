import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSampleServer, type SampleServer } from './sample-server.ts';

const front = 'https://front.example';
let toy: SampleServer;
beforeAll(async () => {
  toy = await startSampleServer({ origins: [front] });
});
afterAll(() => toy.stop());

const get = async (query: string, headers: Record<string, string> = {}, variables?: object) => {
  const given = new URLSearchParams({ query, ...(variables ? { variables: JSON.stringify(variables) } : {}) });
  const answer = await fetch(`${toy.url}/graphql?${given.toString()}`, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const control = async (...asked: Parameters<typeof get>) => (await get(...asked)).headers.get('cache-control');
const tagOf = async (...asked: Parameters<typeof get>) => (await get(...asked)).headers.get('etag') ?? '';

describe('an answer that is the same for everyone', () => {
  test('may be kept for the time of its field, with a strong tag', async () => {
    const { status, headers, text } = await get('{ prices }');
    expect([status, JSON.parse(text)]).toEqual([200, { data: { prices: ['one', 'two'] } }]);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('etag')).toMatch(/^"[\w-]{43}"$/);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('is kept no longer than its shortest field, whatever the fields are called', async () => {
    expect(await control('{ pages }')).toBe('public, max-age=300');
    expect(await control('{ pages prices }')).toBe('public, max-age=60');
    expect(await control('{ a: pages ...F } fragment F on Query { b: prices }')).toBe('public, max-age=60');
  });

  test('depends on the media type, the language, the token and the page, and says so', async () => {
    for (const origin of [undefined, front]) {
      const { headers } = await get('{ prices }', origin === undefined ? {} : { origin });
      const varied = (headers.get('vary') ?? '').split(',').map((name) => name.trim().toLowerCase());
      expect(varied.toSorted()).toEqual(['accept', 'accept-language', 'authorization', 'origin']);
      expect(headers.get('access-control-allow-origin')).toBe(origin ?? null);
    }
  });

  test('has the same tag as long as it is the same, and another one when it is another', async () => {
    const query = 'query ($of: String) { prices(search: $of) }';
    const all = await tagOf(query, {}, { of: '' });
    expect(await tagOf(query, {}, { of: 'o' })).toBe(all);
    expect(await tagOf(query, {}, { of: 'two' })).not.toBe(all);
    expect(await tagOf(query, { accept: 'application/graphql-response+json' }, { of: '' })).not.toBe(all);
  });

  test('is not sent again to who has it', async () => {
    const tag = await tagOf('{ prices }');
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, ` ${tag} , "b"`, '*']) {
      const { status, headers, text } = await get('{ prices }', { 'if-none-match': known });
      expect([known, status, text]).toEqual([known, 304, '']);
      expect([headers.get('etag'), headers.get('cache-control')]).toEqual([tag, 'public, max-age=60']);
      expect(headers.get('vary')).toContain('Accept-Language');
      expect(headers.get('content-type')).toBeNull();
    }
  });

  test.each(['"other"', 'other', '', '"', 'W/"other"', ','])('is sent to who has another: %j', async (known) => {
    const { status, text } = await get('{ prices }', { 'if-none-match': known });
    expect([status, JSON.parse(text)]).toEqual([200, { data: { prices: ['one', 'two'] } }]);
  });
});

describe('everything else is kept by nobody', () => {
  const kept = 'private, no-store';
  test.each([
    ['a public field without the mark', '{ news }'],
    ['a public field without the mark beside one with it', '{ prices news }'],
    ['a field of the person', '{ prices me { id } }'],
    ['the name of the type', '{ prices __typename }'],
    ['the schema', '{ prices __schema { queryType { name } } }'],
    ['an answer with an error', '{ pages(fails: true) prices }'],
    ['a document that is refused', '{ prices nothing }'],
    ['values that are refused', '{ prices(search: 1) }'],
    ['nothing', ''],
  ])('%s', async (_name, query) => {
    const { headers } = await get(query, { 'if-none-match': '*' });
    expect([headers.get('cache-control'), headers.get('etag')]).toEqual([kept, null]);
  });

  test.each(['Bearer ada', 'Bearer root', 'Bearer bad', 'Bearer', 'Basic YTpi'])(
    'what was asked with a token: %s',
    async (authorization) => {
      const tag = await tagOf('{ prices }');
      const { status, headers } = await get('{ prices }', { authorization, 'if-none-match': tag });
      expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([200, kept, null]);
    },
  );

  test('what was asked by POST', async () => {
    const { status, headers } = await toy.post({ query: '{ prices }' }, { 'if-none-match': '*' });
    expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([200, kept, null]);
  });
});
