import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  PayByMobileMoneyInput,
  ReportDebitInput,
  ResolveMobilePaymentInput,
} from '../../schema/billing/mobile-money.input.ts';
import { MobileMoneyPaymentType, MobileNetworkType } from '../../schema/billing/mobile-money.type.ts';
import { PaymentType } from '../../schema/billing/payment.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  getPayment,
  listMobileNetworks,
  payByMobileMoney,
  reportDebit,
  resolvePush,
  type MobileNetworkRow,
  type PaymentRow,
} from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** Payments that are confirmed on a phone. */
@Resolver(() => PaymentType)
export class MobileMoneyResolver {
  @Auth('payment:open')
  @Query(() => [MobileNetworkType], {
    description: 'The networks of mobile money that are offered here; none without a provider.',
  })
  mobileMoneyNetworks(@Ctx() context: Context): Promise<MobileNetworkRow[]> {
    return context.perform(listMobileNetworks, undefined);
  }

  @Heavy()
  @Auth('payment:open')
  @Mutation(() => MobileMoneyPaymentType, {
    description:
      'Asks a phone to confirm the payment of something priced in francs CFA, 100 to 2,000,000. One request a minute and five an hour for each phone. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, ORDER_ALREADY_PAID, BILLING_PROFILE_INCOMPLETE, AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE, RATE_LIMITED.',
  })
  async payByMobileMoney(
    @Arg('input', () => PayByMobileMoneyInput, { description: 'What to pay for, and whose phone is asked.' })
    input: PayByMobileMoneyInput,
    @Ctx() context: Context,
  ): Promise<{ payment: PaymentRow; paymentUrl: string | null }> {
    const { paymentId, paymentUrl } = await context.perform(payByMobileMoney, input);
    return { payment: await getPayment(context.read, paymentId), paymentUrl };
  }

  @Auth('payment:record', { stepUp: true })
  @Mutation(() => PaymentType, {
    description:
      'Ends the doubt about a mobile payment by what the provider’s own list shows: its reference, which is then read; without one it has failed. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, PAYMENT_UNAVAILABLE.',
  })
  async resolveMobilePayment(
    @Arg('input', () => ResolveMobilePaymentInput, { description: 'Which payment, and its reference.' })
    input: ResolveMobilePaymentInput,
    @Ctx() context: Context,
  ): Promise<PaymentRow> {
    await context.perform(resolvePush, input);
    return getPayment(context.read, input.paymentId);
  }

  @Auth('payment:open')
  @Mutation(() => PaymentType, {
    description:
      'Says that a mobile payment of yours was debited though it is not paid here: the provider is asked again at once, and the admins look. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, RATE_LIMITED.',
  })
  async reportDebit(
    @Arg('input', () => ReportDebitInput, { description: 'Which payment.' }) input: ReportDebitInput,
    @Ctx() context: Context,
  ): Promise<PaymentRow> {
    return getPayment(context.read, (await context.perform(reportDebit, input)).id);
  }
}
