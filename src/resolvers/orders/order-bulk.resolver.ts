import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { OrderRunResultType, RunOnOrdersInput } from '../../schema/orders/run-on-orders.input.ts';
import { runOnOrders, showRun, type ShownResult } from '../../services/orders/index.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** One action on many orders, for admins. */
@Resolver(() => OrderRunResultType)
export class OrderBulkResolver {
  @Cost({ size: 100 })
  @Auth('order:bulk')
  @Mutation(() => [OrderRunResultType], {
    description:
      'Does one thing to each of these orders, each by itself: one result for each, in the order of the ids, with the code of what was refused. With the same key the same answer. Errors: CONFLICT.',
  })
  async runOnOrders(
    @Arg('input', () => RunOnOrdersInput, { description: 'Which orders, and what to do.' }) input: RunOnOrdersInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShownResult[]> {
    return showRun(context.read, await context.perform(runOnOrders, input), selectionOf(info));
  }
}
