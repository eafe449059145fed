import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { bodyKind } from './accept.ts';
import { HttpRefusal, refusedPart } from './http-refusal.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of the bodies that a route reads: none unless said. `own`: the route looks at the type itself. */
    takes?: readonly string[] | 'own';
    /** A form that carries files has a floor of speed there, instead of a time for the whole. */
    takesUploads?: boolean;
  }
}

export interface BodyTimes {
  /** For a whole body that is no upload, in milliseconds. */
  readonly whole: number;
  /** For the rest of a body that was answered before its end. */
  readonly rest: number;
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || !['0', undefined].includes(headers['content-length']);

const mediaTypeOf = ({ headers }: FastifyRequest): string =>
  (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** A body that nobody is going to read is refused before it is read, on every route and on none. */
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
 * Node knows one time for all requests, that of the slowest upload. Here every other body, whatever it says it is and
 * whoever reads it, has a shorter one; and nobody goes on sending for long what was already answered.
 */
export function limitBodies(app: FastifyInstance, times: BodyTimes): void {
  app.addHook('onRequest', (request, reply, next) => {
    next();
    if (!hasBody(request)) return;
    const { raw } = request;
    const isUpload =
      request.routeOptions.config.takesUploads === true && bodyKind(request.headers['content-type']) === 'multipart';
    // A request that never came by the network (the sandbox's own) has nobody who waits for it and is never closed.
    const timer = isUpload ? undefined : setTimeout(() => cut(request, reply), times.whole).unref();
    raw.once('close', () => clearTimeout(timer));
    reply.raw.once('close', () => clearTimeout(timer));
    reply.raw.once('finish', () => {
      if (raw.complete) return;
      const rest = setTimeout(() => raw.destroy(), times.rest).unref();
      raw.once('close', () => clearTimeout(rest));
    });
  });
}

/** Says that it took too long to whoever still listens; the answer's end closes the connection. */
function cut({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  if (reply.sent) return void raw.destroy();
  void reply.header('connection', 'close').send(new HttpRefusal(408, 'REQUEST_TIMED_OUT'));
}
