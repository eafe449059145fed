import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { AdminBroadcastsArgs, WithdrawBroadcastInput } from '../../schema/notifications/notification.input.ts';
import { AdminBroadcastConnection, AdminBroadcastType } from '../../schema/notifications/notification.type.ts';
import {
  listBroadcasts,
  readCountsOf,
  withdrawBroadcast,
  type BroadcastRow,
} from '../../services/notifications/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadSure, type Context } from '../context.ts';

/** What admins broadcast to many people. */
@Resolver(() => AdminBroadcastType)
export class BroadcastAdminResolver {
  @Auth('notification:create')
  @Query(() => AdminBroadcastConnection, { description: 'The notifications sent to many users, the newest first.' })
  adminBroadcasts(
    @Args(() => AdminBroadcastsArgs) args: AdminBroadcastsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<BroadcastRow>> {
    return listBroadcasts(context.read, args);
  }

  @Auth('notification:create')
  @Mutation(() => AdminBroadcastType, {
    description: 'Takes one back: nobody sees it any more. Errors: NOT_FOUND.',
  })
  withdrawBroadcast(
    @Arg('input', () => WithdrawBroadcastInput, { description: 'Which one.' }) input: WithdrawBroadcastInput,
    @Ctx() context: Context,
  ): Promise<BroadcastRow> {
    return context.run(withdrawBroadcast, input);
  }

  @FieldResolver(() => Int, { description: 'How many have read it, of those who still have it.' })
  readCount(@Root() { id }: Pick<BroadcastRow, 'id'>, @Ctx() context: Context): Promise<number> {
    return loadSure(context, readCountsOf, id);
  }
}
