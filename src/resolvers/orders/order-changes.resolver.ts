import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { CreateOrderForInput } from '../../schema/orders/create-order-for.input.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import { ReorderInput } from '../../schema/orders/reorder.input.ts';
import { SetOrderStatusInput } from '../../schema/orders/set-order-status.input.ts';
import { DeleteOrderInput, UpdateOrderInput } from '../../schema/orders/update-order.input.ts';
import {
  createOrderFor,
  deleteOrder,
  reorder,
  setOrderStatus,
  showOrder,
  updateOrder,
  type OrderRow,
} from '../../services/orders/index.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** Orders placed for somebody or once more, corrected, moved by their state, and deleted. */
@Resolver(() => OrderType)
export class OrderChangesResolver {
  @Heavy()
  @Auth('order:create-for')
  @Mutation(() => OrderType, {
    description:
      'Places an order for somebody, who is invited where they have no account; then sends a quote, or mails them where to pay. Errors: INPUT_INVALID, PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED, BILLING_PROFILE_INCOMPLETE, FORBIDDEN, CLOCK_IMPLAUSIBLE, CONFLICT.',
  })
  async createOrderFor(
    @Arg('input', () => CreateOrderForInput, { description: 'For whom, and what.' }) input: CreateOrderForInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.perform(createOrderFor, input), selectionOf(info));
  }

  @Auth('order:create')
  @Mutation(() => OrderType, {
    description:
      'Orders the same service again for another text, at today’s price. Errors: NOT_FOUND, INPUT_INVALID, PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED, CONFLICT.',
  })
  async reorder(
    @Arg('input', () => ReorderInput, { description: 'Which order, and the new title.' }) input: ReorderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(reorder, input), selectionOf(info));
  }

  @Auth('order:update')
  @Mutation(() => OrderType, {
    description:
      'Corrects what is said of an order: your own words until the work begins; for admins, the priority and the due date too. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED.',
  })
  async updateOrder(
    @Arg('input', () => UpdateOrderInput, { description: 'Which order, and what changes.' }) input: UpdateOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(updateOrder, input), selectionOf(info));
  }

  @Auth('order:update')
  @Mutation(() => OrderType, {
    description:
      'Brings an order into a state by the one action that leads there, with its rule and its effects. None or several: ACTION_NOT_ALLOWED, whose `allowed` says which states can be set. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, CORRECTED_FILE_REQUIRED.',
  })
  async setOrderStatus(
    @Arg('input', () => SetOrderStatusInput, { description: 'Which order, and which state.' })
    input: SetOrderStatusInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.perform(setOrderStatus, input), selectionOf(info));
  }

  @Auth('order:delete', { stepUp: true })
  @Mutation(() => Boolean, {
    description:
      'Deletes an order that never had a payment nor an invoice, with its files. Errors: NOT_FOUND, ORDER_HAS_PAYMENTS, LEGAL_HOLD, STEP_UP_REQUIRED.',
  })
  deleteOrder(
    @Arg('input', () => DeleteOrderInput, { description: 'Which order.' }) input: DeleteOrderInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return context.run(deleteOrder, input);
  }
}
