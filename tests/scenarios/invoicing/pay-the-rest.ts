import assert from 'node:assert/strict';
import { amountOf } from './amount-of.ts';
import type { InvoicingContext } from './invoicing.context.ts';

const wholeWork = {
  lines: [{ description: 'Réécriture complète du manuscrit', quantityThousandths: 1_000, unitPrice: '1450' }],
  notes: 'Merci de votre confiance.',
};

/** The final invoice has the whole work and takes the deposit back; the customer pays the rest. */
export async function payRest(story: InvoicingContext): Promise<string> {
  const { deposit } = story;
  assert.ok(deposit);
  const issued = await story.issue({ ...wholeWork, subject: { type: 'INVOICE', id: deposit.id } });
  assert.equal(issued.net.amount, 145_000 - deposit.net.amount);
  assert.deepEqual(issued.balance, issued.gross);
  story.rest = await story.payOnPage(issued);
  return `${issued.number}, ${amountOf(issued.gross)}, ${await story.keepPaper('solde.pdf', issued.id)}`;
}
