import type { FastifyInstance } from 'fastify';
import { receiveCalendarReturn } from '../../services/calendars/index.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import type { Surround } from './downloads.ts';

interface ReturnRoute {
  Params: { provider: string };
}

const providers = new Map([
  ['google', 'GOOGLE'],
  ['microsoft', 'MICROSOFT'],
] as const);

/**
 * `GET /calendars/callback/:provider`: where a provider of calendars redirects the browser to. It goes on to the front-end, with a code
 * that `finishCalendarConnection` takes or with an error code; never with a token.
 */
export function calendarReturnRoutes(app: FastifyInstance, surround: Surround): void {
  app.get<ReturnRoute>('/calendars/callback/:provider', { exposeHeadRoute: false }, async (request, reply) => {
    const provider = providers.get(request.params.provider as 'google');
    if (provider === undefined) throw new DomainError('NOT_FOUND');
    const ctx = await surround(request, true);
    // The query unchanged: repeated parameters must stay repeated.
    const [, query = ''] = /^[^?#]*(\?[^#]*)?/.exec(request.raw.url ?? '') ?? [];
    const target = await receiveCalendarReturn(ctx, { provider, query });
    return reply.header('cache-control', 'no-store').redirect(target, 303);
  });
}
