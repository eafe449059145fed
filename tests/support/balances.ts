import { balanceOf } from '../../src/services/billing/update-balance.ts';
import type { Db } from '../../src/services/platform/context.ts';

/** Of each invoice whose sums are not those of its allocations and credit notes, or whose status does not fit them: what is wrong. */
export async function wrongBalances(db: Db): Promise<string[]> {
  const invoices = await db.selectFrom('invoice').selectAll().execute();
  const rows = await db.selectFrom('payment_allocation').selectAll().execute();
  return invoices.flatMap((row) => {
    const of = (causes: readonly string[]): number =>
      rows
        .filter(({ invoice_id, cause }) => invoice_id === row.id && causes.includes(cause))
        .reduce((sum, { amount_cents }) => sum + Number(amount_cents), 0);
    const credited = invoices
      .filter(({ corrects_id }) => corrects_id === row.id)
      .reduce((sum, { gross_cents }) => sum + Number(gross_cents), 0);
    const sums = {
      grossCents: Number(row.gross_cents),
      creditedCents: credited,
      paidCents: of(['PAYMENT']),
      refundedCents: 0 - of(['REFUND']),
      lostCents: 0 - of(['DISPUTE', 'REVERSAL']),
    };
    const isCredit = row.kind === 'CREDIT_NOTE';
    const expected = { ...sums, balanceCents: isCredit ? 0 : balanceOf(sums), isOver: isCredit || isOver(sums) };
    const said = {
      grossCents: Number(row.gross_cents),
      creditedCents: Number(row.credited_cents),
      paidCents: Number(row.paid_cents),
      refundedCents: Number(row.refunded_cents),
      lostCents: Number(row.lost_cents),
      balanceCents: Number(row.balance_cents),
      isOver: row.status === 'PAID' || row.status === 'CANCELLED',
    };
    return JSON.stringify(said) === JSON.stringify(expected)
      ? []
      : [`${row.number}: ${JSON.stringify(said)}, but ${JSON.stringify(expected)}`];
  });
}

const isOver = (sums: Parameters<typeof balanceOf>[0]): boolean =>
  balanceOf(sums) <= 0 || (sums.creditedCents > 0 && sums.creditedCents >= sums.grossCents);
