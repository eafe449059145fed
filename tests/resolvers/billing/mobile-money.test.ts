// @lane sqlite: the statements are those of the use cases, which run on both databases.
/** Mobile money through the API, with the sandbox’s page in the place of the phone. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { order, person, type Person } from '../../services/orders/orders-fixture.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { MINUTE, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../../support/environment.ts';

const clock = testClock();
let env: TestEnvironment;
let customer: Person;
beforeAll(async () => {
  env = await openTestEnvironment({ clock, isWorking: false });
  customer = await person(env);
});
afterAll(() => env.close());

const document = `mutation($input: PayByMobileMoneyInput!) {
  payByMobileMoney(input: $input) { paymentUrl payment { id status network phoneLast4 amount { amount currency } } }
}`;
let phones = 0;
async function pay() {
  const { id } = await order(env, { customer });
  await env.run(async ({ em }: Tx<'em'>) => {
    const { db } = writing(em);
    await db.updateTable('customer_order').set({ currency: 'XOF', total_cents: 10_000 }).where('id', '=', id).execute();
  }, undefined);
  const phoneNumber = `+22901660000${String((phones += 1)).padStart(2, '0')}`;
  const input = { subject: { type: 'ORDER', id }, network: 'MTN', phoneNumber };
  const { data, codes } = await env.ask(customer.actor, document, { input });
  expect(codes).toEqual([]);
  const { payByMobileMoney } = data as { payByMobileMoney: { paymentUrl: string; payment: { id: string } } };
  return { ...payByMobileMoney, orderId: id, path: new URL(payByMobileMoney.paymentUrl).pathname };
}
const statusOf = async (id: string) =>
  (await env.ask(customer.actor, 'query($id: ID!) { payment(id: $id) { status } }', { id })).data;
const click = (path: string) =>
  fetch(`${env.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });

test('the page shows the amount in francs and three ways on, and Confirm pays the order', async () => {
  const { payment, path, orderId } = await pay();
  expect(payment).toMatchObject({
    status: 'PROCESSING',
    network: 'MTN',
    phoneLast4: '0001',
    amount: { amount: 10_000, currency: 'XOF' },
  });
  const shown = await (await fetch(`${env.url}${path}`)).text();
  expect(shown).toContain('10\u202f000\u00a0F\u202fCFA');
  expect(shown.match(/<form method="post"/g)).toHaveLength(3);
  expect((await click(`${path}/confirm`)).status).toBe(303);
  expect(await statusOf(payment.id)).toEqual({ payment: { status: 'PAID' } });
  const { data } = await env.ask(customer.actor, 'query($id: ID!) { order(id: $id) { status } }', { id: orderId });
  expect(data).toEqual({ order: { status: 'PAID' } });
  expect((await click(`${path}/refuse`)).status).toBe(303);
  expect(await statusOf(payment.id)).toEqual({ payment: { status: 'PAID' } });
});

test('Refuse fails it; Silence leaves it in doubt until the payer reports a debit that the network then shows', async () => {
  const refused = await pay();
  await click(`${refused.path}/refuse`);
  expect(await statusOf(refused.payment.id)).toEqual({ payment: { status: 'FAILED' } });
  const { path, payment } = await pay();
  await click(`${path}/silence`);
  clock.advance(MINUTE);
  await env.app.worker.runDue();
  expect(await statusOf(payment.id)).toEqual({ payment: { status: 'UNKNOWN' } });
  const report = 'mutation($input: ReportDebitInput!) { reportDebit(input: $input) { status } }';
  const reported = await env.ask(customer.actor, report, { input: { paymentId: payment.id } });
  expect([reported.codes, reported.data]).toEqual([[], { reportDebit: { status: 'UNKNOWN' } }]);
  const stranger = await person(env);
  expect((await env.ask(stranger.actor, report, { input: { paymentId: payment.id } })).codes).toEqual(['NOT_FOUND']);
  await click(`${path}/confirm`);
  expect(await statusOf(payment.id)).toEqual({ payment: { status: 'PAID' } });
});

test('the networks that are offered, and what is refused by its field', async () => {
  const { data } = await env.ask(customer.actor, '{ mobileMoneyNetworks { code callingCode confirmation } }', {});
  const { mobileMoneyNetworks: networks } = data as { mobileMoneyNetworks: { code: string }[] };
  expect(networks).toContainEqual({ code: 'WAVE_SN', callingCode: '+221', confirmation: 'REDIRECT' });
  const { id } = await order(env, { customer });
  const input = { subject: { type: 'ORDER', id }, network: 'MTN', phoneNumber: '+2290166000099' };
  const refusal = async (change: object) => {
    const { errors } = await env.ask(customer.actor, document, { input: { ...input, ...change } });
    const details = errors[0]?.extensions?.['details'] as { fields?: { path: string }[] } | undefined;
    return details?.fields?.[0]?.path;
  };
  expect(await refusal({ phoneNumber: '+33612345678' })).toBe('input.phoneNumber');
  expect(await refusal({})).toBe('input.subject');
});
