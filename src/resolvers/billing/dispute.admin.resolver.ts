import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { DisputeConnection, DisputeType } from '../../schema/billing/dispute.type.ts';
import { DisputesArgs } from '../../schema/billing/disputes.args.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { listDisputes, type DisputeRow } from '../../services/billing/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Payments that the payers' banks claim back, for admins. */
@Resolver(() => DisputeType)
export class DisputeAdminResolver {
  @Auth('payment:read-any')
  @Query(() => DisputeConnection, { description: 'Disputes of everybody’s payments, newest first.' })
  disputes(@Args(() => DisputesArgs) args: DisputesArgs, @Ctx() context: Context): Promise<PageOf<DisputeRow>> {
    return listDisputes(context.read, args);
  }
}
