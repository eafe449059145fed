import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { CheckoutSessionType } from '../../schema/billing/checkout-session.type.ts';
import { InvoiceType } from '../../schema/billing/invoice.type.ts';
import { PaymentType } from '../../schema/billing/payment.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { CreateCheckoutSessionInput } from '../../schema/orders/create-checkout-session.input.ts';
import type { CheckoutSession, InvoiceRow, PaymentRow } from '../../services/billing/index.ts';
import { openOrderCheckout, orderSubjectType } from '../../services/orders/index.ts';
import type { Context } from '../context.ts';

/** Payments of orders. */
@Resolver(() => PaymentType)
export class OrderPaymentResolver {
  @Heavy()
  @Auth('payment:open')
  @Mutation(() => CheckoutSessionType, {
    description:
      'Opens the payment page of your order or invoice, or answers the one that is open. Errors: NOT_FOUND, INPUT_INVALID, ORDER_ALREADY_PAID, ACCEPTANCE_REQUIRED, ACTION_NOT_ALLOWED, BILLING_PROFILE_INCOMPLETE, AMOUNT_TOO_SMALL, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE, CONFLICT.',
  })
  createCheckoutSession(
    @Arg('input', () => CreateCheckoutSessionInput, { description: 'What to pay for.' })
    input: CreateCheckoutSessionInput,
    @Ctx() context: Context,
  ): Promise<CheckoutSession> {
    return context.perform(openOrderCheckout, input);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The order it pays for; null where it pays for something else.',
    deprecationReason: 'Goes on 2027-06-30: read subject.',
  })
  orderId(@Root() { subjectType, subjectId }: PaymentRow): string | null {
    return subjectType === orderSubjectType ? subjectId : null;
  }
}

/** Invoices of orders. */
@Resolver(() => InvoiceType)
export class OrderInvoiceResolver {
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The order it is for; null where it is for something else.',
    deprecationReason: 'Goes on 2027-06-30: read subject.',
  })
  orderId(@Root() { subjectType, subjectId }: InvoiceRow): string | null {
    return subjectType === orderSubjectType ? subjectId : null;
  }
}
