import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Refund } from '../../entities/billing/refund.entity.ts';
import { money } from '../kernel/money.ts';
import type { Tx } from '../platform/context.ts';
import { examineClock } from './clock-guard.ts';
import { issueCreditNote, type CreditNeeds } from './issue-credit-note.ts';
import type { LockedPayment } from './lock-refunds.ts';
import { refundedSum } from './refund.policy.ts';
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

/** `false` while the clock is not believed. Done twice, it is done once. */
export async function creditNowUnlessDoubted(tx: CreditNeeds, { payment, refunds }: LockedPayment): Promise<boolean> {
  const { invoiceId } = payment;
  const returned = refundedSum(payment, refunds);
  if (invoiceId === null || returned.amount === 0) return true;
  const invoice = await tx.em.findOneOrFail(Invoice, { id: invoiceId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const made = refunds.filter(({ status }) => status === 'SUCCEEDED');
  const open = made.filter(({ creditNote }) => isNone(creditNote));
  const isDocumented = returned.amount <= creditedByRefunds(invoice);
  if (isDocumented) return takeOver(open, refunds);
  await tx.em.flush();
  if ((await examineClock(tx)) !== null) return false;
  for (const refund of [...open, ...made.filter((one) => !open.includes(one))]) {
    const missing = Math.min(returned.amount, invoice.grossCents - invoice.offsetCents) - creditedByRefunds(invoice);
    const amount = money(Math.min(missing, refund.amountCents), invoice.currency);
    if (amount.amount > 0) await issueCreditNote(tx, { invoice, refund, amount });
  }
  return true;
}

/** What was credited for money that went back, and not for money that pays another invoice. */
const creditedByRefunds = ({ creditedCents, offsetCents }: Invoice): number => creditedCents - offsetCents;

const isNone = (creditNote: Refund['creditNote']): boolean => (creditNote ?? null) === null;

/**
 * A credit note outlives a refund that the bank sent back: the money is owed still, and the refund that pays it after all takes
 * the credit note over. A second one would take from the invoice twice.
 */
function takeOver(open: readonly Refund[], refunds: readonly Refund[]): true {
  for (const refund of open) {
    const failed = refunds.find(({ status, creditNote }) => status === 'FAILED' && !isNone(creditNote));
    if (failed === undefined) continue;
    refund.creditNote = failed.creditNote;
    failed.creditNote = null;
  }
  return true;
}
