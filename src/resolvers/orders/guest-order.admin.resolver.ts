import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { AnswerGuestReviewInput, GuestOrdersArgs } from '../../schema/orders/guest-order.input.ts';
import { GuestOrderConnection, GuestOrderType } from '../../schema/orders/guest-order.type.ts';
import { answerGuestReview, listGuestOrders, showGuestOrder, type GuestOrderRow } from '../../services/orders/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Orders of visitors without an account, for admins. */
@Resolver(() => GuestOrderType)
export class GuestOrderAdminResolver {
  @Auth('order:review')
  @Query(() => GuestOrderConnection, { description: 'Orders without an account, newest first.' })
  guestOrders(
    @Args(() => GuestOrdersArgs) args: GuestOrdersArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<GuestOrderRow>> {
    return listGuestOrders(context.read, args);
  }

  @Heavy()
  @Auth('order:review')
  @Mutation(() => GuestOrderType, {
    description:
      'Answers a visitor who asked for a price: they are mailed the link back to their order. Errors: NOT_FOUND, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED, INPUT_INVALID.',
  })
  async answerGuestReview(
    @Arg('input', () => AnswerGuestReviewInput, { description: 'Which order, the answer and the new total.' })
    input: AnswerGuestReviewInput,
    @Ctx() context: Context,
  ): Promise<GuestOrderRow> {
    return showGuestOrder(context.read, await context.run(answerGuestReview, input));
  }
}
