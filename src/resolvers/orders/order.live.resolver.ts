import { Args, Resolver, Root, Subscription } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { OrderUpdatedArgs, OrderUpdatedType } from '../../schema/orders/order-updated.type.ts';
import {
  audienceOf,
  getOrder,
  orderUpdated,
  requireOrder,
  whoSeesOrder,
  type OrderRow,
} from '../../services/orders/index.ts';
import { selectionWithin } from '../../services/platform/selection.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import { Asked, type Request } from '../asked.ts';
import type { Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const changes = liveStream<OrderUpdatedArgs, Context>(({ args: { orderId, after } }) => ({
  topic: orderUpdated,
  key: orderId,
  after: liveAfter(after),
  // Checked for every event: a person who lost the order, or their account, receives nothing more.
  // What is for the staff is not even an event to the others.
  entitled: ({ payload }, people, context) =>
    whoSeesOrder(context.read, { orderId, visibleTo: audienceOf(payload) }, people),
}));

/** Orders as they change. */
@Resolver(() => OrderUpdatedType)
export class OrderLiveResolver {
  @Auth('order:read')
  @Subscription(() => OrderUpdatedType, {
    description: 'One order, whenever it changes. Error: NOT_FOUND for an order one may not see.',
    subscribe: async (request) => {
      const { args, context } = request as { args: OrderUpdatedArgs; context: Context };
      await requireOrder(context.read, args.orderId);
      return changes(request);
    },
  })
  async orderUpdated(
    @Root() event: LiveDelivery,
    @Args(() => OrderUpdatedArgs) { orderId }: OrderUpdatedArgs,
    @Asked() { context, selection }: Request,
  ): Promise<{ order: OrderRow; reason: string; cursor: string }> {
    return {
      order: await getOrder(context.read, orderId, selectionWithin(selection, 'order')),
      // Events of before reasons were kept have none.
      reason: String(event.payload['reason'] ?? 'CHANGED'),
      cursor: liveCursor(event),
    };
  }
}
