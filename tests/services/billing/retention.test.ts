import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Dispute } from '../../../src/entities/billing/dispute.entity.ts';
import { PaymentAllocation } from '../../../src/entities/billing/payment-allocation.entity.ts';
import { PaymentReversal } from '../../../src/entities/billing/payment-reversal.entity.ts';
import { WebhookEvent, type WebhookStatus } from '../../../src/entities/billing/webhook-event.entity.ts';
import { billingRetention } from '../../../src/services/billing/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { DAY } from '../../support/clock.ts';
import { makeInvoice } from '../../support/make/invoice.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeRefund } from '../../support/make/refund.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';
import { retain } from '../../support/retention.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function addEvent(
  { em, now }: Tx<'em' | 'now'>,
  { id, status }: { id: string; status: WebhookStatus },
): Promise<void> {
  em.create(WebhookEvent, {
    id,
    status,
    provider: 'stripe',
    type: 'checkout.session.completed',
    payload: {},
    occurredAt: now,
  });
}
const kept = async (): Promise<string[]> =>
  (await world.db.selectFrom('webhook_event').select('id').execute()).map(({ id }) => id).sort();

test('what a provider said is forgotten after 90 days, unless nobody has acted upon it', async () => {
  for (const status of ['APPLIED', 'IGNORED', 'RECEIVED'] as const)
    await world.run(addEvent, { id: `evt_${status}`, status });
  world.clock.advance(89 * DAY);
  await retain(world.contextFor(), billingRetention);
  expect(await kept()).toEqual(['evt_APPLIED', 'evt_IGNORED', 'evt_RECEIVED']);

  await world.run(addEvent, { id: 'evt_new', status: 'APPLIED' });
  world.clock.advance(2 * DAY);
  await retain(world.contextFor(), billingRetention);
  expect(await kept()).toEqual(['evt_RECEIVED', 'evt_new']);
});

async function addRefunded(
  { em, now }: Tx<'em' | 'now'>,
  { status }: { status: 'SUCCEEDED' | 'REQUESTED' },
): Promise<string> {
  const payer = makePerson(em, { email: `${newId()}@example.org` });
  const payment = makePayment(em, { payer, subjectId: newId(), status: 'PAID', paidAt: now });
  const proofFile = makeStoredFile(em, { owner: null });
  makeRefund(em, { payment, status, proofFile });
  await em.flush();
  return payment.id;
}

test('a payment goes after ten years with its refunds and their proofs, unless one of them is still open', async () => {
  const over = await world.run(addRefunded, { status: 'SUCCEEDED' });
  const open = await world.run(addRefunded, { status: 'REQUESTED' });
  const left = async () =>
    (await world.db.selectFrom('refund').select('payment_id').execute()).map(({ payment_id: id }) => id).sort();
  world.clock.advance(3_650 * DAY);
  await retain(world.contextFor(), billingRetention);
  expect(await left()).toEqual([over, open].sort());
  world.clock.advance(10 * DAY);
  await retain(world.contextFor(), billingRetention);
  expect(await left()).toEqual([open]);
  expect((await world.db.selectFrom('payment').select('id').execute()).map(({ id }) => id)).toEqual([open]);
  const files = await world.db.selectFrom('stored_file').select('id').where('deleted_at', 'is', null).execute();
  expect(files).toHaveLength(1);
});

async function addOldSale({ em }: Tx<'em'>): Promise<string> {
  const at = new Date('2010-03-01T10:00:00Z');
  const buyer = makePerson(em, { email: `${newId()}@example.org` });
  const invoice = makeInvoice(em, { buyer, subjectId: newId(), issuedAt: at, status: 'PAID', paidAt: at });
  const payment = makePayment(em, { payer: buyer, subjectId: newId(), status: 'PAID', paidAt: at, reversedAt: at });
  em.create(PaymentAllocation, { payment, invoice, cause: 'PAYMENT', amountCents: 35_000, at });
  em.create(PaymentReversal, { payment, amountCents: 35_000, reason: 'Impayé', at });
  em.create(Dispute, {
    payment,
    status: 'LOST',
    provider: 'SANDBOX',
    providerDisputeId: 'dp_1',
    amountCents: 35_000,
    reason: 'fraudulent',
  });
  await em.flush();
  return payment.id;
}

test('an invoice goes with what was paid of it, then the payment with its dispute and its reversal', async () => {
  const paymentId = await world.run(addOldSale, {});
  const left = async () => ({
    allocations: (await world.db.selectFrom('payment_allocation').select('id').execute()).length,
    payments: (await world.db.selectFrom('payment').select('id').where('id', '=', paymentId).execute()).length,
    disputes: (await world.db.selectFrom('dispute').select('id').execute()).length,
    reversals: (await world.db.selectFrom('payment_reversal').select('id').execute()).length,
  });
  await retain(world.contextFor(), billingRetention);
  expect(await left()).toEqual({ allocations: 0, payments: 1, disputes: 1, reversals: 1 });
  await retain(world.contextFor(), billingRetention);
  expect(await left()).toEqual({ allocations: 0, payments: 0, disputes: 0, reversals: 0 });
});
