import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../services/kernel/clock.ts';
import type { Config } from '../services/platform/config.ts';
import type { LiveSource } from '../services/platform/live/source.ts';
import { createAnswerer } from './graphql/answer-operation.ts';
import { createApollo } from './graphql/apollo.ts';
import { HandedDocuments } from './graphql/handed-documents.ts';
import { DocumentGate } from './graphql/limits/document-gate.ts';
import { enforceNodeBudget } from './graphql/limits/node-budget.ts';
import type { GraphQLNeeds } from './graphql/needs.ts';
import { publicOperations } from './graphql/public-fields.ts';
import type { SocketLimits } from './graphql/socket/socket-limits.ts';
import { backOfficeQuestions } from './graphql/sightings.ts';
import { serveSockets, type SocketServer } from './graphql/socket/socket-server.ts';
import { graphqlRoute, type ReadMultipart } from './http/graphql-route.ts';
import { healthRoutes, type HealthCheck } from './http/health.ts';
import { createHttpServer } from './http/http-server.ts';
import { watchLoad, type LoadGuard } from './http/load-guard.ts';
import { playgroundRoutes } from './http/playground/playground.ts';

export interface DoorsNeeds extends GraphQLNeeds {
  readonly config: GraphQLNeeds['config'] &
    Pick<
      Config,
      'HOST' | 'PORT' | 'TRUSTED_PROXIES' | 'publicUrl' | 'TRUSTED_HOSTS' | 'CONNECTIONS_PER_ADDRESS' | 'STOP_SECONDS'
    >;
  readonly clock: Clock;
  readonly live: LiveSource;
  readonly checks: Readonly<Record<string, HealthCheck>>;
  readonly readMultipart?: ReadMultipart;
  /** Other routes: webhooks, downloads, the sandbox. */
  readonly addRoutes?: (app: FastifyInstance) => void | Promise<void>;
  /** Another judge of overload, and other figures, for tests. */
  readonly load?: LoadGuard;
  readonly socketLimits?: Partial<SocketLimits>;
}

export interface Doors {
  readonly app: FastifyInstance;
  readonly sockets: SocketServer;
  /** Listens as configured; answers the address. */
  listen(): Promise<string>;
  /** Answers what is under way, closes sockets (1001), then everything. May be called twice. */
  stop(): Promise<void>;
}

/** All the ways in: GraphQL over HTTP and WebSocket, the playground, health, and what `addRoutes` adds. */
export async function openDoors(needs: DoorsNeeds): Promise<Doors> {
  const { schema, log, metrics, config } = needs;
  enforceNodeBudget(schema);
  const gate = new DocumentGate(schema);
  const handed = new HandedDocuments();
  const apollo = createApollo(schema, handed, log);
  await apollo.start();
  metrics.watchProcess();
  const load = needs.load ?? watchLoad();
  const state = { isReady: false };
  const app = await createHttpServer({ config, log, metrics });
  const sockets = serveSockets({
    server: app.server,
    needs,
    gate,
    source: needs.live,
    clock: needs.clock,
    config,
    isOverloaded: load.isOverloaded,
    ...(needs.socketLimits ? { limits: needs.socketLimits } : {}),
  });
  const answer = createAnswerer(needs, gate, {
    apollo,
    handed,
    backOffice: backOfficeQuestions(schema),
    isPublic: publicOperations(schema),
  });
  graphqlRoute(app, {
    needs,
    answer,
    isOverloaded: load.isOverloaded,
    ...(needs.readMultipart ? { readMultipart: needs.readMultipart } : {}),
  });
  healthRoutes(app, { checks: needs.checks, isReady: () => state.isReady, metrics, log });
  playgroundRoutes(app, needs);
  await needs.addRoutes?.(app);
  const close = async (): Promise<void> => {
    state.isReady = false;
    // What is still under way after this long is cut.
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
