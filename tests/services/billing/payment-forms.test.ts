/** Payments in a form of the front-end: cards that pass, ask their owner, are refused; amounts that are held; small ones. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PaymentFailure } from '../../../src/services/adapters/payments/port.ts';
import { testCards } from '../../../src/services/adapters/payments/sandbox/test-cards.ts';
import { holdMs } from '../../../src/services/adapters/payments/sandbox/sandbox-intents.ts';
import { capturePayment, releasePayment } from '../../../src/services/billing/index.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { createCardWorld, type CardWorld } from './card-world.ts';

let world: CardWorld;
let orderId: string;
beforeEach(async () => {
  world = await createCardWorld();
  orderId = await world.order();
});
afterEach(() => world.close());

const statusOf = async (paymentId: string) => (await world.payment(paymentId)).status;
const providerIdOf = async (paymentId: string) => String((await world.payment(paymentId))['provider_payment_id']);

describe('a form', () => {
  test('is answered with what the browser needs, and its payment is paid and invoiced by the provider’s event', async () => {
    const form = await world.form(orderId);
    expect(form).toEqual({
      paymentId: expect.any(String),
      clientSecret: expect.stringMatching(/^pi_sandbox_\w+_secret_/),
      publishableKey: 'pk_test_sandbox',
    });
    expect(await world.payment(form.paymentId)).toMatchObject({ status: 'PENDING', flow: 'FORM', checkout_url: null });
    await world.confirm(form.clientSecret);
    expect(await statusOf(form.paymentId)).toBe('PAID');
    expect(await world.orderStatus(orderId)).toBe('PAID');
    expect(await world.invoices()).toHaveLength(1);
    expect(world.live.map(({ stream }) => stream)).toContain(`paymentUpdated:${form.paymentId}`);
  });

  test('asked for again, or twice at once, is the same payment; by the same key too, once it is paid', async () => {
    const [first, second] = await Promise.all([world.form(orderId), world.form(orderId)]);
    expect(second).toEqual(first);
    const other = await world.order();
    const keyed = await world.form(other, { key: 'form-key-1' });
    await world.confirm(keyed.clientSecret);
    expect(await world.form(other, { key: 'form-key-1' })).toEqual(keyed);
    await expect(world.form(other, { key: 'form-key-1', capture: 'LATER' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('a bank that asks its owner, who passes; a refused card leaves the form open for another one', async () => {
    const { paymentId, clientSecret } = await world.form(orderId);
    await world.confirm(clientSecret, testCards.declined.number);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PENDING', failure_reason: 'generic_decline' });
    await world.confirm(clientSecret, testCards.asksAlways.number);
    expect(await statusOf(paymentId)).toBe('PENDING');
    await world.authenticate(clientSecret);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', failure_reason: null });
  });

  test('another wish takes its place: the first form is ended at the provider, and what was paid there counts', async () => {
    const first = await world.form(orderId);
    const second = await world.form(orderId, { capture: 'LATER' });
    expect(second.paymentId).not.toBe(first.paymentId);
    await world.work();
    expect(await statusOf(first.paymentId)).toBe('EXPIRED');
    await expect(world.confirm(first.clientSecret)).rejects.toMatchObject({ kind: 'refused' });

    const other = await world.order();
    const paid = await world.form(other);
    await world.form(other, { capture: 'LATER' });
    await world.payments.simulator.intents.confirm(paid.clientSecret ?? '', { number: testCards.visa.number });
    await world.work();
    expect(await statusOf(paid.paymentId)).toBe('PAID');
    expect(await world.orderStatus(other)).toBe('PAID');
  });

  test('that nobody fills in runs out, and is ended at the provider', async () => {
    const { paymentId, clientSecret } = await world.form(orderId);
    world.clock.advance(23 * HOUR + MINUTE);
    await world.endLateHolds();
    expect(await statusOf(paymentId)).toBe('EXPIRED');
    await expect(world.confirm(clientSecret)).rejects.toMatchObject({ kind: 'refused' });
  });

  test('a lost event is made up for by the payer who looks, and the late event changes nothing', async () => {
    const { paymentId, clientSecret } = await world.form(orderId);
    const events = await world.payments.simulator.intents.confirm(clientSecret ?? '', { number: '4242' });
    expect(await world.look(paymentId)).toMatchObject({ id: paymentId, status: 'PAID' });
    await world.deliverAll(events);
    expect(await world.invoices()).toHaveLength(1);
  });

  test('a provider that is down is PAYMENT_UNAVAILABLE; asked again, the payment is the same', async () => {
    world.answering({ createIntent: () => Promise.reject(new PaymentFailure('unavailable', 'test')) });
    await expect(world.form(orderId)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    world.answering({});
    const { paymentId } = await world.form(orderId);
    expect(await world.db.selectFrom('payment').select('id').execute()).toEqual([{ id: paymentId }]);
  });

  test('an amount that is not ours is refused', async () => {
    const { paymentId, clientSecret } = await world.form(orderId);
    const readIntent = async (id: string) => {
      const reading = await world.payments.intents.readIntent(id);
      return reading && { ...reading, amount: { amount: 1, currency: 'EUR' } };
    };
    const events = await world.payments.simulator.intents.confirm(clientSecret ?? '', { number: '4242' });
    world.answering({ readIntent });
    await world.look(paymentId);
    expect(await statusOf(paymentId)).toBe('PENDING');
    expect(world.auditLog.map(({ action }) => action)).toContain('PAYMENT_MISMATCH');
    expect(events).toHaveLength(1);
  });
});

describe('an amount that is held', () => {
  const held = async () => {
    const form = await world.form(orderId, { capture: 'LATER' });
    await world.confirm(form.clientSecret);
    return form;
  };

  test('is not paid and not invoiced until it is taken, once', async () => {
    const { paymentId } = await held();
    expect(await world.payment(paymentId)).toMatchObject({ status: 'AUTHORIZED', paid_at: null });
    expect(await world.invoices()).toEqual([]);
    await expect(world.form(orderId)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    await world.run(capturePayment, { paymentId });
    await world.run(capturePayment, { paymentId });
    await expect(world.run(releasePayment, { paymentId })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    expect(await statusOf(paymentId)).toBe('AUTHORIZED');
    await world.work();
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', capture_before: null });
    expect(await world.orderStatus(orderId)).toBe('PAID');
    expect(await world.invoices()).toHaveLength(1);
  });

  test('is released: nothing is taken, its payer hears of it, and the order can be paid again', async () => {
    const { paymentId } = await held();
    await world.run(releasePayment, { paymentId });
    await world.work();
    expect(await statusOf(paymentId)).toBe('EXPIRED');
    const jobs = await world.db.selectFrom('job').select('kind').execute();
    expect(jobs.map(({ kind }) => kind)).toContain('billing.tell-payment-failed');
    expect((await world.form(orderId)).paymentId).not.toBe(paymentId);
    await expect(world.run(capturePayment, { paymentId })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  });

  test.each(['by the provider’s event', 'by the schedule that looks'])('ends by itself: %s', async (way) => {
    const { paymentId, clientSecret } = await held();
    await world.endLateHolds();
    expect(await statusOf(paymentId)).toBe('AUTHORIZED');
    world.clock.advance(holdMs + MINUTE);
    if (way === 'by the schedule that looks') await world.endLateHolds();
    else await world.deliverAll(await world.payments.simulator.intents.lapse(clientSecret ?? ''));
    expect(await world.payment(paymentId)).toMatchObject({ status: 'EXPIRED', capture_before: null });
    expect(await world.invoices()).toEqual([]);
  });

  test('that was taken by a job that died before it could say so is paid once', async () => {
    const { paymentId } = await held();
    await world.run(capturePayment, { paymentId });
    const amount = { amount: 35_000, currency: 'EUR' };
    await world.payments.intents.captureIntent({ providerPaymentId: await providerIdOf(paymentId), amount });
    await world.work();
    expect(await statusOf(paymentId)).toBe('PAID');
    expect(await world.invoices()).toHaveLength(1);
  });

  test('that ended before it was taken stays ended', async () => {
    const { paymentId } = await held();
    await world.run(capturePayment, { paymentId });
    await world.payments.intents.cancelIntent(await providerIdOf(paymentId));
    await world.work();
    expect(await statusOf(paymentId)).toBe('EXPIRED');
  });
});

describe('small amounts', () => {
  test('nothing to pay: paid at once, without the provider and without an invoice', async () => {
    const free = await world.order(0);
    const form = await world.form(free, { key: 'free-key-1' });
    expect(form.clientSecret).toBeNull();
    expect(await world.payment(form.paymentId)).toMatchObject({ status: 'PAID', flow: 'NOTHING', provider: 'NONE' });
    expect(await world.orderStatus(free)).toBe('PAID');
    expect(await world.invoices()).toEqual([]);
    expect(await world.form(free, { key: 'free-key-1' })).toEqual(form);
    const page = await world.open(world.customerId, await world.order(0));
    expect(page).toMatchObject({ sessionId: page.paymentId, url: expect.stringContaining('/commandes/') });
    expect(await world.look(page.sessionId)).toMatchObject({ status: 'PAID' });
  });

  test('under 50 cents: refused, nothing is written', async () => {
    const cheap = await world.order(49);
    const refusal = { code: 'AMOUNT_TOO_SMALL', details: { smallest: { amount: 50, currency: 'EUR' } } };
    await expect(world.form(cheap)).rejects.toMatchObject(refusal);
    await expect(world.open(world.customerId, cheap)).rejects.toMatchObject(refusal);
    expect(await world.db.selectFrom('payment').selectAll().execute()).toEqual([]);
  });
});
