import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { PaymentAllocation, type AllocationCause } from '../../entities/billing/payment-allocation.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { recordRefundDue } from './refund-due.ts';

export interface Allocation {
  readonly payment: Payment;
  /** Locked until the commit, or made in this transaction. */
  readonly invoice: Invoice;
  readonly cause: AllocationCause;
  /** Positive when it pays, negative when it is taken back. */
  readonly cents: number;
}

/** The invoice of a payment until the commit. Whoever moves its sums locks the payment, and its refunds, first. */
export const lockInvoice = ({ em }: Tx<'em'>, id: string): Promise<Invoice> =>
  em.findOneOrFail(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** Adds a row of what counts for an invoice, and moves its sums with it. The caller updates its balance afterwards. */
export function allocate(tx: Tx<'em' | 'now'>, { payment, invoice, cause, cents }: Allocation): void {
  if (cents === 0) return;
  tx.em.create(PaymentAllocation, { payment, invoice, cause, amountCents: cents, at: tx.now });
  if (cause === 'PAYMENT') {
    invoice.paidCents += cents;
    payment.allocatedCents += cents;
  } else if (cause === 'REFUND') invoice.refundedCents -= cents;
  else invoice.lostCents -= cents;
}

/** The same for money that was taken back, or is there again. What is then more than the invoice is due for a refund. */
export function allocateBack(tx: Tx<'em' | 'now' | 'record' | 'emit'>, allocation: Allocation): void {
  const { payment, invoice, cents } = allocation;
  const { paidCents, refundedCents, lostCents, grossCents } = invoice;
  const over = paidCents - refundedCents - lostCents + cents - grossCents;
  if (over > 0) {
    allocate(tx, { payment, invoice, cause: 'PAYMENT', cents: -over });
    recordRefundDue(tx, payment, 'OVERPAID');
  }
  allocate(tx, allocation);
}

/** The sums of a payment's rows so far, by cause; what this transaction has added is written first. */
export async function allocatedOf({ em }: Tx<'em'>, { id }: Payment): Promise<Record<AllocationCause, number>> {
  await em.flush();
  const rows = await writing(em)
    .db.selectFrom('payment_allocation')
    .select(({ fn }) => ['cause', fn.sum('amount_cents').as('sum')])
    .where('payment_id', '=', id)
    .groupBy('cause')
    .execute();
  const sums = { PAYMENT: 0, REFUND: 0, DISPUTE: 0, REVERSAL: 0 };
  for (const { cause, sum } of rows) sums[cause] = Number(sum);
  return sums;
}
