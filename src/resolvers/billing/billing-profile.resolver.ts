import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { UpdateBillingProfileInput, UpdateMyBillingProfileInput } from '../../schema/billing/billing-profile.input.ts';
import { BillingProfileType } from '../../schema/billing/billing-profile.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  getMyBillingProfile,
  updateBillingProfile,
  updateMyBillingProfile,
  type BillingProfileRow,
} from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** Whom invoices are made out to. */
@Resolver(() => BillingProfileType)
export class BillingProfileResolver {
  @Auth('billing-profile:manage')
  @Query(() => BillingProfileType, { description: 'Whom your invoices are made out to.' })
  myBillingProfile(@Ctx() context: Context): Promise<BillingProfileRow> {
    return getMyBillingProfile(context.read);
  }

  @Auth('billing-profile:manage')
  @Mutation(() => BillingProfileType, {
    description: 'Changes whom your next invoices are made out to. Errors: INPUT_INVALID, with each wrong field.',
  })
  updateMyBillingProfile(
    @Arg('input', () => UpdateMyBillingProfileInput, { description: 'What changes.' })
    input: UpdateMyBillingProfileInput,
    @Ctx() context: Context,
  ): Promise<BillingProfileRow> {
    return context.run(updateMyBillingProfile, input);
  }

  @Auth('billing-profile:manage-any')
  @Mutation(() => BillingProfileType, {
    description: 'Changes whom somebody’s next invoices are made out to. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  updateBillingProfile(
    @Arg('input', () => UpdateBillingProfileInput, { description: 'Whose, and what changes.' })
    input: UpdateBillingProfileInput,
    @Ctx() context: Context,
  ): Promise<BillingProfileRow> {
    return context.run(updateBillingProfile, input);
  }
}
