import type { RefundStatus } from '../../../entities/billing/refund.entity.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { Payer } from '../../kernel/payer.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { payerFrom, personColumnsIn } from '../payer.ts';

/** What mails say of a refund. */
export interface RefundToReport {
  readonly payer: Payer;
  readonly status: RefundStatus;
  readonly amount: Money;
  /** What had been paid for, in one line. */
  readonly description: string;
  readonly failureReason: string | null;
}

export async function findRefundToReport({ em }: Tx<'em'>, refundId: string): Promise<RefundToReport | undefined> {
  const row = await writing(em)
    .db.selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select([
      'refund.amount_cents',
      'refund.currency',
      'refund.status',
      'refund.failure_reason as failureReason',
      'payment.description',
      'payment.payer_id as userId',
      ...personColumnsIn('payment'),
    ])
    .where('refund.id', '=', refundId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { amount_cents, currency, status, description, failureReason } = row;
  return { payer: payerFrom(row), status, description, failureReason, amount: money(Number(amount_cents), currency) };
}
