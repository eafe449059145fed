import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CapturePaymentInput, ReleasePaymentInput } from '../../schema/billing/payment-intent.input.ts';
import { PaymentType } from '../../schema/billing/payment.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { capturePayment, getPayment, releasePayment, type PaymentRow } from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** Amounts that are held on cards, for admins. */
@Resolver(() => PaymentType)
export class PaymentHoldAdminResolver {
  @Auth('payment:record', { stepUp: true })
  @Mutation(() => PaymentType, {
    description:
      'Takes the amount that is held on a card; the payment is paid and invoiced as soon as the provider has taken it. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async capturePayment(
    @Arg('input', () => CapturePaymentInput, { description: 'Which payment.' }) input: CapturePaymentInput,
    @Ctx() context: Context,
  ): Promise<PaymentRow> {
    return getPayment(context.read, (await context.run(capturePayment, input)).id);
  }

  @Auth('payment:record', { stepUp: true })
  @Mutation(() => PaymentType, {
    description: 'Releases the amount that is held on a card: nothing is taken. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async releasePayment(
    @Arg('input', () => ReleasePaymentInput, { description: 'Which payment.' }) input: ReleasePaymentInput,
    @Ctx() context: Context,
  ): Promise<PaymentRow> {
    return getPayment(context.read, (await context.run(releasePayment, input)).id);
  }
}
