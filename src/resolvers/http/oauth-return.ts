import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { receiveOauthReturn } from '../../services/identity/index.ts';
import type { Surround } from './downloads.ts';

interface ReturnRoute {
  Params: { provider: string };
}

const providers = { google: 'GOOGLE', microsoft: 'MICROSOFT' } as const;

const isProvider = (name: string): name is keyof typeof providers => Object.hasOwn(providers, name);

/**
 * `GET /auth/callback/:provider`: where an identity provider redirects the browser to. The browser is redirected to the
 * front-end, with a single-use code or an error code; never with a token.
 */
export function oauthReturnRoutes(app: FastifyInstance, surround: Surround): void {
  app.get<ReturnRoute>('/auth/callback/:provider', { exposeHeadRoute: false }, async (request, reply) => {
    const { provider } = request.params;
    if (!isProvider(provider)) throw new DomainError('NOT_FOUND');
    const ctx = await surround(request, true);
    // The query unchanged: repeated parameters must stay repeated.
    const [, query = ''] = /^[^?#]*(\?[^#]*)?/.exec(request.raw.url ?? '') ?? [];
    const target = await receiveOauthReturn(ctx, { provider: providers[provider], query });
    return reply.header('cache-control', 'no-store').redirect(target, 303);
  });
}
