import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '../../../src/services/access/actor.ts';
import { localKeyRegister } from '../../../src/services/adapters/keys/key-register.ts';
import { localKeyFile } from '../../../src/services/adapters/keys/local-key-file.ts';
import { pdfkitPdf } from '../../../src/services/adapters/pdf/pdfkit.ts';
import { localDisk } from '../../../src/services/adapters/storage/local-disk.ts';
import {
  getInvoice,
  getPayment,
  getPaymentOfSession,
  invoicesOf,
  isInvoicePdf,
  listMyInvoices,
  mayReadInvoicePdf,
  paymentsOf,
} from '../../../src/services/billing/index.ts';
import { crossIndustryInvoice } from '../../../src/services/billing/factur-x/cross-industry-invoice.ts';
import { markOf } from '../../../src/services/billing/invoice-marks.ts';
import { linesOfInvoices } from '../../../src/services/billing/queries/invoice-lines.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import { printInvoice } from '../../../src/services/billing/tasks/print-invoice.ts';
import { notifyInvoiceReady } from '../../../src/services/billing/tasks/notify-invoice-ready.ts';
import { notifyPaymentFailed } from '../../../src/services/billing/tasks/notify-payment-failed.ts';
import { alertMismatch, alertRefundDue } from '../../../src/services/billing/tasks/alert-admins.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { openStored } from '../../../src/services/files/index.ts';
import { createVault, loadKeyRing, type Vault } from '../../../src/services/vault/index.ts';
import { HOUR } from '../../support/clock.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { attachedTo, isInstalled } from './pdf-tools.ts';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import { billables, createBillingWorld, customer, type BillingWorld } from './billing-world.ts';
import { newId } from '../../../src/services/kernel/ids.ts';

let world: BillingWorld;
let vault: Vault;
let customerId: string;
let orderId: string;
let invoiceId: string;

beforeEach(async () => {
  world = await createBillingWorld();
  const { dataDir, keysDir } = world.config;
  const ring = await loadKeyRing({
    source: localKeyFile({ path: join(keysDir, 'master-keys.json'), dataDir }),
    register: localKeyRegister(dataDir),
  });
  vault = createVault(await localDisk(join(dataDir, 'files')), () => ring);
  customerId = await world.addCustomer();
  orderId = await world.addOrder(customerId);
  const { sessionId } = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(sessionId));
  invoiceId = (await world.db.selectFrom('invoice').select('id').executeTakeFirstOrThrow()).id;
});
afterEach(() => world.close());

const around = () => ({
  ...{ db: world.db, run: world.run, config: world.config, derived: world.derived },
  ...{ pdf: pdfkitPdf(), vault },
});
const print = () => printInvoice(around(), { invoiceId });
const actorOf = (role: Actor['role'], userId: string = newId()): Actor => ({ ...customer(userId), role });
const jobs = async () => (await world.db.selectFrom('job').select('kind').execute()).map(({ kind }) => kind);

test('an issued invoice is printed, sealed and tied to its file once, however often and at once it is tried', async () => {
  expect(await jobs()).toContain('billing.print-invoice');
  await Promise.all([print(), print(), print()]);
  await print();
  const files = await world.db.selectFrom('stored_file').selectAll().orderBy('mime_type').execute();
  expect(files).toHaveLength(2);
  const [file, xml] = files;
  expect(xml).toMatchObject({ name: 'FACT-2026-000001.xml', mime_type: 'text/xml', owner_id: null });
  expect(file).toMatchObject({
    name: 'FACT-2026-000001.pdf',
    mime_type: 'application/pdf',
    kind: 'DOCUMENT',
    owner_id: null,
  });
  expect(await world.db.selectFrom('data_key').select('id').execute()).toHaveLength(2);
  const shown = await getInvoice(world.readContext(), invoiceId);
  expect([shown.pdfFileId, shown.xmlFileId]).toEqual([file?.id, xml?.id]);
  expect((await jobs()).filter((kind) => kind === 'billing.tell-invoice-ready')).toHaveLength(1);
  expect(world.auditLog.filter(({ action }) => action === 'INVOICE_PDF_GENERATED')).toHaveLength(1);
  expect(markOf(world.config, 'FACT-2026')).toBe(1);
});

