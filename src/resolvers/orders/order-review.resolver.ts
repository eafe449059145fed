import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Auth, Public } from '../../schema/directives/auth.directive.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import { PriceEstimateType } from '../../schema/orders/price-estimate.type.ts';
import {
  AcceptMeasuredPagesInput,
  CloseOrderConsultationInput,
  EstimatePriceInput,
  RequestOrderConsultationInput,
  SubmitOrderForReviewInput,
  VerifyPagesInput,
} from '../../schema/orders/review.input.ts';
import {
  acceptMeasuredPages,
  closeOrderConsultation,
  estimatePrice,
  requestOrderConsultation,
  showOrder,
  submitOrderForReview,
  verifyPages,
  type OrderRow,
  type PriceEstimate,
} from '../../services/orders/index.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** The price of an order, until it is agreed. */
@Resolver(() => OrderType)
export class OrderReviewResolver {
  @Public()
  @Query(() => PriceEstimateType, {
    description: 'What an order would cost today. Errors: PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED.',
  })
  estimatePrice(
    @Arg('input', () => EstimatePriceInput, { description: 'Which service, and how many pages.' })
    input: EstimatePriceInput,
    @Ctx() context: Context,
  ): Promise<PriceEstimate> {
    return estimatePrice(context.read, input);
  }

  @Auth('order:submit')
  @Mutation(() => OrderType, {
    description:
      'Asks the team to count the pages of your order before you pay. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async submitOrderForReview(
    @Arg('input', () => SubmitOrderForReviewInput, { description: 'Which order.' }) input: SubmitOrderForReviewInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(submitOrderForReview, input), selectionOf(info));
  }

  @Auth('order:request-consultation')
  @Mutation(() => OrderType, {
    description: 'Asks for a conversation before a price is given. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async requestOrderConsultation(
    @Arg('input', () => RequestOrderConsultationInput, { description: 'Which order.' })
    input: RequestOrderConsultationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(requestOrderConsultation, input), selectionOf(info));
  }

  @Auth('order:review')
  @Mutation(() => OrderType, {
    description:
      'The conversation took place: the order is in review, to be verified or quoted. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async closeOrderConsultation(
    @Arg('input', () => CloseOrderConsultationInput, { description: 'Which order.' })
    input: CloseOrderConsultationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(closeOrderConsultation, input), selectionOf(info));
  }

  @Auth('order:review')
  @Mutation(() => OrderType, {
    description:
      'Fixes the pages of an order in review. A price that is not higher holds at once, and can be paid; a higher one waits for the customer. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async verifyPages(
    @Arg('input', () => VerifyPagesInput, { description: 'Which order, and how many pages.' })
    input: VerifyPagesInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(verifyPages, input), selectionOf(info));
  }

  @Auth('order:submit')
  @Mutation(() => OrderType, {
    description:
      'Accepts the higher price of the verified pages of your order, which can then be paid. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, CONFLICT.',
  })
  async acceptMeasuredPages(
    @Arg('input', () => AcceptMeasuredPagesInput, { description: 'Which order.' }) input: AcceptMeasuredPagesInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(acceptMeasuredPages, input), selectionOf(info));
  }
}
