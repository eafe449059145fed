import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

/** Blocks of the configuration: the server's own text, and that of each location in it. */
function blocks(): { server: string; locations: Map<string, string> } {
  const text = readFileSync('deploy/nginx.conf', 'utf8').replaceAll(/#.*$/gm, '');
  const server = text.slice(text.indexOf('listen 443'));
  const locations = [...server.matchAll(/location\s+([^{]+?)\s*\{([^}]*)\}/g)].map(([, name = '', body = '']) => [name, body] as const);
  return { server: server.replaceAll(/location\s+[^{]+\{[^}]*\}/g, ''), locations: new Map(locations) };
}

const headersOf = (text: string): string[] => [...text.matchAll(/proxy_set_header\s+(\S+)/g)].map(([, name = '']) => name);

test('everybody shares one rate limit, because /graphql loses the headers of the server block as soon as it sets one of its own', () => {
  const { server, locations } = blocks();
  expect(headersOf(server)).toEqual(expect.arrayContaining(['Host', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Request-Id']));
  for (const [name, body] of locations) {
    const own = headersOf(body);
    // nginx hands down none of them to a block that has any: ngx_http_proxy_module, proxy_set_header.
    if (own.length > 0) expect({ name, own }).toEqual({ name, own: expect.arrayContaining(headersOf(server)) });
  }
  expect([...locations.keys()]).toContain('= /graphql');
});
