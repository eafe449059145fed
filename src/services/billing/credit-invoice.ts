import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { PaymentProviders } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { money } from '../kernel/money.ts';
import type { RefundReason } from '../kernel/refund-reasons.ts';
import { isRepeated, keyed, type Keyed } from '../platform/request-keys.ts';
import { writing } from '../platform/orm/values.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Operation, Tx } from '../platform/context.ts';
import { addRefund } from './add-refund.ts';
import { examineClock } from './clock-guard.ts';
import { issueCreditNote, type CreditNeeds } from './issue-credit-note.ts';
import { lockPaymentOf, type LockedPayment } from './lock-refunds.ts';
import { movedCentsOf } from './offset-invoice.ts';
import { refundable } from './refund.policy.ts';
import { requireBelieved, requireBelievedClock } from './require-believed-clock.ts';
import { requireUndisputed } from './require-undisputed.ts';
import { takeRefund } from './refund-payment.ts';
import { openRefundStatuses } from './refund.states.ts';
import { updateBalance } from './update-balance.ts';
import { wantedCredit, type CreditChoice } from './wanted-credit.ts';

export interface CreditInvoice extends CreditChoice, Keyed {
  readonly invoiceId: string;
  readonly reason: RefundReason;
  /** Whether what was paid of it goes back. */
  readonly refund: boolean;
}

type CreditContext = CreditNeeds & Tx<'actor'>;

const operation = 'creditInvoice';

/**
 * Takes back an invoice, or a part of it, by a credit note. What is not paid yet is owed no more; of what was paid the buyer gets back
 * what the invoice no longer asks for, where `refund` says so, and never more. Refuses with `CREDIT_TOO_LARGE { available }`, a credit
 * note with `ACTION_NOT_ALLOWED`, and while a payment to be refunded is disputed with `PAYMENT_DISPUTED`.
 */
export const creditInvoice: Operation<'run' | 'payments' | 'limits' | 'db' | 'actor', CreditInvoice, Invoice> = async (
  ctx,
  input,
) => {
  const { key, ...content } = input;
  if (!(await isRepeated(ctx, { operation, key, content }))) await takeRefund(ctx);
  await requireBelievedClock(ctx);
  return ctx.run(
    keyed(operation, credit(ctx.payments), ({ em }, id) => em.findOneOrFail(Invoice, { id })),
    input,
  );
};

const credit =
  (providers: PaymentProviders) =>
  async (tx: CreditContext, input: Omit<CreditInvoice, 'key'>): Promise<Invoice> => {
    const { invoiceId, reason, refund } = input;
    const paid = refund ? await paymentsOf(tx, invoiceId) : [];
    const invoice = await lockedInvoice(tx, invoiceId);
    const wanted = await wantedCredit(tx, invoice, input);
    requireBelieved((await examineClock(tx)) === null);
    const creditNote = await issueCreditNote(tx, { invoice, wanted });
    updateBalance(tx, invoice);
    crashPoint('after-balance-lowered');
    let owed = Math.min(creditNote.grossCents, owedBack(invoice, paid));
    for (const { payment, refunds } of paid) {
      const cents = Math.min(owed, refundable(payment, refunds, await movedCentsOf(tx, payment)).amount);
      if (cents <= 0) continue;
      await requireUndisputed(tx, payment);
      await addRefund(tx, providers, { payment, amount: money(cents, payment.currency), reason, creditNote });
      owed -= cents;
    }
    return creditNote;
  };

async function lockedInvoice({ em }: Tx<'em'>, id: string): Promise<Invoice> {
  const invoice = isId(id) ? await em.findOne(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (invoice === null) throw new DomainError('NOT_FOUND');
  if (invoice.kind === 'CREDIT_NOTE')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'credit', status: invoice.status });
  return invoice;
}

/** The payments of an invoice, newest first, locked with their refunds before the invoice is. */
async function paymentsOf(tx: Tx<'em'>, invoiceId: string): Promise<LockedPayment[]> {
  const rows = await writing(tx.em)
    .db.selectFrom('payment')
    .select('id')
    .where('invoice_id', '=', invoiceId)
    .orderBy('id', 'desc')
    .execute();
  const locked: LockedPayment[] = [];
  for (const { id } of rows) locked.push(await lockPaymentOf(tx, id));
  return locked;
}

const isUnderWay = new Set<string>(openRefundStatuses);

/** What the buyer is owed, and no refund is about to give back. */
function owedBack(invoice: Invoice, paid: readonly LockedPayment[]): number {
  const underWay = paid
    .flatMap(({ refunds }) => refunds)
    .filter(({ status }) => isUnderWay.has(status))
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  return Math.max(0, -invoice.balanceCents - underWay);
}
