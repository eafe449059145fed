import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { AssignProofreaderInput } from '../../schema/orders/assign-proofreader.input.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import { ResumeOrderInput } from '../../schema/orders/resume-order.input.ts';
import { SuspendOrderInput } from '../../schema/orders/suspend-order.input.ts';
import { assignProofreader, resumeOrder, showOrder, suspendOrder } from '../../services/orders/index.ts';
import type { OrderRow } from '../../services/orders/index.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** Orders, for admins. */
@Resolver(() => OrderType)
export class OrderAdminResolver {
  @Auth('order:assign')
  @Mutation(() => OrderType, {
    description:
      'Gives a paid order to a proofreader, or to another one, also beyond what they can do by the due date: `proofreaderLoad` says so. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, PROOFREADER_REQUIRED, PROOFREADER_UNAVAILABLE.',
  })
  async assignProofreader(
    @Arg('input', () => AssignProofreaderInput, { description: 'Which order, and to whom.' })
    input: AssignProofreaderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(assignProofreader, input), selectionOf(info));
  }

  @Auth('order:suspend')
  @Mutation(() => OrderType, {
    description:
      'Stops the work on a paid order for a while; that time is added to its due date. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async suspendOrder(
    @Arg('input', () => SuspendOrderInput, { description: 'Which order.' }) input: SuspendOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(suspendOrder, input), selectionOf(info));
  }

  @Auth('order:resume')
  @Mutation(() => OrderType, {
    description: 'Lets a suspended order go on where it was. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, PAYMENT_DISPUTED.',
  })
  async resumeOrder(
    @Arg('input', () => ResumeOrderInput, { description: 'Which order.' }) input: ResumeOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(resumeOrder, input), selectionOf(info));
  }
}
