import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import {
  DeclineAssignmentInput,
  UnassignProofreaderInput,
  UpdateProofreaderProfileInput,
} from '../../schema/orders/assignment.input.ts';
import { OrderType } from '../../schema/orders/order.type.ts';
import { ProofreaderLoadType, ProofreaderProfileType } from '../../schema/orders/proofreader.type.ts';
import {
  declineAssignment,
  getMyProofreaderProfile,
  listProofreaders,
  loadOfOrder,
  ordersAssignedTo,
  showOrder,
  unassignProofreader,
  updateMyProofreaderProfile,
  type OrderRow,
  type ProfileRow,
  type ProofreaderLoad,
} from '../../services/orders/index.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** Who proofreads an order. */
@Resolver(() => OrderType)
export class AssignmentResolver {
  @Heavy()
  @Auth('order:assign')
  @Query(() => [ProofreaderLoadType], {
    description:
      'The proofreaders whom an order may be assigned to, those who can hold its due date first, at most 100. Error: NOT_FOUND.',
  })
  proofreaders(
    @Arg('orderId', () => ID, { description: 'The order.' }) orderId: string,
    @Ctx() context: Context,
  ): Promise<ProofreaderLoad[]> {
    return context.perform(listProofreaders, { orderId });
  }

  @Cost({ cost: 10 })
  @FieldResolver(() => ProofreaderLoadType, {
    nullable: true,
    description:
      'How its proofreader stands with it, as `proofreaders` says; null for those who may not assign it, and while it has none.',
  })
  proofreaderLoad(@Root() order: OrderRow, @Ctx() context: Context): Promise<ProofreaderLoad | null> {
    return context.perform(loadOfOrder, order);
  }

  @Auth('order:assign')
  @Mutation(() => OrderType, {
    description:
      'Takes an order from its proofreader before its start: it is no longer theirs to see. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async unassignProofreader(
    @Arg('input', () => UnassignProofreaderInput, { description: 'Which order.' }) input: UnassignProofreaderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow> {
    return showOrder(context.read, await context.run(unassignProofreader, input), selectionOf(info));
  }

  @Auth('order:decline')
  @Mutation(() => Boolean, {
    description:
      'Gives back an order that is assigned to you, before its start: it is no longer yours to see, and the admins are notified. True. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID.',
  })
  async declineAssignment(
    @Arg('input', () => DeclineAssignmentInput, { description: 'Which order, and why.' })
    input: DeclineAssignmentInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.run(declineAssignment, input);
    return true;
  }

  @Auth('proofreader-profile:manage')
  @Query(() => ProofreaderProfileType, { description: 'What you can take on.' })
  myProofreaderProfile(@Ctx() context: Context): Promise<ProfileRow> {
    return getMyProofreaderProfile(context.read);
  }

  @Auth('proofreader-profile:manage')
  @Mutation(() => ProofreaderProfileType, {
    description: 'Says what you can take on, and when you are away. Error: INPUT_INVALID.',
  })
  updateMyProofreaderProfile(
    @Arg('input', () => UpdateProofreaderProfileInput, { description: 'What changes.' })
    input: UpdateProofreaderProfileInput,
    @Ctx() context: Context,
  ): Promise<ProfileRow> {
    return context.run(updateMyProofreaderProfile, input);
  }
}

/** What somebody has to do. */
@Resolver(() => UserType)
export class AssignedOrdersResolver {
  @Cost({ size: 10 })
  @FieldResolver(() => [OrderType], {
    description:
      'The orders that they have and have not delivered, at most 50, for those who may assign them: give them to others before `suspendUser`. None for anybody else.',
  })
  assignedOrders(
    @Root() { id }: { id: string },
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow[]> {
    return ordersAssignedTo(context.read, id, selectionOf(info));
  }
}
