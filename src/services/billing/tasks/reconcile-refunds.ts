import { sql } from 'kysely';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import { creditWaiting } from './issue-later.ts';
import { readAgain, requestRefund, type RequestRefundNeeds } from './request-refund.ts';

/** More than a refund ever waits to be asked for: its own job comes first. */
const patienceMs = 10 * 60_000;

type ReconcileNeeds = RequestRefundNeeds & Pick<AppContext, 'db' | 'now'>;

/**
 * Every refund whose end is not known: makes up for lost events and for jobs that gave up. One that cannot be asked about does
 * not stop the others; the job is then tried again.
 */
export async function reconcileRefunds(ctx: ReconcileNeeds): Promise<void> {
  const open = await ctx.db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select([
      'refund.id',
      'refund.provider',
      'refund.provider_refund_id as providerRefundId',
      'payment.provider_payment_id as providerPaymentId',
    ])
    .where('refund.status', 'in', ['REQUESTED', 'UNKNOWN'])
    .where('refund.is_manual', '=', false)
    .where('refund.created_at', '<', new Date(ctx.now.getTime() - patienceMs))
    .orderBy('refund.id')
    .execute();
  let failures = 0;
  for (const { id, provider, providerRefundId, providerPaymentId } of open) {
    try {
      // One that the provider never answered about is asked for again, under the key it had.
      if (providerRefundId === null) await requestRefund(ctx, { refundId: id });
      else if (providerPaymentId !== null) await readAgain(ctx, { id, provider, providerPaymentId });
    } catch (error) {
      failures += 1;
      ctx.log.warn({ refundId: id, error }, 'refund not reconciled');
    }
  }
  await creditForgotten(ctx);
  if (failures > 0) throw new DomainError('PAYMENT_UNAVAILABLE', { failures });
}

/** Money of an invoice that went back before credit notes were issued with it has its credit note now. */
async function creditForgotten({ db, run }: ReconcileNeeds): Promise<void> {
  const payments = await db
    .selectFrom('payment')
    .select('payment.id as paymentId')
    .where('payment.invoice_id', 'is not', null)
    .where('payment.status', 'in', ['REFUNDED', 'PARTIALLY_REFUNDED'])
    .where(
      sql<boolean>`payment.refunded_cents - (payment.amount_cents - payment.allocated_cents) > (select coalesce(-sum(amount_cents), 0) from payment_allocation where payment_id = payment.id and cause = 'REFUND')`,
    )
    .orderBy('payment.id')
    .execute();
  // While the clock is not believed they wait for another night.
  for (const { paymentId } of payments) await run(creditWaiting, { paymentId });
}
