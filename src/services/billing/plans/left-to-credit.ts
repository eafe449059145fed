import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import type { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { Tx } from '../../platform/context.ts';
import { lockPaymentOf } from '../lock-refunds.ts';
import { promisedRefunds } from '../refund.policy.ts';

export interface PaidInvoice {
  readonly invoiceId: string;
  /** What the invoice was for. */
  readonly gross: Money;
  /** What is there of the money that paid it: not what was moved to another invoice, lost, refunded or about to be. */
  readonly left: Money;
}

/** The invoice of a paid period, with its payment locked. One that waits for the clock to be believed is not there yet. */
export async function paidInvoiceOf(tx: Tx<'em'>, period: PlanPeriod): Promise<PaidInvoice> {
  const { payment, refunds } = await lockPaymentOf(tx, period.paymentId ?? '');
  if (payment.invoiceId === null) throw new DomainError('CLOCK_IMPLAUSIBLE');
  const invoice = await tx.em.findOneOrFail(Invoice, { id: payment.invoiceId }, { refresh: true });
  const gross = money(invoice.grossCents, invoice.currency);
  const left = invoice.paidCents - invoice.lostCents - promisedRefunds(refunds);
  return { invoiceId: invoice.id, gross, left: money(Math.max(0, left), invoice.currency) };
}
