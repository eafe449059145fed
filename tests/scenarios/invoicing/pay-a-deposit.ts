import assert from 'node:assert/strict';
import { amountOf } from './amount-of.ts';
import type { InvoicingContext } from './invoicing.context.ts';

/** A draft becomes a deposit invoice, which the customer pays by card. */
export async function payDeposit(story: InvoicingContext): Promise<string> {
  const issued = await story.issue({
    kind: 'DEPOSIT',
    lines: [{ description: 'Acompte de 30 % sur la réécriture', quantityThousandths: 1_000, unitPrice: '435' }],
    notes: 'À valoir sur la facture de solde.',
  });
  assert.equal(issued.kind, 'DEPOSIT');
  const paid = await story.payOnPage(issued);
  assert.deepEqual(paid.paid, issued.gross);
  story.deposit = paid;
  return `${paid.number}, ${amountOf(paid.gross)}, ${await story.keepPaper('acompte.pdf', paid.id)}`;
}
