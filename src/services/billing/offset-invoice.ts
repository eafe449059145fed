import { LockMode } from '@mikro-orm/core';
import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import type { Money } from '../kernel/money.ts';
import { numberFrom, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { allocate, lockInvoice } from './allocations.ts';
import { issueCreditNote, type CreditNeeds } from './issue-credit-note.ts';
import { updateBalance } from './update-balance.ts';

/** Money of a payment that pays another invoice from now on. */
interface Moved {
  readonly payment: Payment;
  readonly cents: number;
}

/** The earlier invoice, and how much of it the new one takes over. */
export interface Offset {
  readonly invoiceId: string;
  readonly amount: Money;
}

/**
 * Credits a part of a paid invoice and frees the money that paid it: a credit note without a refund. The money came by the latest
 * payments first; payments are locked before the invoice.
 */
export async function creditForOffset(tx: CreditNeeds, { invoiceId, amount }: Offset): Promise<Moved[]> {
  const paid = await paidBy(tx, invoiceId);
  const invoice = await lockInvoice(tx, invoiceId);
  await issueCreditNote(tx, { invoice, wanted: { amount }, offset: amount });
  let left = amount.amount;
  const moved = paid.map(({ payment, cents }): Moved => {
    const taken = Math.min(left, cents);
    left -= taken;
    return { payment, cents: taken };
  });
  for (const { payment, cents } of moved) allocate(tx, { payment, invoice, cause: 'PAYMENT', cents: -cents });
  updateBalance(tx, invoice);
  return moved;
}

/** Pays a new invoice with it. */
export function payByOffset(tx: Tx<'em' | 'now'>, invoice: Invoice, moved: readonly Moved[]): void {
  for (const { payment, cents } of moved) allocate(tx, { payment, invoice, cause: 'PAYMENT', cents });
}

/** What is there of each payment of an invoice, the latest first; locked until the commit. */
async function paidBy({ em }: Tx<'em'>, invoiceId: string): Promise<Moved[]> {
  await em.flush();
  const sums = await writing(em)
    .db.selectFrom('payment_allocation')
    .select(({ fn }) => ['payment_id', fn.sum('amount_cents').as('cents'), fn.max('id').as('latest')])
    .where('invoice_id', '=', invoiceId)
    .groupBy('payment_id')
    .execute();
  const ids = sums.map(({ payment_id }) => payment_id);
  const payments = await em.find(
    Payment,
    { id: { $in: ids } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  return sums
    .toSorted((a, b) => (a.latest < b.latest ? 1 : -1))
    .map(({ payment_id, cents }) => ({
      payment: payments.find(({ id }) => id === payment_id) as Payment,
      cents: Math.max(0, Number(cents)),
    }));
}

/** What of a payment pays other invoices than the one that it was made for, in minor units. */
export async function movedCentsOf({ em }: Tx<'em'>, { id, invoiceId }: Payment): Promise<number> {
  if ((invoiceId ?? null) === null) return 0;
  await em.flush();
  const row = await writing(em)
    .db.selectFrom('payment_allocation')
    .select(({ fn }) => fn.sum('amount_cents').as('cents'))
    .where('payment_id', '=', id)
    .where('invoice_id', '<>', invoiceId)
    .executeTakeFirstOrThrow();
  return numberFrom(row.cents);
}
