import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RecordOfflinePaymentInput, ReversePaymentInput } from '../../schema/billing/offline-payment.input.ts';
import { PaymentType } from '../../schema/billing/payment.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { getPayment, recordOfflinePayment, reversePayment, type PaymentRow } from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** Money that comes without a provider, for admins. */
@Resolver(() => PaymentType)
export class OfflinePaymentAdminResolver {
  @Auth('payment:record', { stepUp: true })
  @Mutation(() => PaymentType, {
    description:
      'Records money that came without a provider (a transfer, a cheque, cash) for an issued invoice, whole or in part. What is more than the invoice still asks for is due for a refund. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, CONFLICT.',
  })
  async recordOfflinePayment(
    @Arg('input', () => RecordOfflinePaymentInput, { description: 'What came, when, how, and for which invoice.' })
    input: RecordOfflinePaymentInput,
    @Ctx() context: Context,
  ): Promise<PaymentRow> {
    return getPayment(context.read, (await context.run(recordOfflinePayment, input)).id);
  }

  @Auth('payment:record', { stepUp: true })
  @Mutation(() => PaymentType, {
    description:
      'Records that the money of a payment without a provider never came, as of a bounced cheque: its invoice is owed again. The payment itself stays as it was recorded. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async reversePayment(
    @Arg('input', () => ReversePaymentInput, { description: 'Which payment, and why.' }) input: ReversePaymentInput,
    @Ctx() context: Context,
  ): Promise<PaymentRow> {
    return getPayment(context.read, (await context.run(reversePayment, input)).id);
  }
}
