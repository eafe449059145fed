import assert from 'node:assert/strict';
import * as sdk from '../../../sdk/index.ts';
import { eventually } from '../listening.ts';
import { amountOf } from './amount-of.ts';
import type { InvoicingContext } from './invoicing.context.ts';

const amount = { amount: 12_000, currency: 'EUR' } as const;

/** A part of the rest goes back, and with it a credit note; asked for again by the same key, it is the same refund. */
export async function refundPart(story: InvoicingContext): Promise<string> {
  const { admin, rest } = story;
  assert.ok(rest);
  const { payments } = await admin.query(sdk.PaymentsDocument, { filter: { subjectId: rest.id } });
  const [payment, ...others] = payments.nodes;
  assert.ok(payment);
  assert.equal(others.length, 0);
  const input = { paymentId: payment.id, amount, reason: 'NOT_DELIVERED', key: `part-of-${rest.number}` } as const;
  const { refundPayment } = await admin.mutate(sdk.RefundPaymentDocument, { input });
  assert.equal((await admin.mutate(sdk.RefundPaymentDocument, { input })).refundPayment.id, refundPayment.id);
  const refund = await eventually('the refund has its credit note', async () => {
    const { refunds } = await admin.query(sdk.RefundsDocument, { filter: { paymentId: payment.id } });
    return refunds.nodes.find(({ status, creditNote }) => status === 'SUCCEEDED' && creditNote !== null);
  });
  assert.match(refund.creditNote?.number ?? '', /^AVOIR-\d{4}-\d{6}$/);
  const { invoice } = await story.customer.query(sdk.InvoiceDocument, { id: rest.id });
  assert.deepEqual(
    [invoice.credited.amount, invoice.refunded.amount, invoice.balance.amount],
    [amount.amount, amount.amount, 0],
  );
  const paper = await story.keepPaper('avoir.pdf', refund.creditNote?.id ?? '');
  return `${refund.creditNote?.number ?? ''}, ${amountOf(amount)}, ${paper}`;
}