test('the sealed bytes are the PDF of the frozen document, and its XML; nothing of them lies in the clear', async () => {
  await print();
  const pdf = await unsealed('application/pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const { document } = await world.db.selectFrom('invoice').select('document').executeTakeFirstOrThrow();
  const xml = crossIndustryInvoice(documentFromStore(jsonFrom(document)));
  expect((await unsealed('text/xml')).toString()).toBe(xml);
  if (isInstalled('pdfdetach')) expect(attachedTo(pdf).toString()).toBe(xml);
});

async function unsealed(mimeType: string): Promise<Buffer> {
  const found = world.db.selectFrom('stored_file').select('id').where('mime_type', '=', mimeType);
  const { id } = await found.executeTakeFirstOrThrow();
  const file = await openStored({ db: world.db, vault }, id);
  const bytes = await buffer(await file!.open());
  expect(bytes.length).toBe(file?.size);
  return bytes;
}

test('the customer is notified once, by mail and in the app; an erased one is not', async () => {
  await print();
  await notifyInvoiceReady(around(), { invoiceId });
  await notifyInvoiceReady(around(), { invoiceId });
  const mails = await world.db.selectFrom('email_delivery').select(['template', 'recipient_id', 'data']).execute();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ template: 'invoice-issued', recipient_id: customerId });
  expect(JSON.parse(typeof mails[0]?.data === 'string' ? mails[0].data : JSON.stringify(mails[0]?.data))).toMatchObject(
    {
      firstName: 'Hélène',
      invoiceNumber: 'FACT-2026-000001',
      issuedOn: '2026-11-20',
      total: { amount: 35_000, currency: 'EUR' },
      invoiceUrl: `${world.config.frontUrl}/factures/${invoiceId}`,
    },
  );
  const notifications = await world.db
    .selectFrom('notification')
    .select(['title', 'action_url'])
    .where('user_id', '=', customerId)
    .execute();
  expect(notifications).toEqual([{ title: 'Votre facture est disponible', action_url: `/factures/${invoiceId}` }]);
  await world.run(
    async ({ em }, id: string) => void ((await em.findOneOrFail(User, { id })).status = 'ERASED'),
    customerId,
  );
  await world.db.deleteFrom('email_delivery').execute();
  await notifyInvoiceReady(around(), { invoiceId });
  expect(await world.db.selectFrom('email_delivery').select('id').execute()).toHaveLength(0);
});

test('admins are alerted once about money that needs a person; payers are notified that a payment failed', async () => {
  const admin = await world.addCustomer();
  await world.run(async ({ em }, id: string) => void ((await em.findOneOrFail(User, { id })).role = 'ADMIN'), admin);
  const payment = { paymentId: newId(), subjectType: 'ORDER' as const, subjectId: orderId, payerId: customerId };
  for (let i = 0; i < 2; i++) {
    await alertRefundDue(
      { ...around(), billables, payments: paymentProviders(world.payments) },
      { ...payment, reason: 'ALREADY_PAID' },
    );
    await alertMismatch(around(), { ...payment, differences: ['amount'] });
    await notifyPaymentFailed(around(), payment);
  }
  const alerts = await world.db
    .selectFrom('notification')
    .select(['user_id', 'title', 'priority'])
    .orderBy('title')
    .execute();
  expect(alerts).toEqual([
    { user_id: admin, title: 'Un paiement est à rembourser', priority: 'URGENT' },
    { user_id: admin, title: 'Un paiement ne correspond pas', priority: 'URGENT' },
    { user_id: customerId, title: 'Votre paiement n’a pas abouti', priority: 'HIGH' },
  ]);
});

test('invoices and payments are seen by their person and by admins; for anyone else they do not exist', async () => {
  await print();
  const { id: fileId } = await world.db.selectFrom('stored_file').select('id').executeTakeFirstOrThrow();
  const payment = await world.db.selectFrom('payment').select(['id', 'provider_session_id']).executeTakeFirstOrThrow();
  const sees = async (actor: Actor) => {
    const ctx = world.readContext(actor);
    const tries = [
      getInvoice(ctx, invoiceId),
      getPayment(ctx, payment.id),
      getPaymentOfSession(ctx, payment.provider_session_id as string),
    ];
    const results = await Promise.allSettled(tries);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'NOT_FOUND' });
    const orders = { type: 'ORDER', ids: [orderId] } as const;
    const batched = [(await invoicesOf(ctx, orders)).get(orderId), (await paymentsOf(ctx, orders)).get(orderId)];
    return [
      ...results.map(({ status }) => status === 'fulfilled'),
      ...batched.map((list) => list?.length === 1),
      await mayReadInvoicePdf(ctx, fileId),
    ];
  };
  const all = Array.from({ length: 6 }, () => true);
  expect(await sees(customer(customerId))).toEqual(all);
  expect(await sees(actorOf('ADMIN'))).toEqual(all);
  for (const role of ['CUSTOMER', 'PROOFREADER', 'ARTISAN'] as const)
    expect(await sees(actorOf(role))).toEqual(all.map(() => false));
  expect(await isInvoicePdf(world.readContext(), fileId)).toBe(true);
  expect(await isInvoicePdf(world.readContext(), newId())).toBe(false);
  await expect(getInvoice(world.readContext(), 'no-id')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('one’s own invoices come page by page, newest first, with their lines in one query', async () => {
  for (let i = 0; i < 4; i++) {
    world.clock.advance(HOUR);
    const { sessionId } = await world.open(customerId, await world.addOrder(customerId));
    await world.processEvent(await world.payments.simulator.pay(sessionId));
  }
  const ctx = world.readContext(customer(customerId));
  const first = await listMyInvoices(ctx, { first: 3 });
  expect(first.nodes.map(({ number }) => number)).toEqual(['FACT-2026-000005', 'FACT-2026-000004', 'FACT-2026-000003']);
  const second = await listMyInvoices(ctx, { first: 3, after: first.pageInfo.endCursor });
  expect(second.nodes.map(({ number }) => number)).toEqual(['FACT-2026-000002', 'FACT-2026-000001']);
  expect(second.pageInfo.hasNextPage).toBe(false);
  expect((await listMyInvoices(world.readContext(customer(newId())), { first: 3 })).nodes).toEqual([]);
  await expect(listMyInvoices(ctx, { first: 3, after: 'x' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const lines = await linesOfInvoices(
    ctx,
    first.nodes.map(({ id }) => id),
  );
  for (const { id, gross } of first.nodes) expect(lines.get(id)?.map((line) => line.gross)).toEqual([gross]);
});
