import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { Tx } from '../platform/context.ts';
import { allocate } from './allocations.ts';
import { recordRefundDue } from './refund-due.ts';
import { balanceOf, updateBalance, type BalanceNeeds } from './update-balance.ts';

/**
 * Takes a confirmed payment for an invoice, which is locked or new: as much as the invoice still asks for. What is more than that
 * is due for a refund (OVERPAID).
 */
export function allocatePayment(
  tx: BalanceNeeds & Tx<'em'>,
  { payment, invoice }: { readonly payment: Payment; readonly invoice: Invoice },
): void {
  const asked = invoice.status === 'CANCELLED' ? 0 : Math.max(0, balanceOf(invoice));
  const cents = Math.min(payment.amountCents, asked);
  payment.invoiceId = invoice.id;
  allocate(tx, { payment, invoice, cause: 'PAYMENT', cents });
  updateBalance(tx, invoice, payment.paidAt ?? tx.now);
  if (cents < payment.amountCents) recordRefundDue(tx, payment, 'OVERPAID');
}
