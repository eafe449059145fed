import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MediaType } from './accept.ts';

/**
 * What an answer to GET depends on besides its address: its media type, the language of the request, whether somebody
 * is signed in, and the page that may read it.
 */
const varied = 'Accept, Accept-Language, Authorization, Origin';

interface CacheableAnswer {
  readonly body: string;
  readonly type: MediaType;
  readonly maxAgeSeconds: number;
}

/**
 * Sends what everyone is answered, for caches to keep; or 304 when the client has it already.
 * Source: RFC 9110, sections 8.8.3 and 13.1.2; RFC 9111, section 5.2.2.
 */
export function sendCacheable(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { body, type, maxAgeSeconds }: CacheableAnswer,
): FastifyReply {
  const etag = `"${createHash('sha256').update(`${type}\n${body}`).digest('base64url')}"`;
  void reply.headers({ etag, 'cache-control': `public, max-age=${maxAgeSeconds}`, vary: varied });
  return isAmong(etag, headers['if-none-match'])
    ? reply.code(304).send()
    : reply.code(200).type(`${type}; charset=utf-8`).send(body);
}

/** The comparison is weak: a proxy that compresses makes a strong tag weak. */
const isAmong = (etag: string, header: string | undefined): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));
