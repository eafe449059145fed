import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bookingEntry, readFeed } from '../../services/scheduling/index.ts';
import type { Surround } from './downloads.ts';

interface FeedRoute {
  Params: { token: string };
}

interface EntryRoute {
  Params: { code: string };
  /** A repeated parameter is an array. */
  Querystring: { t?: string | string[] };
}

/**
 * `GET /feeds/:token.ics`: the bookings of an artisan, for calendar programs, who sign in nowhere. `GET /rdv/:code.ics?t=`: one booking, for
 * whoever has its link. The secret in the address authenticates.
 */
export function bookingFeedRoutes(app: FastifyInstance, surround: Surround): void {
  app.get<FeedRoute>('/feeds/:token.ics', async (request, reply) => {
    const text = await readFeed(await surround(request, true), request.params.token);
    return sendCalendar(request, reply, text);
  });
  app.get<EntryRoute>('/rdv/:code.ics', async (request, reply) => {
    const access = { code: request.params.code, token: String(request.query.t ?? '') || '-' };
    return sendCalendar(request, reply, await bookingEntry(await surround(request, true), access));
  });
}

/** 304 when the program has it already. */
function sendCalendar({ headers }: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  void reply.headers({ etag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' });
  if (headers['if-none-match']?.split(/,\s*/).some((tag) => tag.replace(/^W\//, '') === etag))
    return reply.code(304).send();
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'inline; filename="calendar.ics"')
    .send(text);
}
