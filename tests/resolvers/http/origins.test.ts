import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SocketClient } from '../graphql/socket-client.ts';
import { startSampleServer, type SampleServer } from './sample-server.ts';

let development: SampleServer;
let production: SampleServer;
beforeAll(async () => {
  development = await startSampleServer({ origins: ['https://front.example'] });
  production = await startSampleServer({ origins: ['https://front.example'], isProduction: true });
});
afterAll(() => Promise.all([development.stop(), production.stop()]));

const preflight = (toy: SampleServer, origin: string) =>
  fetch(`${toy.url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
const post = (toy: SampleServer, origin: string) => toy.post({ query: '{ __typename }' }, { origin });
const socket = (toy: SampleServer, origin: string) =>
  new SocketClient(toy.url, { origin }).opened.then(
    () => 'open',
    ({ message }: Error) => message,
  );

describe.each(['http://localhost:5173', 'http://localhost', 'http://127.0.0.1:3000', 'https://front.example'])(
  '%s',
  (origin) => {
    test('may ask while one develops, by HTTP and by socket', async () => {
      const [asked, answered] = [await preflight(development, origin), await post(development, origin)];
      expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
      expect([answered.status, answered.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
      expect(await socket(development, origin)).toBe('open');
    });
    test('may ask in production when it is on the list alone', async () => {
      const isListed = origin === 'https://front.example';
      expect([(await preflight(production, origin)).status, (await post(production, origin)).status]).toEqual(
        isListed ? [204, 200] : [403, 403],
      );
      expect(await socket(production, origin)).toBe(isListed ? 'open' : 'status 403');
    });
  },
);

test.each([
  'https://localhost.evil.example',
  'http://localhost.evil.example:5173',
  'http://localhost:5173.evil.example',
  'http://127.0.0.1.nip.io',
  'https://evil.example',
  'null',
  'file://',
  'http://localhost@evil.example',
])('a page of %s is refused without a word', async (origin) => {
  const [asked, answered] = [await preflight(development, origin), await post(development, origin)];
  for (const headers of [asked.headers, answered.headers]) {
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('vary')).toContain('Origin');
  }
  const expected = { code: 'ORIGIN_REFUSED', details: { origin } };
  expect([asked.status, ((await asked.json()) as { errors: [{ extensions: object }] }).errors[0].extensions]).toEqual([
    403,
    expect.objectContaining(expected),
  ]);
  expect([answered.status, answered.json.errors[0].extensions]).toEqual([403, expect.objectContaining(expected)]);
  expect(await socket(development, origin)).toBe('status 403');
});

test('our own pages may ask', async () => {
  expect((await post(production, production.url)).status).toBe(200);
  expect(await socket(production, production.url)).toBe('open');
});
