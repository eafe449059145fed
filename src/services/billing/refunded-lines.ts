import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { Refund, RefundedLine } from '../../entities/billing/refund.entity.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { add, money, type Money } from '../kernel/money.ts';
import type { Tx } from '../platform/context.ts';
import { lockInvoice } from './allocations.ts';
import type { WantedCredit } from './compose-credit-note.ts';
import { wantedCredit, type LineChoice } from './wanted-credit.ts';

/** What goes back of a payment, by the lines of its invoice. */
export interface RefundedLines {
  readonly amount: Money;
  readonly lines: readonly RefundedLine[];
}

/**
 * The lines of an invoice that are given back, each for its amount or the whole of it. The payment is locked. Refuses lines of no
 * invoice of it (`INPUT_INVALID`), and with `CREDIT_TOO_LARGE { available }` what is not left of one.
 */
export async function refundedLines(
  tx: Tx<'em'>,
  payment: Payment,
  lines: readonly LineChoice[],
): Promise<RefundedLines> {
  if (payment.invoiceId === null) throw fieldError('input.lines', 'isInvoiced');
  const wanted = await wantedCredit(tx, await lockInvoice(tx, payment.invoiceId), { lines });
  const grosses = 'lines' in wanted ? wanted.lines.map(({ gross }) => gross) : [];
  return {
    amount: grosses.reduce((sum, gross) => add(sum, gross), money(0, payment.currency)),
    lines: lines.map(({ lineId }, i) => ({ lineId, amountCents: grosses[i]?.amount ?? 0 })),
  };
}

/** What the credit note of a refund takes back: the lines that it was asked for by, as long as that much of them is left. */
export async function creditOf(
  tx: Tx<'em'>,
  invoice: Invoice,
  { refund, amount }: { readonly refund: Refund; readonly amount: Money },
): Promise<WantedCredit> {
  if (!refund.refundedLines || amount.amount !== refund.amountCents) return { amount };
  const { currency } = amount;
  const lines = refund.refundedLines.map(({ lineId, amountCents }) => ({
    lineId,
    amount: { amount: amountCents, currency },
  }));
  try {
    return await wantedCredit(tx, invoice, { lines });
  } catch (error) {
    // Another credit note took them back meanwhile: the money has left, and is shared over what there is.
    if (error instanceof DomainError && error.code === 'CREDIT_TOO_LARGE') return { amount };
    throw error;
  }
}
