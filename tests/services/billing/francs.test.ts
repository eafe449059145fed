import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Order } from '../../../src/entities/orders/order.entity.ts';
import { invoiceIssued } from '../../../src/services/billing/emails/invoice-issued.ts';
import { linesOfInvoices } from '../../../src/services/billing/queries/invoice-lines.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import { notifyInvoiceReady } from '../../../src/services/billing/tasks/notify-invoice-ready.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
beforeEach(async () => {
  world = await createBillingWorld();
});
afterEach(() => world.close());

test('an order in francs CFA is invoiced in whole francs, its VAT in euros too, and the mail says francs', async () => {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId, { totalCents: 10_000, unit: 'PAGE', declaredPages: 7 });
  await world.run(({ em }) => em.nativeUpdate(Order, { id: orderId }, { currency: 'XOF' }), undefined);
  const { sessionId } = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(sessionId));

  const invoice = await world.db.selectFrom('invoice').selectAll().executeTakeFirstOrThrow();
  expect([invoice.currency, ...[invoice.net_cents, invoice.tax_cents, invoice.gross_cents].map(Number)]).toEqual([
    'XOF',
    8_333,
    1_667,
    10_000,
  ]);
  const document = documentFromStore(jsonFrom(invoice.document));
  expect(document.totals.taxInEuros).toEqual({ amount: 254, currency: 'EUR' });
  const [line] = (await linesOfInvoices(world, [invoice.id])).get(invoice.id) ?? [];
  expect(line).toMatchObject({
    quantityThousandths: 7_000,
    unitPrice: { amount: '1190.4286', currency: 'XOF' },
    unitNet: { amount: 1_190, currency: 'XOF' },
    net: { amount: 8_333, currency: 'XOF' },
  });

  await notifyInvoiceReady(world, { invoiceId: invoice.id });
  const mail = await world.db
    .selectFrom('email_delivery')
    .select('data')
    .where('template', '=', invoiceIssued.name)
    .executeTakeFirstOrThrow();
  expect(jsonFrom(mail.data)).toMatchObject({ total: { amount: 10_000, currency: 'XOF' } });
});
