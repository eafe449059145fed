import assert from 'node:assert/strict';
import * as sdk from '../../../sdk/index.ts';
import { amountOf } from './amount-of.ts';
import type { InvoicingContext } from './invoicing.context.ts';

/** An invoice in francs CFA, confirmed on the page that stands in for the phone. */
export async function payByPhone(story: InvoicingContext): Promise<string> {
  const issued = await story.issue({
    currency: 'XOF',
    lines: [{ description: 'Relecture d’une nouvelle', quantityThousandths: 12_000, unit: 'pages', unitPrice: '1500' }],
  });
  const { payByMobileMoney } = await story.customer.mutate(sdk.PayByMobileMoneyDocument, {
    input: { subject: { type: 'INVOICE', id: issued.id }, network: 'MTN', phoneNumber: '+2290166000042' },
  });
  const { payment, paymentUrl } = payByMobileMoney;
  assert.deepEqual([payment.status, payment.phoneLast4], ['PROCESSING', '0042']);
  assert.ok(paymentUrl);
  const confirmed = await fetch(`${paymentUrl}/confirm`, { method: 'POST' });
  assert.match(await confirmed.text(), /Paiement confirmé/);
  const paid = await story.untilPaid(issued.id);
  return `${paid.number}, ${amountOf(paid.gross)}, ${await story.keepPaper('francs-cfa.pdf', paid.id)}`;
}
