import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../services/kernel/clock.ts';
import type { Config } from '../services/platform/config.ts';
import type { LiveSource } from '../services/platform/live/source.ts';
import { createAnswerer } from './graphql/answer-operation.ts';
import { createApollo } from './graphql/apollo.ts';
import { cacheableOperations } from './graphql/cacheable-operations.ts';
import { createExecute } from './graphql/plan/execute-planned.ts';
import { ParsedDocumentStore } from './graphql/parsed-document-store.ts';
import { DocumentValidator } from './graphql/limits/document-validator.ts';
import { enforceNodeBudget } from './graphql/limits/node-budget.ts';
import type { GraphQLParts } from './graphql/parts.ts';
import { publicOperations } from './graphql/public-fields.ts';
import type { SocketLimits } from './graphql/socket/socket-limits.ts';
import { backOfficeQueries } from './graphql/access-events.ts';
import { serveSockets, type SocketServer } from './graphql/socket/socket-server.ts';
import { graphqlRoute, type ReadMultipart } from './http/graphql-route.ts';
import { healthRoutes } from './http/health.ts';
import type { Health } from '../services/platform/health.ts';
import { KeptAnswers, type ReadRevision } from './http/kept-answers.ts';
import { createHttpServer } from './http/http-server.ts';
import { watchLoad, type LoadGuard } from './http/load-guard.ts';
import { playgroundRoutes } from './http/playground/playground.ts';

export interface EntryPointParts extends GraphQLParts {
  readonly config: GraphQLParts['config'] &
    Pick<
      Config,
      'HOST' | 'PORT' | 'TRUSTED_PROXIES' | 'publicUrl' | 'TRUSTED_HOSTS' | 'CONNECTIONS_PER_ADDRESS' | 'STOP_SECONDS'
    >;
  readonly clock: Clock;
  readonly live: LiveSource;
  readonly health: Health;
  readonly readMultipart?: ReadMultipart;
  /** How often the content was changed; without it no answer is kept. */
  readonly contentRevision?: ReadRevision;
  /** Other routes: webhooks, downloads, the sandbox. */
  readonly addRoutes?: (app: FastifyInstance) => void | Promise<void>;
  /** Replace the load guard and some limits in tests. */
  readonly load?: LoadGuard;
  readonly socketLimits?: Partial<SocketLimits>;
}

export interface ApiServer {
  readonly app: FastifyInstance;
  readonly sockets: SocketServer;
  /** Listens as configured; returns the address. */
  listen(): Promise<string>;
  /** Completes the requests under way, closes sockets (1001), then everything else. May be called twice. */
  stop(): Promise<void>;
}

/** All entry points: GraphQL over HTTP and WebSocket, the playground, health, and what `addRoutes` adds. */
export async function createServer(parts: EntryPointParts): Promise<ApiServer> {
  const { schema, log, metrics, config } = parts;
  enforceNodeBudget(schema);
  const validator = new DocumentValidator(schema);
  const documents = new ParsedDocumentStore();
  const execute = createExecute(schema);
  const apollo = createApollo({ execute, log }, documents);
  await apollo.start();
  metrics.watchProcess();
  const load = parts.load ?? watchLoad();
  const state = { isReady: false };
  const app = await createHttpServer({ config, log, metrics });
  const sockets = serveSockets({
    server: app.server,
    graphql: { ...parts, execute },
    validator,
    source: parts.live,
    clock: parts.clock,
    config,
    isOverloaded: load.isOverloaded,
    ...(parts.socketLimits ? { limits: parts.socketLimits } : {}),
  });
  const answer = createAnswerer(parts, validator, {
    apollo,
    documents,
    backOffice: backOfficeQueries(schema),
    isPublic: publicOperations(schema),
    cacheRuleOf: cacheableOperations(schema),
  });
  graphqlRoute(app, {
    parts,
    answer,
    isOverloaded: load.isOverloaded,
    ...(parts.contentRevision ? { kept: new KeptAnswers(parts.contentRevision) } : {}),
    ...(parts.readMultipart ? { readMultipart: parts.readMultipart } : {}),
  });
  healthRoutes(app, { health: parts.health, isReady: () => state.isReady, metrics });
  playgroundRoutes(app, parts);
  await parts.addRoutes?.(app);
  return lifecycle({ app, sockets, apollo, load, config, state });
}

interface Running {
  readonly app: FastifyInstance;
  readonly sockets: SocketServer;
  readonly apollo: { stop(): Promise<void> };
  readonly load: LoadGuard;
  readonly config: EntryPointParts['config'];
  /** Read by `/ready`. */
  readonly state: { isReady: boolean };
}

function lifecycle({ app, sockets, apollo, load, config, state }: Running): ApiServer {
  const close = async (): Promise<void> => {
    state.isReady = false;
    // Requests still under way after this time are cut.
    const cut = setTimeout(() => app.server.closeAllConnections(), config.STOP_SECONDS * 1_000);
    await Promise.all([sockets.stop(), app.close()]);
    clearTimeout(cut);
    load.stop();
    await apollo.stop();
  };
  let closing: Promise<void> | undefined;
  return {
    app,
    sockets,
    listen: async () => {
      await app.listen({ host: config.HOST, port: config.PORT });
      state.isReady = true;
      const { port } = app.server.address() as AddressInfo;
      return `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`;
    },
    stop: () => (closing ??= close()),
  };
}
