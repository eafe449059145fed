import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer, type Context as ProtocolContext } from 'graphql-ws';
import type { ExecutionArgs, GraphQLError } from 'graphql';
import { WebSocketServer, type WebSocket } from 'ws';
import { idOf } from '../../../services/access/actor.ts';
import { DomainError } from '../../../services/kernel/errors.ts';
import type { Clock } from '../../../services/kernel/clock.ts';
import { newId } from '../../../services/kernel/ids.ts';
import { preferredLocale } from '../../../services/kernel/locale.ts';
import type { LiveSource } from '../../../services/platform/live/source.ts';
import { refusedPart } from '../../http/http-refusal.ts';
import { refuseRaw } from '../../http/raw-answer.ts';
import { stoppingRefusal } from '../../http/stopping.ts';
import { maxNesting, nestingOf } from '../../json.ts';
import { asGraphQLError, formatErrors, formatError } from '../format-errors.ts';
import type { DocumentValidator } from '../limits/document-validator.ts';
import type { Caller, GraphQLParts } from '../parts.ts';
import { Connections, type Connection, type SocketHolder } from './connections.ts';
import { Hub } from './hub.ts';
import { SharedFrames } from './shared-frames.ts';
import { closeCodes, socketLimits, type SocketLimits } from './socket-limits.ts';
import { acceptSubscription, type Accepted } from './subscribe.ts';
import { createUpgradeScreen, type UpgradeConfig } from './upgrade.ts';

export interface SocketServerParts {
  readonly server: Server;
  readonly graphql: GraphQLParts;
  readonly gate: DocumentValidator;
  readonly source: LiveSource;
  readonly clock: Clock;
  readonly config: UpgradeConfig;
  readonly isOverloaded: () => boolean;
  /** Other figures, for tests. */
  readonly limits?: Partial<SocketLimits>;
}

export interface SocketServer {
  /** Closes (4403) the sockets of some people: a session revoked, a role changed, an account suspended. Answers how many. */
  closeSockets(predicate: (holder: SocketHolder) => boolean): number;
  /** The sessions that hold open sockets: the house asks now and then which of them have ended. */
  sessionIds(): ReadonlySet<string>;
  /** Open sockets, and streams that somebody listens to. */
  counts(): { sockets: number; streams: number };
  /** Refuses new sockets, closes the open ones (1001). */
  stop(): Promise<void>;
}

interface Extra {
  readonly connection: Connection;
  readonly caller: Caller;
}

/** `graphql-transport-ws` on the port and path of `/graphql`: subscriptions only, within the limits of `socket-limits.ts`. */
export function serveSockets(parts: SocketServerParts): SocketServer {
  const limits = { ...socketLimits, ...parts.limits };
  const connections = new Connections(limits, parts.clock);
  const hub = new Hub(parts.source, parts.graphql);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.maxPayload,
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = protocolServer({ ...parts, connections, hub, limits });
  const screen = createUpgradeScreen(parts.config);
  const refuse = (raw: Duplex, error: DomainError, { headers }: IncomingMessage): void =>
    refuseRaw(raw, error, { log: parts.graphql.log, headers });
  let isStopping = false;
  const onUpgrade = (request: IncomingMessage, raw: Duplex, head: Buffer): void => {
    raw.on('error', () => raw.destroy());
    const address = screen.addressOf(request);
    const refusal = isStopping
      ? stoppingRefusal()
      : (screen.refusalOf(request) ?? roomRefusal(parts, connections, address));
    if (refusal !== undefined) return refuse(raw, refusal, request);
    sockets.handleUpgrade(request, raw, head, (socket) => {
      open({ parts, connections, protocol }, socket, {
        locale: preferredLocale(request.headers['accept-language']),
        address,
        agent: request.headers['user-agent'] ?? null,
      });
    });
  };
  parts.server.on('upgrade', onUpgrade);
  // A handshake that is none: without this ws answers in its own words.
  sockets.on('wsClientError', (_error, raw, request) => refuse(raw, refusedPart(400, 'upgrade', 'format'), request));
  return {
    closeSockets: (predicate) => connections.closeWhere(predicate),
    sessionIds: () => connections.sessionIds(),
    counts: () => ({ sockets: connections.size, streams: hub.size }),
    stop: async () => {
      isStopping = true;
      await connections.stop();
      sockets.close();
    },
  };
}

function roomRefusal(
  { isOverloaded }: SocketServerParts,
  connections: Connections,
  address: string | null,
): DomainError | undefined {
  if (isOverloaded()) return new DomainError('UNAVAILABLE', { retryAfter: 5 });
  return connections.hasRoomFor(address)
    ? undefined
    : new DomainError('RATE_LIMITED', { limit: 'sockets', retryAfter: 5 });
}

interface Opening {
  readonly parts: SocketServerParts;
  readonly connections: Connections;
  readonly protocol: ReturnType<typeof protocolServer>;
}

