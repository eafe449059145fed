import type { Payment } from '../../entities/billing/payment.entity.ts';
import { writing } from '../platform/orm/values.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import { allocateBack, allocatedOf, lockInvoice } from './allocations.ts';
import { updateBalance, type BalanceNeeds } from './update-balance.ts';

/**
 * Brings the invoice of a locked payment in line with what of it was lost: by lost disputes, or because it never came. The
 * invoice is owed again for it, without a credit note; a dispute that is won after all restores it. Done twice, it is done once.
 */
export async function bookLosses(
  tx: BalanceNeeds & Tx<'em'>,
  payment: Payment,
  cause: 'DISPUTE' | 'REVERSAL',
): Promise<void> {
  if (payment.invoiceId === null) return;
  const booked = await allocatedOf(tx, payment);
  const cents = -lostOfInvoice(payment, await lostOf(tx, payment)) - booked.DISPUTE - booked.REVERSAL;
  if (cents === 0) return;
  const invoice = await lockInvoice(tx, payment.invoiceId);
  allocateBack(tx, { payment, invoice, cause, cents });
  updateBalance(tx, invoice);
  crashPoint('after-loss');
}

/** What was more than the invoice asked for is lost first. */
function lostOfInvoice({ amountCents, allocatedCents, refundedCents }: Payment, lostCents: number): number {
  const spare = Math.max(0, amountCents - allocatedCents - refundedCents);
  return Math.max(0, lostCents - spare);
}

async function lostOf({ em }: Tx<'em'>, { id, reversedAt, amountCents }: Payment): Promise<number> {
  const { sum } = await writing(em)
    .db.selectFrom('dispute')
    .select(({ fn }) => fn.sum('amount_cents').as('sum'))
    .where('payment_id', '=', id)
    .where('status', '=', 'LOST')
    .executeTakeFirstOrThrow();
  return Number(sum) + (reversedAt === null ? 0 : amountCents);
}
