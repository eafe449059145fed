import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { OrdersArgs } from '../../schema/orders/order.args.ts';
import { MyWorkType, OrderColumnType, OrderCountsType } from '../../schema/orders/order-lists.type.ts';
import { OrderConnection, OrderType } from '../../schema/orders/order.type.ts';
import {
  countOrders,
  listOrders,
  myWork,
  orderBoard,
  type MyWork,
  type OrderColumn,
  type OrderCounts,
  type OrderRow,
} from '../../services/orders/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** Lists of orders, for those who run the work. */
@Resolver(() => OrderType)
export class OrderListsResolver {
  @Auth('order:list')
  @Query(() => OrderConnection, { description: 'Every order, newest first.' })
  orders(
    @Args(() => OrdersArgs) args: OrdersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PageOf<OrderRow>> {
    return listOrders(context.read, args, selectionOf(info));
  }

  @Auth('order:list')
  @Query(() => OrderCountsType, { description: 'How many orders there are behind each tab.' })
  orderCounts(@Ctx() context: Context): Promise<OrderCounts> {
    return countOrders(context.read);
  }

  @Cost({ size: 9 })
  @Auth('order:list')
  @Query(() => [OrderColumnType], { description: 'Every state with its first orders, in the order of their life.' })
  orderBoard(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<OrderColumn[]> {
    return orderBoard(context.read, selectionOf(info));
  }

  @Auth('order:start')
  @Query(() => MyWorkType, {
    description: 'The orders assigned to you: what is late, what is due today, and what waits for its customer.',
  })
  myWork(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<MyWork> {
    return myWork(context.read, { timeZone: context.timeZone, selection: selectionOf(info) });
  }
}
