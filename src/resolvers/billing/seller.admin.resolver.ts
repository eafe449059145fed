import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { ChangeSellerInput } from '../../schema/billing/seller.input.ts';
import { SellerArgs, SellerType } from '../../schema/billing/seller.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { changeSeller, getSeller, type SellerRow } from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** The business that sells, version by version. */
@Resolver(() => SellerType)
export class SellerAdminResolver {
  @Auth('seller:read')
  @Query(() => SellerType, { description: 'The seller, as invoices of a day say it.' })
  seller(@Args(() => SellerArgs) args: SellerArgs, @Ctx() context: Context): Promise<SellerRow> {
    return context.perform(getSeller, args);
  }

  @Auth('seller:change', { stepUp: true })
  @Mutation(() => SellerType, {
    description:
      'Writes a new version of the seller; invoices that were issued keep what theirs said. Errors: INPUT_INVALID, with each wrong field.',
  })
  changeSeller(
    @Arg('input', () => ChangeSellerInput, { description: 'What changes, and from which day on.' })
    input: ChangeSellerInput,
    @Ctx() context: Context,
  ): Promise<SellerRow> {
    return context.run(changeSeller, input);
  }
}