/** Hands one socket to the protocol, message by message. */
function open({ parts, connections, protocol }: Opening, socket: WebSocket, caller: Caller): void {
  const { log, metrics } = parts.graphql;
  const connection = connections.add(socket, caller.address);
  metrics.sockets.inc();
  // Too large or broken frames: ws closes the socket with the right code by itself.
  socket.on('error', (error) => log.debug({ error }, 'socket error'));
  socket.on('pong', () => {
    connection.isAwaitingPong = false;
  });
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => connections.send(connection, text),
      close: (code, reason) => connections.close(connection, code ?? closeCodes.done, reason ?? ''),
      onMessage: (listener) =>
        socket.on('message', (data, isBinary) => {
          if (connection.closingAt !== undefined) return;
          if (!connections.mayTalk(connection))
            return connections.close(connection, closeCodes.tooMany, 'Too many messages');
          const text = isBinary ? '' : String(data);
          if (nestingOf(text) > maxNesting)
            return connections.close(connection, closeCodes.badMessage, 'Invalid message received');
          listener(text).catch((error: unknown) => {
            // What only a server says is refused by the protocol with an error of its own.
            if (!isFromClient(text))
              return connections.close(connection, closeCodes.badMessage, 'Invalid message received');
            log.error({ error }, 'socket message failed');
            connections.close(connection, 1011, 'Internal error');
          });
        }),
    },
    { connection, caller },
  );
  socket.once('close', (code, reason) => {
    connections.remove(connection);
    metrics.sockets.dec();
    closed(code, String(reason)).catch((error: unknown) => log.error({ error }, 'socket close failed'));
  });
}

const clientMessages: ReadonlySet<unknown> = new Set(['connection_init', 'ping', 'pong', 'subscribe', 'complete']);

/** Is this a message that clients send? It was read before: it is JSON. */
const isFromClient = (text: string): boolean => clientMessages.has((JSON.parse(text) as { type?: unknown }).type);

interface ProtocolParts extends SocketServerParts {
  readonly connections: Connections;
  readonly hub: Hub;
  readonly limits: SocketLimits;
}

type Ctx = ProtocolContext<{ token?: unknown; authorization?: unknown }, Extra>;

/** What the executor of one subscription is given, beside what GraphQL asks for. */
interface SeatArgs extends ExecutionArgs {
  readonly accepted: Accepted;
  readonly id: string;
  readonly connection: Connection;
}

function protocolServer({ graphql, gate, connections, hub, limits }: ProtocolParts) {
  const frames = new SharedFrames();
  const audienceOf = ({ caller }: Extra) => ({ locale: caller.locale, requestId: newId(), log: graphql.log });
  return makeServer<{ token?: unknown; authorization?: unknown }, Extra>({
    schema: graphql.schema,
    connectionInitWaitTimeout: limits.initWait,
    onConnect: async ({ connectionParams, extra }) => {
      const { connection, caller } = extra;
      try {
        const { actor, expiresAt } = await graphql.authenticate(tokenOf(connectionParams), caller);
        if (idOf(actor) === null) return false;
        if (connections.admit(connection, actor, expiresAt)) return true;
        connections.close(connection, closeCodes.tooMany, 'Too many sockets');
      } catch (error) {
        if (error instanceof DomainError && error.code !== 'UNAVAILABLE') return false;
        graphql.log.error({ error }, 'socket authentication failed');
        // Not the client's fault: it must not take it for a refusal of its token, but come again.
        connections.close(connection, closeCodes.tryAgainLater, 'Try again later');
      }
      return false;
    },
    onSubscribe: async (ctx: Ctx, id, payload) => {
      const { connection } = ctx.extra;
      const { actor } = connection;
      if (!actor) return [asGraphQLError(new DomainError('UNAUTHENTICATED'))];
      if (Object.keys(ctx.subscriptions).length > limits.subscriptionsPerSocket) {
        return [
          asGraphQLError(
            new DomainError('RATE_LIMITED', { limit: 'subscriptions', allowed: limits.subscriptionsPerSocket }),
          ),
        ];
      }
      const accepted = await acceptSubscription(graphql, gate, { actor, payload });
      if ('stream' in accepted)
        return { ...accepted.operation, schema: graphql.schema, accepted, id, connection } satisfies SeatArgs;
      return accepted;
    },
    subscribe: (args) => seat(args as SeatArgs, { graphql, connections, hub, frames }),
    onError: (...[{ extra }, , , errors]) => formatErrors(errors as readonly GraphQLError[], audienceOf(extra)),
  });
}

/** The access token: in the first message, never in the address and never in a cookie. */
function tokenOf(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const given = parameters?.['token'] ?? parameters?.['authorization'] ?? parameters?.['Authorization'];
  return typeof given === 'string' ? given.replace(/^Bearer +/i, '') : undefined;
}

/**
 * Seats a subscription in the hub, which writes results to the socket by itself. The protocol is given a generator
 * that yields nothing, and ends when the client completes or the stream fails.
 */
function seat(
  { accepted, id, connection }: SeatArgs,
  {
    graphql,
    connections,
    hub,
    frames,
  }: Pick<ProtocolParts, 'graphql' | 'connections' | 'hub'> & { frames: SharedFrames },
) {
  const { stream, operation, documentKey } = accepted;
  const ended = Promise.withResolvers<IteratorResult<never>>();
  const frame = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const leave = hub.join(stream, {
    actor: connection.actor as NonNullable<Connection['actor']>,
    documentKey,
    operation,
    send: (result) => connections.send(connection, frames.of(frame, result)),
    fail: (error) => {
      const told = formatError(error, {
        locale: connection.actor?.locale ?? 'fr',
        requestId: newId(),
        log: graphql.log,
      });
      connections.send(connection, `${frame}${JSON.stringify({ errors: [told] })}}`);
      void end();
    },
  });
  connection.subscriptions += 1;
  graphql.metrics.subscriptions.inc();
  let isOver = false;
  const end = (): Promise<IteratorResult<never>> => {
    if (!isOver) {
      isOver = true;
      connection.subscriptions -= 1;
      connection.activeAt = performance.now();
      graphql.metrics.subscriptions.dec();
      leave();
      ended.resolve({ done: true, value: undefined });
    }
    return ended.promise;
  };
  const generator: AsyncGenerator<never> = {
    next: () => ended.promise,
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => generator,
    [Symbol.asyncDispose]: async () => void (await end()),
  };
  return generator;
}
