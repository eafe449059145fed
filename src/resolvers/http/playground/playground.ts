import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../../services/kernel/errors.ts';
import { mayIntrospect } from '../../graphql/answer-operation.ts';
import type { GraphQLParts } from '../../graphql/parts.ts';
import { bearerOf, callerOf } from '../caller.ts';
import { playgroundPage } from './page.ts';

/** Only this page runs scripts: ours, by a nonce. The editor sets styles on elements and works in blob workers. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    'worker-src blob:',
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const compress = promisify(gzip);

type PlaygroundParts = Pick<GraphQLParts, 'config' | 'authenticate'>;

/**
 * The page's own script, the editor, and the tabs made of `sdk/operations`: built by `scripts/build-playground.mjs`, and at
 * the same path from the sources and from dist.
 */
const built = (name: string): URL => new URL(`../../../../dist/playground/${name}`, import.meta.url);

/** `/playground`: open to everyone who may introspect; in production an admin signs in before the editor and its operations are sent. */
export function playgroundRoutes(app: FastifyInstance, parts: PlaygroundParts): void {
  const isClosed = parts.config.isProduction && !parts.config.GRAPHQL_PUBLIC;
  let editor: Promise<Buffer> | undefined;
  let script: Promise<Buffer> | undefined;
  let tabs: Promise<Buffer> | undefined;
  app.get('/playground', async (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policyOf(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(playgroundPage({ nonce, isClosed }));
  });
  app.get('/playground/page.js', async (_request, reply) => {
    script ??= readFile(built('page.js')).then(compress);
    return reply
      .header('content-encoding', 'gzip')
      .header('cache-control', 'no-cache')
      .type('text/javascript; charset=utf-8')
      .send(await script);
  });
  app.get('/playground/tabs.json', async (request, reply) => {
    await demandReader(parts, request);
    tabs ??= readFile(built('tabs.json'));
    return reply
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(await tabs);
  });
  app.get('/playground/graphiql.js', async (request, reply) => {
    await demandReader(parts, request);
    editor ??= readFile(built('graphiql.js')).then(compress);
    return reply
      .header('content-encoding', 'gzip')
      .header('cache-control', 'private, max-age=3600')
      .type('text/javascript; charset=utf-8')
      .send(await editor);
  });
}

async function demandReader(parts: PlaygroundParts, request: FastifyRequest): Promise<void> {
  const { actor } = await parts.authenticate(bearerOf(request.headers.authorization), callerOf(request));
  if (!mayIntrospect(parts, actor)) throw new DomainError('NOT_FOUND');
}
