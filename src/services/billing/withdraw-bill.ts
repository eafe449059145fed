import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { money } from '../kernel/money.ts';
import type { Subject } from '../kernel/subject.ts';
import type { Tx } from '../platform/context.ts';
import { closePayments } from './close-payments.ts';
import { examineClock } from './clock-guard.ts';
import { isOwed } from './invoice.states.ts';
import { issueCreditNote, type CreditNeeds } from './issue-credit-note.ts';
import { cancelIntentTask } from './tasks/intent-jobs.ts';
import { updateBalance } from './update-balance.ts';
import { wantedCredit } from './wanted-credit.ts';

const lockMode = LockMode.PESSIMISTIC_WRITE;

/**
 * Nobody is to pay for this any more: payments that were begun are ended where that is possible, and what is owed of its invoices is
 * credited. What comes all the same goes back, since its subject refuses it.
 */
export async function withdrawBill(tx: CreditNeeds & Tx<'enqueue'>, subject: Subject): Promise<void> {
  await closePayments(tx, subject);
  await releaseHolds(tx, subject);
  const { type: subjectType, id: subjectId } = subject;
  const invoices = await tx.em.find(Invoice, { subjectType, subjectId, kind: { $ne: 'CREDIT_NOTE' } }, { lockMode });
  for (const invoice of invoices) if (isOwed(invoice)) await creditOwed(tx, invoice);
}

/** Money that is held and was not taken. */
async function releaseHolds(tx: Tx<'em' | 'enqueue'>, { type: subjectType, id: subjectId }: Subject): Promise<void> {
  const begun = await tx.em.find(Payment, { subjectType, subjectId, status: 'AUTHORIZED' }, { lockMode });
  for (const { id: paymentId, providerPaymentId } of begun)
    if (providerPaymentId !== null)
      tx.enqueue(cancelIntentTask, { paymentId }, { dedupeKey: `${cancelIntentTask.kind}:${paymentId}` });
}

async function creditOwed(tx: CreditNeeds, invoice: Invoice): Promise<void> {
  if ((await examineClock(tx)) !== null) throw new DomainError('CLOCK_IMPLAUSIBLE');
  const wanted = await wantedCredit(tx, invoice, { amount: money(invoice.balanceCents, invoice.currency) });
  await issueCreditNote(tx, { invoice, wanted });
  updateBalance(tx, invoice);
}
