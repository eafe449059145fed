import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { person, type Person } from '../../services/orders/orders-fixture.ts';
import { HOUR, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { makeInvoice } from '../../support/make/invoice.ts';

const clock = testClock();
let env: AppEnvironment;
let customer: Person;
let admin: Actor;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  customer = await person(env);
  const { actor } = await person(env, 'ADMIN');
  admin = { ...actor, provenAt: clock.now() };
});
afterAll(() => env.close());

async function addInvoice({ em, now }: Tx<'em' | 'now'>): Promise<string> {
  const buyer = em.getReference(User, customer.id);
  const invoice = makeInvoice(em, { buyer, subjectId: newId(), issuedAt: now, dueOn: '2027-12-31' });
  await em.flush();
  return invoice.id;
}
const unpaid = (): Promise<string> => env.contextFor().run(addInvoice, {});

const document = `mutation($input: RecordOfflinePaymentInput!) { recordOfflinePayment(input: $input) {
  id status provider method receivedOn reference reversedAt refundDueReason refundDue { amount } disputed { amount } } }`;
const inputFor = (invoiceId: string, more: object = {}) => ({
  invoiceId,
  amount: { amount: 40_000, currency: 'EUR' },
  method: 'CHEQUE',
  receivedOn: clock.now().toISOString().slice(0, 10),
  reference: 'CHQ 7',
  ...more,
});
const invoiceSeen = async (id: string) =>
  (
    await env.ask(
      customer.actor,
      'query($id: ID!) { invoice(id: $id) { status paid { amount } refunded { amount } lost { amount } balance { amount } paidAt overdueAt } }',
      { id },
    )
  ).data;

test('an admin records a cheque and its bounce: the buyer reads what is owed', async () => {
  const invoiceId = await unpaid();
  const made = await env.ask(admin, document, { input: inputFor(invoiceId) });
  expect(made.codes).toEqual([]);
  const { recordOfflinePayment: payment } = made.data as { recordOfflinePayment: { id: string } };
  expect(payment).toMatchObject({
    status: 'PAID',
    provider: 'OFFLINE',
    method: 'CHEQUE',
    reference: 'CHQ 7',
    reversedAt: null,
    refundDueReason: 'OVERPAID',
    refundDue: { amount: 5_000 },
  });
  expect(await invoiceSeen(invoiceId)).toMatchObject({
    invoice: { status: 'PAID', paid: { amount: 35_000 }, balance: { amount: 0 } },
  });
  const reversed = await env.ask(
    admin,
    'mutation($input: ReversePaymentInput!) { reversePayment(input: $input) { status reversedAt refundDue { amount } } }',
    { input: { paymentId: payment.id, reason: 'Chèque sans provision' } },
  );
  expect(reversed.data).toMatchObject({ reversePayment: { status: 'PAID', refundDue: { amount: 0 } } });
  expect(reversed.data).not.toMatchObject({ reversePayment: { reversedAt: null } });
  expect(await invoiceSeen(invoiceId)).toMatchObject({
    invoice: { status: 'SENT', lost: { amount: 35_000 }, balance: { amount: 35_000 }, paidAt: null },
  });
});

test('what is wrong names its field, and nothing is written', async () => {
  const invoiceId = await unpaid();
  const tomorrow = new Date(clock.now().getTime() + 24 * HOUR).toISOString().slice(0, 10);
  const wrong: object[] = [
    { amount: { amount: 0, currency: 'EUR' } },
    { amount: { amount: -5, currency: 'EUR' } },
    { amount: { amount: 1.5, currency: 'EUR' } },
    { amount: { amount: 1_000_000_001, currency: 'EUR' } },
    { amount: { amount: 1, currency: 'XOF' } },
    { method: 'SHELLS' },
    { receivedOn: tomorrow },
    { receivedOn: '2026-02-30' },
    { reference: '' },
    { reference: 'x'.repeat(141) },
    { key: 'short' },
  ];
  for (const more of wrong) {
    const answer = await env.ask(admin, document, { input: inputFor(invoiceId, more) });
    expect([more, answer.codes]).toEqual([more, ['INPUT_INVALID']]);
  }
  expect(await invoiceSeen(invoiceId)).toMatchObject({ invoice: { status: 'GENERATED', paid: { amount: 0 } } });
  const asked = (actor: Actor, id: string) => env.ask(actor, document, { input: inputFor(id) });
  expect((await asked(admin, newId())).codes).toEqual(['NOT_FOUND']);
  expect((await asked(customer.actor, invoiceId)).codes).toEqual(['FORBIDDEN']);
  expect((await asked({ ...admin, provenAt: new Date(clock.now().getTime() - HOUR) }, invoiceId)).codes).toEqual([
    'STEP_UP_REQUIRED',
  ]);
});
