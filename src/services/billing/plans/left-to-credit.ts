import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import type { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { money, subtract, type Money } from '../../kernel/money.ts';
import type { Tx } from '../../platform/context.ts';
import { lockPaymentOf } from '../lock-refunds.ts';
import { promisedRefunds } from '../refund.policy.ts';

export interface PaidInvoice {
  readonly invoiceId: string;
  /** What the invoice was for. */
  readonly gross: Money;
  /** What no credit note has taken of it, and no refund is about to. */
  readonly left: Money;
}

/** The invoice of a paid period, with its payment locked. One that waits for the clock to be believed is not there yet. */
export async function paidInvoiceOf(tx: Tx<'em'>, period: PlanPeriod): Promise<PaidInvoice> {
  const { payment, refunds } = await lockPaymentOf(tx, period.paymentId ?? '');
  if (payment.invoiceId === null) throw new DomainError('CLOCK_IMPLAUSIBLE');
  const invoice = await tx.em.findOneOrFail(Invoice, { id: payment.invoiceId }, { refresh: true });
  const gross = money(invoice.grossCents, invoice.currency);
  const taken = money(invoice.offsetCents + promisedRefunds(refunds), invoice.currency);
  return { invoiceId: invoice.id, gross, left: subtract(gross, taken) };
}
