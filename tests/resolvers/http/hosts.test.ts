import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHostCheck } from '../../../src/resolvers/http/hosts.ts';
import { errorIn, sendRaw } from '../../support/raw-http.ts';
import { startSampleServer, type SampleServer } from './sample-server.ts';

let toy: SampleServer;
beforeAll(async () => {
  toy = await startSampleServer({
    config: { publicUrl: 'https://api.example.org', TRUSTED_HOSTS: ['app', 'shop.example'] },
  });
});
afterAll(() => toy.stop());

const asked = (path: string, headers: string) =>
  sendRaw(toy.url, `GET ${path} HTTP/1.1\r\n${headers}connection: close\r\n\r\n`);
const upgrade = (host: string) =>
  sendRaw(
    toy.url,
    `GET /graphql HTTP/1.1\r\nhost: ${host}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: short\r\n\r\n`,
  );

test.each(['/health', '/ready', '/metrics', '/playground', '/graphql', '/nothing'])(
  '%s answers any name that leads to this machine',
  async (path) => {
    const answer = await asked(path, 'host: rebound.evil.example\r\n');
    const { code, details } = errorIn(answer);
    expect([answer.status, code, details]).toEqual([421, 'HOST_REFUSED', { host: 'rebound.evil.example' }]);
  },
);

test('a socket is opened under any name that leads to this machine', async () => {
  const refused = await upgrade('rebound.evil.example');
  expect([refused.status, errorIn(refused).code]).toEqual([421, 'HOST_REFUSED']);
  // Past the host, this handshake is refused for its key.
  expect((await upgrade('shop.example')).status).toBe(400);
});

test.each([
  'api.example.org',
  'API.example.org.',
  'api.example.org:443',
  'localhost',
  'localhost:4000',
  '127.0.0.1:1',
  '[::1]:4000',
  'app:4000',
  'shop.example',
])('%s is ours', async (host) => {
  expect((await asked('/nothing', `host: ${host}\r\n`)).status).toBe(404);
});

test.each([
  'evil.example',
  'api.example.org.evil.example',
  'localhost.evil.example',
  '127.0.0.1.nip.io',
  'user@localhost',
  'localhost/a',
  'localhost:',
  'localhost:port',
  '10.0.0.1',
  '',
  '.',
  ':4000',
  'xn--lcalhost-54a',
])('"%s" is not ours', async (host) => {
  expect((await asked('/nothing', `host: ${host}\r\n`)).status).toBe(421);
});

test('a request without a name, and one whose address names another host than its header, are refused', async () => {
  expect((await asked('/nothing', '')).status).toBe(421);
  expect((await asked('http://evil.example/nothing', 'host: localhost\r\n')).status).toBe(421);
  expect((await asked('http://localhost/nothing', 'host: evil.example\r\n')).status).toBe(421);
});

test('whoever probes a container by its address, from its own network, is answered', async () => {
  for (const path of ['/health', '/ready', '/metrics']) {
    expect((await asked(path, 'host: 10.4.2.1:4000\r\n')).status).toBe(200);
    expect((await asked(path, 'host: [fd00::4]:4000\r\n')).status).toBe(200);
    expect((await asked(path, '')).status).toBe(200);
  }
  expect((await asked('/graphql', 'host: 10.4.2.1:4000\r\n')).status).toBe(421);
});

describe('the check by itself', () => {
  const config = { publicUrl: 'https://api.example.org', HOST: '0.0.0.0', TRUSTED_HOSTS: [] };
  test('a public address may not probe by an address', () => {
    const request = { url: '/ready', headers: { host: '10.0.0.1' } };
    expect(createHostCheck(config).refusalOf(request, '203.0.113.9')?.code).toBe('HOST_REFUSED');
    expect(createHostCheck(config).refusalOf(request, '10.9.9.9')).toBeUndefined();
  });
  test('the address that is listened on is ours, every address is not', () => {
    const request = { url: '/', headers: { host: '192.168.1.20:4000' } };
    expect(createHostCheck({ ...config, HOST: '192.168.1.20' }).refusalOf(request, null)).toBeUndefined();
    expect(createHostCheck(config).refusalOf(request, null)?.code).toBe('HOST_REFUSED');
    expect(
      createHostCheck({ ...config, HOST: 'fd00::7' }).refusalOf(
        { url: '/', headers: { host: '[fd00::7]:4000' } },
        null,
      ),
    ).toBeUndefined();
  });
});
