import { randomUUIDv7 } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Config } from '../../services/platform/config.ts';
import { plainLines, type Logger } from '../../services/platform/logger.ts';
import type { Metrics } from '../../services/platform/metrics.ts';
import { limitBodies, screenBodies } from './bodies.ts';
import { limitConnections, limitRequestsUnderWay } from './connection-limits.ts';
import { screenSenders } from './entrance.ts';
import type { HostConfig } from './hosts.ts';
import { answerErrors, sendRefusal } from './http-refusal.ts';
import { corsOrigins, type OriginConfig } from './origins.ts';
import { rememberedParameters } from './parameters.ts';
import { answerParserErrors } from './parser-errors.ts';
import { refuseWhileStopping } from './stopping.ts';
import { createProxyCheck } from './trusted-proxies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The actor, once the token has been read. */
    userId: string | null;
    /** The first root field of the GraphQL operation. */
    operation: string | undefined;
  }
}

export interface HttpServerParts {
  readonly config: OriginConfig & HostConfig & Pick<Config, 'TRUSTED_PROXIES' | 'CONNECTIONS_PER_ADDRESS'>;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Another time for bodies, for tests. */
  readonly bodyTimeout?: number;
}

const seconds = (count: number): number => count * 1_000;

/** Limits of time and size, applied before any route. */
const serverLimits = {
  /** For a complete body; uploads, which have a minimum speed, may take fifteen minutes. */
  bodyTimeout: seconds(30),
  /** For the rest of a body when the response is already sent. */
  restTimeout: seconds(2),
  requestTimeout: seconds(15 * 60),
  /** Complete headers, and the first byte of a connection. */
  headersTimeout: seconds(10),
  /** How often Node checks these two: its default of half a minute would triple the ten seconds. */
  connectionsCheckingInterval: seconds(1),
  keepAliveTimeout: seconds(65),
  /** A connection without traffic in either direction: its reader has disconnected. */
  connectionTimeout: seconds(120),
  maxHeaderSize: 16 * 1024,
  maxRequestsPerSocket: 1_000,
  /** 2,000 for requests, and as many again for the sockets that were upgraded: they stay counted. */
  maxConnections: 4_000,
} as const;

/** An HTTP server without routes: limits, security headers, CORS, request ids, one log line per request, errors. */
export async function createHttpServer(parts: HttpServerParts): Promise<FastifyInstance> {
  const { config, log } = parts;
  const securityHeaders = await askHelmet(config.isProduction);
  const noting = { metrics: parts.metrics, write: plainLines<RequestLine>(log, 'request') };
  const app = fastify({
    ...nodeSettings(),
    bodyLimit: 256 * 1024,
    trustProxy: config.TRUSTED_PROXIES.length > 0 ? [...config.TRUSTED_PROXIES] : false,
    genReqId: requestIds(config.TRUSTED_PROXIES),
    logger: false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // No hook is run for these: an address that cannot be read leads to no route.
    frameworkErrors: (error, request, reply) => {
      reply.raw.once('finish', () => noteRequest(noting, request, reply));
      void sendRefusal(log, error, {
        request,
        reply: reply.headers({ ...securityHeaders, 'x-request-id': request.id }),
      });
    },
    clientErrorHandler: (error, socket) => answerParserError(error, socket),
  });
  const answerParserError = answerParserErrors(app.server, log);
  app.server.maxConnections = serverLimits.maxConnections;
  const isProxy = createProxyCheck(config.TRUSTED_PROXIES);
  limitConnections(app.server, { perAddress: config.CONNECTIONS_PER_ADDRESS, isProxy, log });
  app.removeAllContentTypeParsers();
  app.decorateRequest('userId', null);
  app.decorateRequest('operation', undefined);
  // Before any route, those of plugins included: a route keeps the error handler that exists when it is added.
  answerErrors(app, log);
  await addHooks(app, { ...parts, noting }, securityHeaders);
  return app;
}

function nodeSettings() {
  const {
    requestTimeout,
    keepAliveTimeout,
    connectionTimeout,
    maxRequestsPerSocket,
    headersTimeout,
    maxHeaderSize,
    connectionsCheckingInterval,
  } = serverLimits;
  return {
    requestTimeout,
    keepAliveTimeout,
    connectionTimeout,
    maxRequestsPerSocket,
    routerOptions: { querystringParser: rememberedParameters() },
    // A request without `Host` is refused by us, in our own form.
    http: {
      shouldUpgradeCallback: isSocket,
      headersTimeout,
      maxHeaderSize,
      keepAliveTimeout,
      requestTimeout,
      connectionsCheckingInterval,
      requireHostHeader: false,
    },
  };
}

/** Clients may offer other protocols (HTTP/2 without TLS): such a request is handled like any other. */
const isSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket';

/** In the order of processing: response headers, caller, overload, body. */
async function addHooks(
  app: FastifyInstance,
  parts: HttpServerParts & { readonly noting: Noting },
  securityHeaders: Record<string, string>,
): Promise<void> {
  const { config, noting } = parts;
  watchRequests(app, noting, securityHeaders);
  screenSenders(app, config);
  await app.register(cors, {
    origin: corsOrigins(config) ?? false,
    methods: ['GET', 'POST', 'OPTIONS'],
    maxAge: 600,
    strictPreflight: false,
    exposedHeaders: ['x-request-id', 'retry-after'],
    allowedHeaders: ['content-type', 'authorization', 'accept-language', 'apollo-require-preflight'],
  });
  refuseWhileStopping(app);
  limitRequestsUnderWay(app, { perAddress: config.CONNECTIONS_PER_ADDRESS });
  screenBodies(app);
  limitBodies(app, { whole: parts.bodyTimeout ?? serverLimits.bodyTimeout, rest: serverLimits.restTimeout });
}

const requestIdForm = /^[\w.-]{8,64}$/;

/** A trusted proxy may set the request id; nobody else may. */
const requestIds = (proxies: readonly string[]) => {
  const isProxy = createProxyCheck(proxies);
  return ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && requestIdForm.test(given) && isProxy(socket.remoteAddress)
      ? given
      : randomUUIDv7();
  };
};

/** Helmet's headers are the same for every response: they are computed once. A route may override them. */
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

interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly userId: string | null;
  readonly operation: string | undefined;
}

/** Where requests are counted, and one line is written for each. */
interface Noting extends Pick<HttpServerParts, 'metrics'> {
  readonly write: (line: RequestLine) => void;
}

/** Health checks every few seconds would fill the log. */
const polledRoutes: ReadonlySet<string> = new Set(['/health', '/ready']);

function watchRequests(app: FastifyInstance, parts: Noting, securityHeaders: Record<string, string>): void {
  app.addHook('onRequest', (request, reply, next) => {
    void reply.header('x-request-id', request.id).headers(securityHeaders);
    next();
  });
  app.addHook('onResponse', (request, reply, next) => {
    noteRequest(parts, request, reply);
    next();
  });
}

function noteRequest({ write, metrics }: Noting, request: FastifyRequest, reply: FastifyReply): void {
  // The pattern of the route, never the address: what people type must not become labels.
  const route = request.routeOptions.url ?? 'none';
  metrics.requests.inc({ route, status: reply.statusCode });
  metrics.requestSeconds.observe({ route }, reply.elapsedTime / 1_000);
  if (polledRoutes.has(route)) return;
  const { id: requestId, method, userId, operation } = request;
  write({
    requestId,
    method,
    route,
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    userId,
    operation,
  });
}
