import { Arg, Args, Ctx, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { OrderExport } from '../../entities/orders/order-export.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  OrdersExportType,
  OrdersExportUpdatedArgs,
  OrdersExportUpdatedType,
  RequestOrdersExportInput,
} from '../../schema/orders/orders-export.type.ts';
import {
  findOrdersExport,
  ordersExportUpdated,
  requestOrdersExport,
  whoFollowsExport,
} from '../../services/orders/index.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import type { Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const progress = liveStream<OrdersExportUpdatedArgs, Context>(({ args: { id, after } }) => ({
  topic: ordersExportUpdated,
  key: id,
  after: liveAfter(after),
  entitled: (_event, people, context) => whoFollowsExport(context.read, id, people),
}));

/** Orders as a file, for admins. */
@Resolver(() => OrdersExportType)
export class OrderExportResolver {
  @Auth('order:export')
  @Mutation(() => OrdersExportType, {
    description:
      'Asks for the orders of a filter as a file, at most 200,000; follow it with `ordersExportUpdated`, then `requestDownload`. Errors: CONFLICT.',
  })
  requestOrdersExport(
    @Arg('input', () => RequestOrdersExportInput, { description: 'Which orders, and how.' })
    input: RequestOrdersExportInput,
    @Ctx() context: Context,
  ): Promise<OrderExport> {
    return context.run(requestOrdersExport, input);
  }

  @Auth('order:export')
  @Query(() => OrdersExportType, { description: 'An export that you asked for, and how far it is. Errors: NOT_FOUND.' })
  ordersExport(
    @Arg('id', () => ID, { description: 'The export.' }) id: string,
    @Ctx() context: Context,
  ): Promise<OrderExport> {
    return context.run(findOrdersExport, { id });
  }

  @Auth('order:export')
  @Subscription(() => OrdersExportUpdatedType, {
    description: 'An export that you asked for, as it advances. Error: NOT_FOUND for another one.',
    subscribe: async (request) => {
      const { args, context } = request as { args: OrdersExportUpdatedArgs; context: Context };
      await context.run(findOrdersExport, args);
      return progress(request);
    },
  })
  async ordersExportUpdated(
    @Root() event: LiveDelivery,
    @Args(() => OrdersExportUpdatedArgs) { id }: OrdersExportUpdatedArgs,
    @Ctx() context: Context,
  ): Promise<{ export: OrderExport; cursor: string }> {
    return { export: await context.run(findOrdersExport, { id }), cursor: liveCursor(event) };
  }
}
