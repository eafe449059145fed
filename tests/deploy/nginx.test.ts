import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { errorCatalogue, type ErrorCode } from '../../src/services/kernel/errors.ts';

/** Blocks of the configuration: the server's own text, and that of each location in it. */
function blocks(): { server: string; locations: Map<string, string> } {
  const text = readFileSync('deploy/nginx.conf', 'utf8').replaceAll(/#.*$/gm, '');
  const server = text.slice(text.indexOf('listen 443'));
  const locations = [...server.matchAll(/location\s+([^{]+?)\s*\{([^}]*)\}/g)].map(
    ([, name = '', body = '']) => [name, body] as const,
  );
  return { server: server.replaceAll(/location\s+[^{]+\{[^}]*\}/g, ''), locations: new Map(locations) };
}

const headersOf = (text: string): string[] =>
  [...text.matchAll(/proxy_set_header\s+(\S+)/g)].map(([, name = '']) => name);

test('everybody shares one rate limit, because /graphql loses the headers of the server block as soon as it sets one of its own', () => {
  const { server, locations } = blocks();
  expect(headersOf(server)).toEqual(
    expect.arrayContaining(['Host', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Request-Id']),
  );
  for (const [name, body] of locations) {
    const own = headersOf(body);
    // nginx hands down none of them to a block that has any: ngx_http_proxy_module, proxy_set_header.
    if (own.length > 0) expect({ name, own }).toEqual({ name, own: expect.arrayContaining(headersOf(server)) });
  }
  expect([...locations.keys()]).toContain('= /graphql');
});

const text = readFileSync('deploy/nginx.conf', 'utf8').replaceAll(/#.*$/gm, '');

test('a redirect leads to whatever host a stranger names', () => {
  expect(text).toMatch(/return 308 https:\/\/\$server_name\$request_uri;/);
  // The server itself receives the name as it came, and checks it; nothing is sent back to it.
  expect(text.match(/return[^;]*\$(?:http_)?host/g)).toBeNull();
  const names = [...text.matchAll(/server_name\s+([^;]+);/g)].map(([, name]) => name);
  expect(new Set(names)).toEqual(new Set(['""', 'atelier.example']));
  expect(text).toMatch(/default_server;[^}]*return 444;/);
});

test('one address takes every connection of the proxy, and slow ones stay', () => {
  for (const directive of [
    'limit_conn_zone $binary_remote_addr',
    'limit_req_zone $binary_remote_addr',
    'limit_conn held ',
    'limit_req zone=asked ',
    'client_header_timeout 10s',
    'client_body_timeout 30s',
    'send_timeout ',
    'reset_timedout_connection on',
  ]) {
    expect(text).toContain(directive);
  }
});

test('what the proxy refuses by itself is a page of HTML', () => {
  const refusals = [...text.matchAll(/return (\d+) '(\{[^']*\})';/g)].map(
    ([, status, body = '']) =>
      [Number(status), JSON.parse(body) as { errors: [{ message: string; extensions: { code: ErrorCode } }] }] as const,
  );
  expect(refusals.map(([status]) => status).sort()).toEqual([400, 404, 408, 413, 429, 503]);
  for (const [
    ,
    {
      errors: [{ message, extensions }],
    },
  ] of refusals)
    expect(message).toBe(errorCatalogue[extensions.code].en);
  const handled = [...text.matchAll(/error_page ([\d ]+) = (@\w+);/g)].flatMap(([, statuses = '']) =>
    statuses.split(' '),
  );
  expect(handled).toEqual(
    expect.arrayContaining(['400', '408', '413', '414', '429', '431', '494', '502', '503', '504']),
  );
});
