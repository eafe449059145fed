import type { AppContext } from '../../platform/context.ts';
import { creditWaiting } from '../tasks/issue-later.ts';

/** Money of an invoice that went back before credit notes were issued with it has its credit note now. */
export async function creditForgotten({ db, run }: Pick<AppContext, 'db' | 'run'>): Promise<void> {
  const payments = await db
    .selectFrom('payment')
    .innerJoin('invoice', 'invoice.id', 'payment.invoice_id')
    .select('payment.id as paymentId')
    .where('payment.status', 'in', ['REFUNDED', 'PARTIALLY_REFUNDED'])
    .whereRef('payment.refunded_cents', '>', 'invoice.credited_cents')
    .orderBy('payment.id')
    .execute();
  // While the clock is not believed they wait for another night.
  for (const { paymentId } of payments) await run(creditWaiting, { paymentId });
}
