import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { bodyKind } from './accept.ts';
import { HttpRefusal, refusedPart } from './http-refusal.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of the bodies that a route reads; default none. `own`: the route checks the type itself. */
    takes?: readonly string[] | 'own';
    /** A form with files has a minimum speed there, instead of a time limit for the whole. */
    takesUploads?: boolean;
  }
}

export interface BodyTimes {
  /** For a complete body that is no upload, in milliseconds. */
  readonly whole: number;
  /** For the rest of a body when the response is already sent. */
  readonly rest: number;
}

export const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || !['0', undefined].includes(headers['content-length']);

const mediaTypeOf = ({ headers }: FastifyRequest): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** A body that no route reads is refused before it is read, on every route and for unknown paths. */
export function screenBodies(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, next) => {
    const refusal = hasBody(request) ? refusalOf(request) : undefined;
    // What is not read cannot be skipped either: the connection is of no use any more.
    if (refusal !== undefined) void reply.header('connection', 'close');
    next(refusal);
  });
}

function refusalOf(request: FastifyRequest): DomainError | undefined {
  if (request.is404) return new DomainError('NOT_FOUND');
  const { takes = [] } = request.routeOptions.config;
  if (takes === 'own' || takes.includes(mediaTypeOf(request))) return undefined;
  return refusedPart(415, 'content-type', ...(takes.length === 0 ? ['none'] : ['type']));
}

/**
 * Node has one time limit for all requests, which must suit the slowest upload. Here every other body has a shorter
 * one, whatever its declared type and reader; and a client may not go on sending for long after the response.
 */
export function limitBodies(app: FastifyInstance, times: BodyTimes): void {
  app.addHook('onRequest', (request, reply, next) => {
    next();
    if (!hasBody(request)) return;
    const { raw } = request;
    const isUpload = request.routeOptions.config.takesUploads === true && isUploadBody(request);
    // An injected request (by the sandbox) has no connection to close.
    const timer = isUpload ? undefined : setTimeout(() => cut(request, reply), times.whole).unref();
    reply.raw.once('close', () => {
      clearTimeout(timer);
      if (raw.complete || raw.destroyed) return;
      const rest = setTimeout(() => raw.destroy(), times.rest).unref();
      raw.once('close', () => clearTimeout(rest));
    });
  });
}

/** A form with files, or the bytes of one (tus). */
const isUploadBody = (request: FastifyRequest): boolean =>
  bodyKind(request.headers['content-type']) === 'multipart' ||
  mediaTypeOf(request) === 'application/offset+octet-stream';

/** Answers that the body took too long, if the client still listens; the end of the response closes the connection. */
function cut({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  if (reply.sent) return void raw.destroy();
  void reply.header('connection', 'close').send(new HttpRefusal(408, 'REQUEST_TIMED_OUT'));
}
