import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CacheRule } from '../../schema/directives/cache-control.directive.ts';

/**
 * What an answer to GET depends on besides its address: its media type, the language of the request, whether somebody
 * is signed in, and the page that may read it.
 */
const varied = 'Accept, Accept-Language, Authorization, Origin';

interface CacheableAnswer {
  readonly body: string;
  /** `application/json`; text is in UTF-8. */
  readonly type: string;
  readonly rule: CacheRule;
}

/** An answer as it is sent, made once. */
export interface ReadyAnswer {
  readonly body: Buffer;
  readonly etag: string;
  readonly control: string;
  readonly type: string;
}

export const readyAnswer = ({ body, type, rule }: CacheableAnswer): ReadyAnswer => ({
  body: Buffer.from(body),
  etag: `"${createHash('sha256').update(`${type}\n${body}`).digest('base64url')}"`,
  control: controlOf(rule),
  type: `${type}; charset=utf-8`,
});

function controlOf({ maxAgeSeconds, staleSeconds }: CacheRule): string {
  const control = `public, max-age=${maxAgeSeconds}`;
  return staleSeconds === undefined ? control : `${control}, stale-while-revalidate=${staleSeconds}`;
}

/**
 * Sends what everyone is answered, for caches to keep; or 304 when the client has it already.
 * Source: RFC 9110, sections 8.8.3 and 13.1.2; RFC 9111, section 5.2.2; RFC 5861, section 3.
 */
export function sendReady(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { body, etag, control, type }: ReadyAnswer,
): FastifyReply {
  void reply.header('etag', etag).header('cache-control', control).header('vary', varied);
  return isAmong(etag, headers['if-none-match'])
    ? reply.code(304).send()
    : reply.code(200).header('content-type', type).send(body);
}

export const sendCacheable = (request: FastifyRequest, reply: FastifyReply, answer: CacheableAnswer): FastifyReply =>
  sendReady(request, reply, readyAnswer(answer));

/** The comparison is weak: a proxy that compresses makes a strong tag weak. */
const isAmong = (etag: string, header: string | undefined): boolean =>
  header !== undefined &&
  (header === etag ||
    header.trim() === '*' ||
    header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));
