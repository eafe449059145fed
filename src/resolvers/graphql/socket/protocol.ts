import type { GraphQLError } from 'graphql';
import { makeServer, type Context as ProtocolContext } from 'graphql-ws';
import { idOf } from '../../../services/access/actor.ts';
import { DomainError } from '../../../services/kernel/errors.ts';
import { newId } from '../../../services/kernel/ids.ts';
import { asGraphQLError, formatErrors } from '../format-errors.ts';
import type { DocumentValidator } from '../limits/document-validator.ts';
import type { Caller, GraphQLParts } from '../parts.ts';
import type { Connection, Connections } from './connections.ts';
import type { Hub } from './hub.ts';
import { joinStream, type SubscriptionArgs } from './join-stream.ts';
import { SharedFrames } from './shared-frames.ts';
import { closeCodes, type SocketLimits } from './socket-limits.ts';
import { acceptSubscription } from './subscribe.ts';

/** What belongs to one socket, beside what the protocol knows of it. */
interface Extra {
  readonly connection: Connection;
  readonly caller: Caller;
}

interface ProtocolParts {
  readonly graphql: GraphQLParts;
  readonly validator: DocumentValidator;
  readonly connections: Connections;
  readonly hub: Hub;
  readonly limits: SocketLimits;
}

type Ctx = ProtocolContext<{ token?: unknown; authorization?: unknown }, Extra>;

/** The protocol `graphql-transport-ws`: authenticates each socket, and accepts or refuses its subscriptions. */
export function createProtocol({ graphql, validator, connections, hub, limits }: ProtocolParts) {
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
        // A failure of the server: the client must reconnect, and not conclude that its token was refused.
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
      const accepted = await acceptSubscription(graphql, validator, { actor, payload });
      if ('stream' in accepted)
        return { ...accepted.operation, schema: graphql.schema, accepted, id, connection } satisfies SubscriptionArgs;
      return accepted;
    },
    subscribe: (args) => joinStream(args as SubscriptionArgs, { graphql, connections, hub, frames }),
    onError: (...[{ extra }, , , errors]) => formatErrors(errors as readonly GraphQLError[], audienceOf(extra)),
  });
}

/** The access token: in the first message, never in the address and never in a cookie. */
function tokenOf(parameters: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const given = parameters?.['token'] ?? parameters?.['authorization'] ?? parameters?.['Authorization'];
  return typeof given === 'string' ? given.replace(/^Bearer +/i, '') : undefined;
}
