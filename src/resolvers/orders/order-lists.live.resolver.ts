import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { MyWorkUpdatedType, OrdersUpdatedArgs, OrdersUpdatedType } from '../../schema/orders/orders-updated.type.ts';
import { LiveArgs } from '../../schema/shared/live.args.ts';
import { can, idOf, personOf } from '../../services/access/actor.ts';
import { DomainError } from '../../services/kernel/errors.ts';
import {
  allOrders,
  getOrder,
  isWatched,
  myWorkUpdated,
  ordersUpdated,
  statusesOf,
  type OrderRow,
} from '../../services/orders/index.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import { selectionWithin } from '../../services/platform/selection.ts';
import { Asked, type Request } from '../asked.ts';
import { loadTogether, type Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const orderOf = ({ payload }: LiveDelivery) => ({
  orderId: String(payload['orderId']),
  from: payload['from'] as OrderStatus | undefined,
});

/** Many orders as they change. */
@Resolver()
export class OrderListsLiveResolver {
  @Auth('order:list')
  @Subscription(() => OrdersUpdatedType, {
    description: 'Every order of a filter, whenever it changes: which one, and where it stands.',
    subscribe: liveStream<OrdersUpdatedArgs, Context>(({ args: { after, filter } }) => ({
      topic: ordersUpdated,
      key: allOrders,
      after: liveAfter(after),
      entitled: (_event, people) =>
        new Set(people.filter((person) => can(person, 'order:list')).map((person) => idOf(person) ?? '')),
      accepts: filter ? (event, context) => isWatched(context.read, orderOf(event), filter) : undefined,
      dependsOn: 'role',
    })),
  })
  async ordersUpdated(
    @Root() event: LiveDelivery,
    @Args(() => OrdersUpdatedArgs) _args: OrdersUpdatedArgs,
    @Ctx() context: Context,
  ): Promise<{ orderId: string; status: OrderStatus | null; cursor: string }> {
    const { orderId } = orderOf(event);
    const status = (await loadTogether(context, statusesOf, orderId)) ?? null;
    return { orderId, status, cursor: liveCursor(event) };
  }

  @Auth('order:start')
  @Subscription(() => MyWorkUpdatedType, {
    description: 'The orders assigned to you, whenever one changes, is given to you or is taken back.',
    subscribe: liveStream<LiveArgs, Context>(({ args, context }) => {
      const key = personOf(context.actor);
      return {
        topic: myWorkUpdated,
        key,
        after: liveAfter(args.after),
        entitled: (_event, people) =>
          new Set(people.flatMap((person) => (person.userId === key && can(person, 'order:start') ? [key] : []))),
      };
    }),
  })
  async myWorkUpdated(
    @Root() event: LiveDelivery,
    @Args(() => LiveArgs) _args: LiveArgs,
    @Asked() { context, selection }: Request,
  ): Promise<{ orderId: string; order: OrderRow | null; cursor: string }> {
    const { orderId } = orderOf(event);
    const order = await getOrder(context.read, orderId, selectionWithin(selection, 'order')).catch(absent);
    return { orderId, order, cursor: liveCursor(event) };
  }
}

function absent(error: unknown): null {
  if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
  throw error;
}
