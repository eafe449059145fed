import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PaymentType } from '../../schema/billing/payment.type.ts';
import { PlanPaymentType } from '../../schema/billing/plan-subscription.type.ts';
import { getPayment, type PaymentRow, type PlanPayment } from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** What became of the payment of a plan. */
@Resolver(() => PlanPaymentType)
export class PlanPaymentResolver {
  @FieldResolver(() => PaymentType, {
    description:
      'The payment as it is now: by a saved card PAID, FAILED, UNKNOWN, or PENDING while its owner must confirm it.',
  })
  payment(@Root() { paymentId }: PlanPayment, @Ctx() context: Context): Promise<PaymentRow> {
    return getPayment(context.read, paymentId);
  }
}
