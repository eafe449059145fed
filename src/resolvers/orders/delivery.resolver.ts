import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  AcceptDeliveryInput,
  DeliverOrderInput,
  RequestChangesInput,
  UpdateOrderProgressInput,
} from '../../schema/orders/delivery.input.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import {
  acceptDelivery,
  deliverOrder,
  requestChanges,
  showOrder,
  updateOrderProgress,
  type OrderRow,
} from '../../services/orders/index.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** What is handed over, and what the customer says of it. */
@Resolver(() => OrderType)
export class DeliveryResolver {
  @Heavy()
  @Auth('order:deliver')
  @Mutation(() => OrderType, {
    description:
      'Hands over the corrected files added since the last delivery: the order is complete. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, CORRECTED_FILE_REQUIRED, TOO_MANY_FILES.',
  })
  async deliverOrder(
    @Arg('input', () => DeliverOrderInput, { description: 'Which order, and what to say of it.' })
    input: DeliverOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(deliverOrder, input), selectionOf(info));
  }

  @Auth('delivery:answer')
  @Mutation(() => OrderType, {
    description:
      'Accepts what was delivered to you. Without an answer it is accepted after fourteen days. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async acceptDelivery(
    @Arg('input', () => AcceptDeliveryInput, { description: 'Which delivery, and what you think of it.' })
    input: AcceptDeliveryInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(acceptDelivery, input), selectionOf(info));
  }

  @Auth('delivery:answer')
  @Mutation(() => OrderType, {
    description:
      'Asks for changes to what was delivered to you, within fourteen days: the order is in progress again. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID, REVISION_TOO_LATE, REVISIONS_USED_UP.',
  })
  async requestChanges(
    @Arg('input', () => RequestChangesInput, { description: 'Which delivery, and what is to be changed.' })
    input: RequestChangesInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(requestChanges, input), selectionOf(info));
  }

  @Auth('order:deliver')
  @Mutation(() => OrderType, {
    description:
      'Says how much of the work is done. What is sent meanwhile is a message, and no delivery. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async updateOrderProgress(
    @Arg('input', () => UpdateOrderProgressInput, { description: 'Which order, and how much.' })
    input: UpdateOrderProgressInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(updateOrderProgress, input), selectionOf(info));
  }
}
