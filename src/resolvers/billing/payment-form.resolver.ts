import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ChargedPaymentType, PaymentFormType } from '../../schema/billing/payment-form.type.ts';
import { CreatePaymentIntentInput, PayWithSavedMethodInput } from '../../schema/billing/payment-intent.input.ts';
import { PaymentType } from '../../schema/billing/payment.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  createPaymentIntent,
  getPayment,
  payWithSavedMethod,
  type ChargedPayment,
  type FormPayment,
  type PaymentRow,
} from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** Payments without the provider's page: in a form of the front-end, and by a saved card. */
@Resolver(() => ChargedPaymentType)
export class PaymentFormResolver {
  @Heavy()
  @Auth('payment:open')
  @Mutation(() => PaymentFormType, {
    description:
      'Begins to pay for something in a form of your page, or answers the payment that was begun. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, ORDER_ALREADY_PAID, AMOUNT_TOO_SMALL, BILLING_PROFILE_INCOMPLETE, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE, CONFLICT.',
  })
  createPaymentIntent(
    @Arg('input', () => CreatePaymentIntentInput, { description: 'What to pay for, and how.' })
    input: CreatePaymentIntentInput,
    @Ctx() context: Context,
  ): Promise<FormPayment> {
    return context.perform(createPaymentIntent, input);
  }

  @Heavy()
  @Auth('payment:open')
  @Mutation(() => ChargedPaymentType, {
    description:
      'Pays for something by a card that you saved. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, ORDER_ALREADY_PAID, AMOUNT_TOO_SMALL, BILLING_PROFILE_INCOMPLETE, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE, CONFLICT.',
  })
  payWithSavedMethod(
    @Arg('input', () => PayWithSavedMethodInput, { description: 'What to pay for, and by which card.' })
    input: PayWithSavedMethodInput,
    @Ctx() context: Context,
  ): Promise<ChargedPayment> {
    return context.perform(payWithSavedMethod, input);
  }

  @FieldResolver(() => PaymentType, { description: 'The payment as it is now.' })
  payment(@Root() { paymentId }: ChargedPayment, @Ctx() context: Context): Promise<PaymentRow> {
    return getPayment(context.read, paymentId);
  }
}
