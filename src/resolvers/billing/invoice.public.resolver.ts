import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { CheckoutSessionType } from '../../schema/billing/checkout-session.type.ts';
import { InvoiceToPayType, OpenInvoiceCheckoutInput, PayInvoiceArgs } from '../../schema/billing/pay-invoice.type.ts';
import { PublicInvoiceArgs, PublicInvoiceType } from '../../schema/billing/public-invoice.type.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import {
  openInvoiceCheckout,
  payInvoice,
  publicInvoice,
  type CheckoutSession,
  type InvoiceToPay,
  type PublicInvoiceRow,
} from '../../services/billing/index.ts';
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

  @Credential()
  @Public()
  @Query(() => InvoiceToPayType, {
    description:
      'The invoice that a mailed link pays, without an account: its number, and what is owed. The link is dead once the invoice is paid or credited. Twenty tries in a quarter of an hour. Errors: TOKEN_INVALID.',
  })
  payInvoice(@Args(() => PayInvoiceArgs) args: PayInvoiceArgs, @Ctx() context: Context): Promise<InvoiceToPay> {
    return context.perform(payInvoice, args);
  }

  @Credential()
  @Public()
  @Mutation(() => CheckoutSessionType, {
    description:
      'Opens the payment page of what is owed of the invoice of a mailed link, without an account, or answers the one that is open. Twenty tries in a quarter of an hour, with payInvoice. Errors: TOKEN_INVALID, ACTION_NOT_ALLOWED, BILLING_PROFILE_INCOMPLETE, PAYMENT_UNAVAILABLE.',
  })
  openInvoiceCheckout(
    @Arg('input', () => OpenInvoiceCheckoutInput, { description: 'The link.' }) input: OpenInvoiceCheckoutInput,
    @Ctx() context: Context,
  ): Promise<CheckoutSession> {
    return context.perform(openInvoiceCheckout, input);
  }
}
