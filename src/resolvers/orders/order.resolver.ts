import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { CreateOrderInput } from '../../schema/orders/create-order.input.ts';
import { MyOrdersArgs } from '../../schema/orders/order.args.ts';
import { OrderConnection, OrderType } from '../../schema/orders/order.type.ts';
import { StartOrderInput } from '../../schema/orders/start-order.input.ts';
import { createOrder, getOrder, listMyOrders, showOrder, startOrder } from '../../services/orders/index.ts';
import type { OrderRow } from '../../services/orders/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** Orders, for their customers and proofreaders. */
@Resolver(() => OrderType)
export class OrderResolver {
  @Auth('order:read')
  @Query(() => OrderType, {
    description: 'One order: the customer’s own, one assigned to the proofreader, any for an admin.',
  })
  order(
    @Arg('id', () => ID, { description: 'The order.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return getOrder(context.read, id, selectionOf(info));
  }

  @Auth('order:read')
  @Query(() => OrderConnection, {
    description: 'Your orders, newest first: those you placed or, for a proofreader, those assigned to you.',
  })
  myOrders(
    @Args(() => MyOrdersArgs) args: MyOrdersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PageOf<OrderRow>> {
    return listMyOrders(context.read, args, selectionOf(info));
  }

  @Auth('order:create')
  @Mutation(() => OrderType, {
    description: 'Places an order, to be paid next. Errors: PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED, CONFLICT.',
  })
  async createOrder(
    @Arg('input', () => CreateOrderInput, { description: 'What to proofread.' }) input: CreateOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(createOrder, input), selectionOf(info));
  }

  @Auth('order:start')
  @Mutation(() => OrderType, {
    description: 'Begins the work on a paid order that is assigned. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async startOrder(
    @Arg('input', () => StartOrderInput, { description: 'Which order.' }) input: StartOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(startOrder, input), selectionOf(info));
  }
}
