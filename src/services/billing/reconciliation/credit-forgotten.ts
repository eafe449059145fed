import { sql } from 'kysely';
import type { AppContext } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import { creditWaiting } from '../tasks/issue-later.ts';

/** Money of an invoice that went back before credit notes were issued with it has its credit note now. */
export async function creditForgotten({ db, run }: Pick<AppContext, 'db' | 'run'>): Promise<void> {
  const payments = await db
    .selectFrom('payment')
    .select('payment.id')
    .where('payment.invoice_id', 'is not', null)
    .where('payment.status', 'in', ['REFUNDED', 'PARTIALLY_REFUNDED'])
    .where(
      sql<boolean>`payment.refunded_cents - (payment.amount_cents - payment.allocated_cents) > (select coalesce(-sum(amount_cents), 0) from payment_allocation where payment_id = payment.id and cause = 'REFUND')`,
    )
    .orderBy('payment.id')
    .execute();
  // While the clock is not believed they wait for another night.
  await eachRow(payments, (paymentId) => run(creditWaiting, { paymentId }));
}
