import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { InvoiceType } from '../../schema/billing/invoice.type.ts';
import { PaymentConnection } from '../../schema/billing/payment.type.ts';
import { PaymentsArgs } from '../../schema/billing/payments.args.ts';
import { RecordManualRefundInput, RefundPaymentInput, RetryRefundInput } from '../../schema/billing/refund.input.ts';
import { RefundConnection, RefundType } from '../../schema/billing/refund.type.ts';
import { RefundsArgs } from '../../schema/billing/refunds.args.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  getRefund,
  invoicesById,
  listPayments,
  listRefunds,
  recordManualRefund,
  refundPayment,
  retryRefund,
  type InvoiceRow,
  type PaymentRow,
  type RefundRow,
} from '../../services/billing/index.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, type Context } from '../context.ts';

/** Payments of everybody and their refunds, for admins. */
@Resolver(() => RefundType)
export class RefundAdminResolver {
  @Auth('payment:read-any')
  @Query(() => PaymentConnection, { description: 'Payments of everybody, newest first.' })
  payments(@Args(() => PaymentsArgs) args: PaymentsArgs, @Ctx() context: Context): Promise<PageOf<PaymentRow>> {
    return listPayments(context.read, args);
  }

  @Auth('payment:read-any')
  @Query(() => RefundConnection, { description: 'Refunds of everybody, newest first.' })
  refunds(@Args(() => RefundsArgs) args: RefundsArgs, @Ctx() context: Context): Promise<PageOf<RefundRow>> {
    return listRefunds(context.read, args);
  }

  @Auth('payment:refund', { stepUp: true })
  @Mutation(() => RefundType, {
    description:
      'Gives money of a payment back: all that is left, a part of it, or lines of its invoice. The provider is asked at once; the payer is notified when the money has left. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, REFUND_TOO_LARGE, CREDIT_TOO_LARGE, PAYMENT_DISPUTED, CONFLICT.',
  })
  async refundPayment(
    @Arg('input', () => RefundPaymentInput, { description: 'How much of which payment, and why.' })
    input: RefundPaymentInput,
    @Ctx() context: Context,
  ): Promise<RefundRow> {
    return getRefund(context.read, (await context.perform(refundPayment, input)).id);
  }

  @Auth('payment:refund', { stepUp: true })
  @Mutation(() => RefundType, {
    description:
      'Asks the provider again for a refund that failed. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, REFUND_TOO_LARGE, PAYMENT_DISPUTED.',
  })
  async retryRefund(
    @Arg('input', () => RetryRefundInput, { description: 'Which refund.' }) input: RetryRefundInput,
    @Ctx() context: Context,
  ): Promise<RefundRow> {
    return getRefund(context.read, (await context.perform(retryRefund, input)).id);
  }

  @Heavy()
  @Auth('payment:refund', { stepUp: true })
  @Mutation(() => RefundType, {
    description:
      'Records that a refund was paid by hand, with its proof: one that its provider cannot make, or one that failed there. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, REFUND_TOO_LARGE, FILE_TOO_LARGE, FILE_TYPE_REFUSED.',
  })
  async recordManualRefund(
    @Arg('input', () => RecordManualRefundInput, { description: 'Which refund, when it was paid, and the proof.' })
    { file, ...paid }: RecordManualRefundInput,
    @Ctx() context: Context,
  ): Promise<RefundRow> {
    const proven = { ...paid, file: file as Promise<IncomingFile> };
    return getRefund(context.read, (await context.perform(recordManualRefund, proven)).id);
  }

  @FieldResolver(() => InvoiceType, {
    nullable: true,
    description: 'The credit note that documents it; null before the money has left, and for money without an invoice.',
  })
  async creditNote(@Root() { creditNoteId }: RefundRow, @Ctx() context: Context): Promise<InvoiceRow | null> {
    return creditNoteId === null ? null : ((await loadOne(context, invoicesById, creditNoteId)) ?? null);
  }
}
