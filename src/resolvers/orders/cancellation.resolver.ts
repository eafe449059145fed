import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { CancelOrderInput, RequestCancellationInput } from '../../schema/orders/cancel-order.input.ts';
import { CancellationTermsType } from '../../schema/orders/cancellation-terms.type.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import {
  cancellationTerms,
  cancelOrder,
  requestCancellation,
  showOrder,
  type CancellationTerms,
  type OrderRow,
} from '../../services/orders/index.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** Orders that are given up. */
@Resolver(() => OrderType)
export class CancellationResolver {
  @Auth('order:cancel')
  @Query(() => CancellationTermsType, {
    description: 'What would go back if an order were given up now: your own, any for an admin. Error: NOT_FOUND.',
  })
  cancellationTerms(
    @Arg('orderId', () => ID, { description: 'The order.' }) orderId: string,
    @Ctx() context: Context,
  ): Promise<CancellationTerms> {
    return cancellationTerms(context.read, orderId);
  }

  @Heavy()
  @Auth('order:cancel')
  @Mutation(() => OrderType, {
    description:
      'Gives an order up: the customer while it is not paid, an admin until it is delivered, with its refund. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID, REFUND_TOO_LARGE, PAYMENT_DISPUTED, CLOCK_IMPLAUSIBLE.',
  })
  async cancelOrder(
    @Arg('input', () => CancelOrderInput, { description: 'Which order, why, and what goes back.' })
    input: CancelOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.perform(cancelOrder, input), selectionOf(info));
  }

  @Auth('order:cancel')
  @Mutation(() => OrderType, {
    description:
      'Asks the team to give up your paid order; nothing changes until they decide. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED.',
  })
  async requestCancellation(
    @Arg('input', () => RequestCancellationInput, { description: 'Which order, and why.' })
    input: RequestCancellationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(requestCancellation, input), selectionOf(info));
  }
}
