import type { ExecutionArgs } from 'graphql';
import { newId } from '../../../services/kernel/ids.ts';
import { formatError } from '../format-errors.ts';
import type { GraphQLParts } from '../parts.ts';
import type { Connection, Connections } from './connections.ts';
import type { Hub } from './hub.ts';
import type { SharedFrames } from './shared-frames.ts';
import type { Accepted } from './subscribe.ts';

/** The arguments of one subscription's execution: GraphQL's own, and where its results go. */
export interface SubscriptionArgs extends ExecutionArgs {
  readonly accepted: Accepted;
  readonly id: string;
  readonly connection: Connection;
}

export interface SubscriptionParts {
  readonly graphql: GraphQLParts;
  readonly connections: Connections;
  readonly hub: Hub;
  readonly frames: SharedFrames;
}

/**
 * Adds a subscription to the hub, which writes results to the socket itself. The protocol gets a generator that yields
 * nothing, and ends when the client completes or the stream fails.
 */
export function joinStream(
  { accepted, id, connection }: SubscriptionArgs,
  { graphql, connections, hub, frames }: SubscriptionParts,
): AsyncGenerator<never> {
  const { stream, operation, documentKey } = accepted;
  const ended = Promise.withResolvers<IteratorResult<never>>();
  const frame = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const leave = hub.join(stream, {
    actor: connection.actor as NonNullable<Connection['actor']>,
    documentKey,
    operation,
    send: (result) => connections.send(connection, frames.of(frame, result)),
    fail: (error) => {
      const formatted = formatError(error, {
        locale: connection.actor?.locale ?? 'fr',
        requestId: newId(),
        log: graphql.log,
      });
      connections.send(connection, `${frame}${JSON.stringify({ errors: [formatted] })}}`);
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
