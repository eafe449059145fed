import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { PublicInvoiceArgs, PublicInvoiceType } from '../../schema/billing/public-invoice.type.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { publicInvoice, type PublicInvoiceRow } from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** What the holder of a mailed link sees without an account. */
@Resolver()
export class InvoicePublicResolver {
  @Credential()
  @Public()
  @Query(() => PublicInvoiceType, {
    description:
      'The invoice or credit note that a mailed link opens, without an account. Twenty tries in a quarter of an hour. Errors: TOKEN_INVALID.',
  })
  publicInvoice(
    @Args(() => PublicInvoiceArgs) args: PublicInvoiceArgs,
    @Ctx() context: Context,
  ): Promise<PublicInvoiceRow> {
    return context.perform(publicInvoice, args);
  }
}
