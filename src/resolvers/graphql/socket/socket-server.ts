import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { DomainError } from '../../../services/kernel/errors.ts';
import type { Clock } from '../../../services/kernel/clock.ts';
import { preferredLocale } from '../../../services/kernel/locale.ts';
import type { LiveSource } from '../../../services/platform/live/source.ts';
import { refusedPart } from '../../http/http-refusal.ts';
import { refuseRaw } from '../../http/raw-answer.ts';
import { stoppingRefusal } from '../../http/stopping.ts';
import { maxNesting, nestingOf } from '../../json.ts';
import type { DocumentValidator } from '../limits/document-validator.ts';
import type { Caller, GraphQLParts } from '../parts.ts';
import { Connections, type SocketHolder } from './connections.ts';
import type { HubParts } from './event-executor.ts';
import { Hub } from './hub.ts';
import { createProtocol } from './protocol.ts';
import { closeCodes, socketLimits, type SocketLimits } from './socket-limits.ts';
import { createUpgradeScreen, type UpgradeConfig } from './upgrade.ts';

export interface SocketServerParts {
  readonly server: Server;
  readonly graphql: GraphQLParts & Pick<HubParts, 'execute'>;
  readonly validator: DocumentValidator;
  readonly source: LiveSource;
  readonly clock: Clock;
  readonly config: UpgradeConfig;
  readonly isOverloaded: () => boolean;
  /** Replaces some limits in tests. */
  readonly limits?: Partial<SocketLimits>;
}

export interface SocketServer {
  /** Closes (4403) the sockets of some people: a session revoked, a role changed, an account suspended. Returns how many. */
  closeSockets(predicate: (holder: SocketHolder) => boolean): number;
  /** The sessions with open sockets: the server checks regularly which of them have ended. */
  sessionIds(): ReadonlySet<string>;
  /** Open sockets, and streams with a subscriber. */
  counts(): { sockets: number; streams: number };
  /** Refuses new sockets, closes the open ones (1001). */
  stop(): Promise<void>;
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
  const protocol = createProtocol({ ...parts, connections, hub, limits });
  const screen = createUpgradeScreen(parts.config);
  const refuse = (raw: Duplex, error: DomainError, { headers }: IncomingMessage): void =>
    refuseRaw(raw, error, { log: parts.graphql.log, headers });
  let isStopping = false;
  const onUpgrade = (request: IncomingMessage, raw: Duplex, head: Buffer): void => {
    raw.on('error', () => raw.destroy());
    const address = screen.addressOf(request);
    const refusal = isStopping
      ? stoppingRefusal()
      : (screen.refusalOf(request) ?? capacityRefusal(parts, connections, address));
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
  // An invalid handshake: without this, `ws` answers in its own format.
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

function capacityRefusal(
  { isOverloaded }: SocketServerParts,
  connections: Connections,
  address: string | null,
): DomainError | undefined {
  if (isOverloaded()) return new DomainError('UNAVAILABLE', { retryAfter: 5 });
  return connections.hasCapacityFor(address)
    ? undefined
    : new DomainError('RATE_LIMITED', { limit: 'sockets', retryAfter: 5 });
}

interface Opening {
  readonly parts: SocketServerParts;
  readonly connections: Connections;
  readonly protocol: ReturnType<typeof createProtocol>;
}

/** Connects one socket to the protocol. */
function open({ parts, connections, protocol }: Opening, socket: WebSocket, caller: Caller): void {
  const { log, metrics } = parts.graphql;
  const connection = connections.add(socket, caller.address);
  metrics.sockets.inc();
  // Frames too large or malformed: `ws` closes the socket with the right code itself.
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
          if (!connections.maySend(connection))
            return connections.close(connection, closeCodes.tooMany, 'Too many messages');
          const text = isBinary ? '' : String(data);
          if (nestingOf(text) > maxNesting)
            return connections.close(connection, closeCodes.badMessage, 'Invalid message received');
          listener(text).catch((error: unknown) => {
            // The protocol throws its own error for a message that only a server sends.
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

/** Is this a message that clients send? The protocol has parsed it already: it is valid JSON. */
const isFromClient = (text: string): boolean => clientMessages.has((JSON.parse(text) as { type?: unknown }).type);
