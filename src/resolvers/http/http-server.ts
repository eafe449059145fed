import type { IncomingMessage } from 'node:http';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { fastify, type FastifyInstance } from 'fastify';
import { DomainError } from '../../services/kernel/errors.ts';
import { newId } from '../../services/kernel/ids.ts';
import type { Config } from '../../services/platform/config.ts';
import type { Logger } from '../../services/platform/logger.ts';
import type { Metrics } from '../../services/platform/metrics.ts';
import { formatError } from '../graphql/format-errors.ts';
import { callerOf } from './caller.ts';
import { statusOf } from './status.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The person who asks, once the token has been read. */
    userId: string | null;
    /** The first root field of the GraphQL operation. */
    operation: string | undefined;
  }
}

export interface HttpServerParts {
  readonly config: Pick<Config, 'isProduction' | 'TRUSTED_PROXIES' | 'CORS_ORIGINS'>;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Another time for bodies, for tests. */
  readonly bodyTimeout?: number;
}

const seconds = (count: number): number => count * 1_000;

/** How long things may take and how large they may be, before any route has a say. */
const serverLimits = {
  /** For the whole body; uploads, which have a floor of speed of their own, may take fifteen minutes. */
  bodyTimeout: seconds(30),
  requestTimeout: seconds(15 * 60),
  headersTimeout: seconds(10),
  keepAliveTimeout: seconds(65),
  maxHeaderSize: 16 * 1024,
  maxRequestsPerSocket: 1_000,
  /** 2,000 for requests, and as many again for the sockets that were upgraded: they stay counted. */
  maxConnections: 4_000,
} as const;

/** An HTTP server without routes: limits, security headers, CORS, request ids, one log line per request, errors. */
export async function createHttpServer(parts: HttpServerParts): Promise<FastifyInstance> {
  const { config } = parts;
  const { requestTimeout, keepAliveTimeout, maxRequestsPerSocket, headersTimeout, maxHeaderSize, maxConnections } = serverLimits;
  const app = fastify({
    requestTimeout, keepAliveTimeout, maxRequestsPerSocket, bodyLimit: 256 * 1024,
    http: { headersTimeout, maxHeaderSize, keepAliveTimeout, requestTimeout },
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? [...config.TRUSTED_PROXIES] : false,
    genReqId: requestIds(config.TRUSTED_PROXIES),
    logger: false,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  app.server.maxConnections = maxConnections;
  app.decorateRequest('userId', null);
  app.decorateRequest('operation', undefined);
  await addSecurityHeaders(app, config);
  await app.register(cors, {
    origin: config.CORS_ORIGINS.length > 0 ? [...config.CORS_ORIGINS] : false,
    methods: ['GET', 'POST', 'OPTIONS'], maxAge: 600, strictPreflight: false, exposedHeaders: ['x-request-id'],
    allowedHeaders: ['content-type', 'authorization', 'accept-language', 'apollo-require-preflight'],
  });
  limitBodies(app, parts.bodyTimeout ?? serverLimits.bodyTimeout);
  watchRequests(app, parts);
  answerErrors(app, parts);
  closeIdleWhileClosing(app);
  return app;
}

/** Node knows one time for all requests: bodies that are no uploads are held to a shorter one here. */
function limitBodies(app: FastifyInstance, milliseconds: number): void {
  app.addHook('onRequest', ({ raw, headers }, _reply, next) => {
    next();
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (!hasBody || headers['content-type']?.startsWith('multipart/form-data')) return;
    // Nobody waits for it: a request that never came by the network (the sandbox's own) is never closed.
    const timer = setTimeout(() => raw.destroy(), milliseconds).unref();
    raw.once('close', () => clearTimeout(timer));
  });
}

/**
 * A connection that was busy when the server began to close is kept alive once idle, unless someone closes it. Its last
 * answer says so: a client that used it once more would lose its request.
 */
function closeIdleWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('onSend', (...[, reply, , next]) => {
    if (isClosing) void reply.header('connection', 'close');
    next();
  });
  app.addHook('preClose', (done) => {
    isClosing = true;
    // What has arrived and was not read yet looks idle: it is read, and answered 503, before idle connections are cut.
    setTimeout(() => setImmediate(() => {
      const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
      app.server.once('close', () => clearInterval(sweep));
      done();
    }), 50);
  });
}

const requestIdForm = /^[\w.-]{8,64}$/;

/** A proxy that is trusted may number requests; nobody else. */
const requestIds = (proxies: readonly string[]) => ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string => {
  const given = headers['x-request-id'];
  const isKnown = proxies.length > 0 && proxies.includes(socket.remoteAddress ?? '');
  return isKnown && typeof given === 'string' && requestIdForm.test(given) ? given : newId();
};

/** Helmet's headers are the same for every answer: it is asked once, because it would compose them anew each time. A route may say otherwise. */
async function addSecurityHeaders(app: FastifyInstance, { isProduction }: HttpServerParts['config']): Promise<void> {
  const known = await askHelmet(isProduction);
  app.addHook('onRequest', (_request, reply, next) => {
    void reply.headers(known);
    next();
  });
}

/** On a server of its own: helmet would otherwise look at each request of ours only to leave it alone. */
async function askHelmet(isProduction: boolean): Promise<Record<string, string>> {
  const asked = fastify();
  await asked.register(helmet, { ...helmetOptions(isProduction), global: false });
  asked.get('/', (_request, reply) => {
    void reply.helmet();
    return reply.send(reply.raw.getHeaders());
  });
  const answer = await asked.inject('/');
  await asked.close();
  return answer.json<Record<string, string>>();
}

const helmetOptions = (isProduction: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
  },
  strictTransportSecurity: isProduction ? { maxAge: 2 * 365 * 24 * 3600, includeSubDomains: true } : false,
  referrerPolicy: { policy: 'no-referrer' as const },
  crossOriginOpenerPolicy: { policy: 'same-origin' as const },
  crossOriginResourcePolicy: { policy: 'same-origin' as const },
});

