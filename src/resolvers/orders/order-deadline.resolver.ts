import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import { AnswerExtensionInput, RequestExtensionInput } from '../../schema/orders/extension.input.ts';
import { OrderExtensionType } from '../../schema/orders/extension.type.ts';
import { LateOrderConnection, LateOrdersArgs } from '../../schema/orders/late-order.type.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import { SetDueDateInput } from '../../schema/orders/set-due-date.input.ts';
import { peopleByIds, type Person } from '../../services/identity/index.ts';
import {
  answerExtension,
  extensionRowOf,
  extensionsOf,
  listLateOrders,
  requestExtension,
  setDueDate,
  showOrder,
  type ExtensionRow,
  type LateOrderRow,
  type OrderRow,
} from '../../services/orders/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, type Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** Due dates of orders, and the requests to move them. */
@Resolver(() => OrderType)
export class OrderDeadlineResolver {
  @Auth('order:extend')
  @Heavy()
  @Mutation(() => OrderExtensionType, {
    description:
      'Asks for a later due date of an order that is assigned to you. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, EXTENSION_PENDING, INPUT_INVALID, CONFLICT.',
  })
  async requestExtension(
    @Arg('input', () => RequestExtensionInput, { description: 'Which order, until when, and why.' })
    input: RequestExtensionInput,
    @Ctx() context: Context,
  ): Promise<ExtensionRow> {
    return extensionRowOf(await context.run(requestExtension, input));
  }

  @Auth('order:answer-extension')
  @Heavy()
  @Mutation(() => OrderExtensionType, {
    description:
      'Grants or refuses a later due date; granted, the customer is notified. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID.',
  })
  async answerExtension(
    @Arg('input', () => AnswerExtensionInput, { description: 'Which request, and the answer.' })
    input: AnswerExtensionInput,
    @Ctx() context: Context,
  ): Promise<ExtensionRow> {
    return extensionRowOf(await context.run(answerExtension, input));
  }

  @Auth('order:set-due-date')
  @Heavy()
  @Mutation(() => OrderType, {
    description:
      'Says when a paid order is due; the customer is notified of a later date. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID.',
  })
  async setDueDate(
    @Arg('input', () => SetDueDateInput, { description: 'Which order, and when.' }) input: SetDueDateInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(setDueDate, input), selectionOf(info));
  }

  @Auth('order:list')
  @Query(() => LateOrderConnection, {
    description:
      'Orders that should be delivered by now, the longest late first unless said: why, and what comes next.',
  })
  lateOrders(
    @Args(() => LateOrdersArgs) args: LateOrdersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PageOf<LateOrderRow>> {
    return listLateOrders(context.read, { ...args, zone: context.timeZone }, selectionOf(info));
  }

  @Cost({ size: 3 })
  @FieldResolver(() => [OrderExtensionType], {
    description: 'Requests for a later due date, oldest first; none for its customer.',
  })
  async extensions(@Root() { id }: OrderRow, @Ctx() context: Context): Promise<readonly ExtensionRow[]> {
    return (await loadOne(context, extensionsOf, id)) ?? [];
  }
}

/** Who asks for a later due date. */
@Resolver(() => OrderExtensionType)
export class OrderExtensionResolver {
  @FieldResolver(() => UserType, { nullable: true })
  async askedBy(@Root() { askedById }: ExtensionRow, @Ctx() context: Context): Promise<Person | null> {
    return (await loadOne(context, peopleByIds, askedById)) ?? null;
  }
}
