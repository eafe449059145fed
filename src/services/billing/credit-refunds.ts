import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { Refund } from '../../entities/billing/refund.entity.ts';
import { money } from '../kernel/money.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { allocateBack, allocatedOf, lockInvoice } from './allocations.ts';
import { examineClock } from './clock-guard.ts';
import { issueCreditNote, type CreditNeeds } from './issue-credit-note.ts';
import type { LockedPayment } from './lock-refunds.ts';
import { creditOf } from './refunded-lines.ts';
import { refundedSum } from './refund.policy.ts';
import { balanceOf, updateBalance } from './update-balance.ts';
import { creditLaterTask } from './tasks/issue-later.task.ts';

/**
 * No invoiced money goes back without a credit note: whatever of it has, and no credit note says so, is documented now, or once
 * the clock is believed again. Money that never had an invoice goes back without one. Payment and refunds are locked.
 */
export async function creditRefunds(tx: CreditNeeds & Tx<'enqueue'>, locked: LockedPayment): Promise<void> {
  if (await creditNowUnlessDoubted(tx, locked)) return;
  const { id: paymentId } = locked.payment;
  tx.enqueue(creditLaterTask, { paymentId }, { dedupeKey: `${creditLaterTask.kind}:${paymentId}:${tx.now.getTime()}` });
}

/**
 * Takes what went back from the invoice together with its credit note, so that it is never owed in between. `false` while the
 * clock is not believed. Done twice, it is done once.
 */
export async function creditNowUnlessDoubted(tx: CreditNeeds, { payment, refunds }: LockedPayment): Promise<boolean> {
  if (payment.invoiceId === null || refunds.length === 0) return true;
  const booked = await allocatedOf(tx, payment);
  const cents = -takenFromInvoice(payment, refunds) - booked.REFUND;
  const invoice = await lockInvoice(tx, payment.invoiceId);
  const missing = await missingCredit(tx, invoice, cents);
  if (missing > 0 && (await examineClock(tx)) !== null) return false;
  allocateBack(tx, { payment, invoice, cause: 'REFUND', cents });
  const made = refunds.filter(({ status }) => status === 'SUCCEEDED');
  const open = made.filter(({ creditNote }) => isNone(creditNote));
  if (missing > 0)
    await issueFor(tx, { invoice, missing, refunds: [...open, ...made.filter((one) => !open.includes(one))] });
  else takeOver(open, refunds);
  updateBalance(tx, invoice);
  return true;
}

/** What went back of the money that the invoice took; what was more than it asked for goes back first. */
const takenFromInvoice = (payment: Payment, refunds: readonly Refund[]): number =>
  Math.max(0, refundedSum(payment, refunds).amount - (payment.amountCents - payment.allocatedCents));

/**
 * What went back and no credit note says so. One that was made for no refund (an invoice credited before it was paid back) leaves
 * the buyer a claim, which a refund pays without another.
 */
async function missingCredit(tx: Tx<'em'>, invoice: Invoice, cents: number): Promise<number> {
  const documented = await documentedCents(tx, invoice);
  const returned = invoice.refundedCents - cents;
  const left = invoice.grossCents - invoice.creditedCents;
  return Math.min(returned - documented, balanceOf(invoice) - cents, left);
}

/** What the credit notes of refunds say: each for as much as its refunds take, since it may have lowered what was owed too. */
async function documentedCents({ em }: Tx<'em'>, { id }: Invoice): Promise<number> {
  const rows = await writing(em)
    .db.selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .innerJoin('invoice as note', 'note.id', 'refund.credit_note_id')
    .select(({ fn }) => ['note.id', 'note.gross_cents', fn.sum('refund.amount_cents').as('refunded')])
    .where('payment.invoice_id', '=', id)
    .groupBy(['note.id', 'note.gross_cents'])
    .execute();
  return rows.reduce((sum, { gross_cents, refunded }) => sum + Math.min(Number(gross_cents), Number(refunded)), 0);
}

interface ToDocument {
  readonly invoice: Invoice;
  readonly missing: number;
  readonly refunds: readonly Refund[];
}

async function issueFor(tx: CreditNeeds, { invoice, missing, refunds }: ToDocument): Promise<void> {
  let left = missing;
  for (const refund of refunds) {
    const amount = Math.min(left, refund.amountCents);
    if (amount <= 0) continue;
    const wanted = await creditOf(tx, invoice, { refund, amount: money(amount, invoice.currency) });
    await issueCreditNote(tx, { invoice, refund, wanted });
    left -= amount;
  }
}

const isNone = (creditNote: Refund['creditNote']): boolean => (creditNote ?? null) === null;

/**
 * A credit note outlives a refund that the bank sent back: the money is owed still, and the refund that pays it after all takes
 * the credit note over. A second one would take from the invoice twice.
 */
function takeOver(open: readonly Refund[], refunds: readonly Refund[]): void {
  for (const refund of open) {
    const failed = refunds.find(({ status, creditNote }) => status === 'FAILED' && !isNone(creditNote));
    if (failed === undefined) continue;
    refund.creditNote = failed.creditNote;
    failed.creditNote = null;
  }
}