function watchRequests(app: FastifyInstance, { log, metrics }: HttpServerParts): void {
  app.addHook('onRequest', (request, reply, next) => {
    void reply.header('x-request-id', request.id);
    next();
  });
  app.addHook('onResponse', (request, reply, next) => {
    // The pattern of the route, never the address: what people type must not become labels.
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.inc({ route, status: reply.statusCode });
    metrics.requestSeconds.observe({ route }, reply.elapsedTime / 1_000);
    const { id: requestId, method, userId, operation } = request;
    log.info({ requestId, method, route, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime * 10) / 10, userId, operation }, 'request');
    next();
  });
}

/** Every route that is not GraphQL answers errors in the same outer form: `{ errors: [one] }`. */
function answerErrors(app: FastifyInstance, { log }: HttpServerParts): void {
  app.setErrorHandler((error, request, reply) => {
    const told = formatError(asDomain(error), { locale: callerOf(request).locale, requestId: request.id, log });
    return reply.code(statusFor(error)).header('cache-control', 'no-store').send({ errors: [told] });
  });
  app.setNotFoundHandler(() => {
    throw new DomainError('NOT_FOUND');
  });
}

const frameworkStatus = (error: unknown): number | undefined => (error as { statusCode?: number }).statusCode;

const statusFor = (error: unknown): number => (error instanceof DomainError ? statusOf(error.code) : (frameworkStatus(error) ?? 500));

/** What the framework refused (sizes, media types, broken JSON) is the caller's input, not a fault of ours. */
function asDomain(error: unknown): unknown {
  const status = frameworkStatus(error);
  if (error instanceof DomainError || status === undefined || status >= 500) return error;
  return new DomainError('INPUT_INVALID', { fields: [{ path: 'body', rules: [status === 413 ? 'size' : 'format'] }] });
}
