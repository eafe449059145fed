import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { preparePush } from '../../../src/services/billing/mobile-money/prepare-push.ts';
import { nextLookAt } from '../../../src/services/billing/mobile-money/look-times.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../support/clock.ts';
import { billables, customer } from './billing-world.ts';
import { createMobileMoneyWorld, type MobileMoneyWorld } from './mobile-money-world.ts';

let world: MobileMoneyWorld;
beforeEach(async () => {
  world = await createMobileMoneyWorld();
});
afterEach(() => world.close());

const pushes = (): number => world.server.asked.filter(({ operation }) => operation === 'requestToPay').length;
const jobsOf = async (kind: string) =>
  world.db.selectFrom('job').select(['payload', 'state']).where('kind', '=', kind).execute();
const code = (expected: string, details: object = {}) =>
  expect.objectContaining({ code: expected, details: expect.objectContaining(details) as object }) as unknown as Error;

describe('a push that is answered', () => {
  test('is confirmed on the phone, and pays the order with its invoice', async () => {
    const sale = await world.sale();
    const { paymentId, paymentUrl } = await world.push(sale);
    expect(paymentUrl).toBeNull();
    expect(await world.payment(paymentId)).toMatchObject({
      status: 'PROCESSING',
      provider: 'FEEXPAY',
      method: 'MOBILE_MONEY',
      network: 'MTN',
      phone_last4: '0042',
      currency: 'XOF',
      provider_payment_id: world.server.lastPush().reference,
    });
    world.server.lastPush().status = 'SUCCESSFUL';
    await world.after(5 * SECOND);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: null });
    expect(await world.orderStatus(sale.orderId)).toBe('PAID');
    expect(await world.invoices()).toMatchObject([{ subject_id: sale.orderId, gross_cents: 10_000 }]);
  });

  test('notifies its payer once that it waits, and keeps the whole phone nowhere', async () => {
    const { paymentId } = await world.push(await world.sale());
    await world.after(5 * SECOND);
    await world.after(10 * SECOND);
    const mails = await world.db.selectFrom('email_delivery').select(['template']).execute();
    expect(mails).toEqual([{ template: 'mobile-money-waiting' }]);
    const stored = JSON.stringify([
      await world.payment(paymentId),
      await world.db.selectFrom('job').selectAll().execute(),
      await world.db.selectFrom('outbox_event').selectAll().execute(),
      await world.db.selectFrom('notification').selectAll().execute(),
      world.auditLog,
      world.logs.lines(),
    ]);
    expect(stored).toContain('0042');
    expect(stored).not.toContain('66000042');
  });

  test('refused by its payer, it has failed and another one may follow', async () => {
    const sale = await world.sale();
    const { paymentId } = await world.push(sale);
    world.server.lastPush().status = 'FAILED';
    await world.after(5 * SECOND);
    expect(await world.payment(paymentId)).toMatchObject({
      status: 'FAILED',
      failure_reason: 'LOW_BALANCE_OR_PAYEE_LIMIT_REACHED_OR_NOT_ALLOWED',
    });
    await world.push(sale);
    expect(pushes()).toBe(2);
  });

  test.each([
    ['SUCCESSFUL', 'PAID'],
    ['FAILED', 'FAILED'],
  ] as const)('answered %s at once, what counts is what is read: %s', async (status, end) => {
    world.server.next.status = status;
    const { paymentId } = await world.push({ ...(await world.sale()), network: 'MOOV' });
    expect(await world.payment(paymentId)).toMatchObject({ status: end });
    expect(world.server.asked.map(({ operation }) => operation)).toEqual(['requestToPay', 'payinStatus']);
  });

  test('of a network with a page, its address is given while it is under way', async () => {
    const sale = await world.sale();
    const { paymentId, paymentUrl } = await world.push({ ...sale, network: 'WAVE_SN', phoneNumber: '+221771234567' });
    expect(paymentUrl).toBe(`https://pay.example.org/c/${world.server.lastPush().reference}`);
    expect(await world.payment(paymentId)).toMatchObject({ checkout_url: paymentUrl });
  });
});

describe('a push that nobody knows about', () => {
  test('whose answer was lost is in doubt: no second one, and a notification that names it ends it', async () => {
    const sale = await world.sale();
    world.server.faults.push({ kind: 'hang', isTaken: true });
    const { paymentId } = await world.push(sale);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'UNKNOWN', provider_payment_id: null });
    expect((await world.payment(paymentId))['unknown_since']).not.toBeNull();
    await expect(world.push(sale)).rejects.toEqual(code('PAYMENT_IN_DOUBT', { status: 'UNKNOWN' }));
    await expect(world.open(sale.customerId, sale.orderId)).rejects.toEqual(code('PAYMENT_IN_DOUBT'));
    const { reference } = world.server.lastPush();
    world.server.lastPush().status = 'SUCCESSFUL';
    expect(await world.hint(world.server.notification(reference))).toBe('HANDLED');
    expect(await world.payment(paymentId)).toMatchObject({
      status: 'PAID',
      provider_payment_id: reference,
      unknown_since: null,
    });
    expect(pushes()).toBe(1);
  });

  test('whose process died before it left is found in doubt, and is never sent by itself', async () => {
    const sale = await world.sale();
    const { paymentId } = await world.run(
      preparePush(billables),
      { subject: { type: 'ORDER', id: sale.orderId }, provider: 'FEEXPAY', network: 'MTN', phoneLast4: '0042' },
      customer(sale.customerId),
    );
    await world.after(5 * SECOND);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PROCESSING' });
    await world.after(MINUTE);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'UNKNOWN', failure_reason: 'no_answer' });
    expect(world.server.asked).toEqual([]);
  });

  test('that its provider has lost, or shows in a word of tomorrow, is paid once it is read again', async () => {
    const { paymentId } = await world.push(await world.sale());
    world.server.faults.push({ kind: 'answer', status: 404, text: '{"message":"Transaction not found"}' });
    await world.after(5 * SECOND);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'UNKNOWN', failure_reason: 'http_404' });
    world.server.lastPush().changes = { status: 'REVERSED' };
    await world.after(10 * SECOND);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'UNKNOWN' });
    world.server.lastPush().changes = {};
    await world.after(15 * SECOND);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PROCESSING', unknown_since: null });
    world.server.lastPush().status = 'SUCCESSFUL';
    await world.after(30 * SECOND);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
  });

  test('is looked at for a day, then the admins are asked once', async () => {
    const { paymentId } = await world.push(await world.sale());
    for (let look = 0; look < 40; look += 1) await world.after(HOUR);
    expect(await jobsOf('billing.alert-doubtful-payment')).toHaveLength(1);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PROCESSING' });
    expect((await jobsOf('billing.look-at-push')).every(({ state }) => state === 'COMPLETED')).toBe(true);
  });

  test('reported as debited by its payer is read at once, and shown to the admins once', async () => {
    const sale = await world.sale();
    const { paymentId } = await world.push(sale);
    world.server.lastPush().status = 'FAILED';
    await world.after(5 * SECOND);
    const other = await world.addCustomer();
    await expect(world.report(other, paymentId)).rejects.toEqual(code('NOT_FOUND'));
    await world.report(sale.customerId, paymentId);
    world.server.lastPush().status = 'SUCCESSFUL';
    await world.report(sale.customerId, paymentId);
    await world.after(SECOND);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
    expect(await jobsOf('billing.alert-debit-reported')).toHaveLength(1);
    await expect(world.report(sale.customerId, paymentId)).rejects.toEqual(code('ACTION_NOT_ALLOWED'));
  });
});

describe('what the admins find in the provider’s own list', () => {
  const lost = async () => {
    const sale = await world.sale();
    world.server.faults.push({ kind: 'reset', isTaken: true });
    return { ...sale, ...(await world.push(sale)) };
  };

  test('a reference pays the payment that it names, and no other', async () => {
    const [one, other] = [await lost(), await lost()];
    const [first, second] = world.server.pushes.map(({ reference }) => reference) as [string, string];
    for (const push of world.server.pushes) push.status = 'SUCCESSFUL';
    await expect(world.resolve(one.paymentId, second)).rejects.toEqual(code('INPUT_INVALID'));
    expect(await world.payment(one.paymentId)).toMatchObject({ status: 'UNKNOWN' });
    await world.resolve(one.paymentId, first);
    expect(await world.payment(one.paymentId)).toMatchObject({ status: 'PAID' });
    await world.resolve(other.paymentId, second);
    expect(await world.invoices()).toHaveLength(2);
  });

  test('none there: it has failed, and what it was for can be paid again; money that turns up after all counts', async () => {
    const push = await lost();
    await world.resolve(push.paymentId);
    expect(await world.payment(push.paymentId)).toMatchObject({ status: 'FAILED', unknown_since: null });
    await expect(world.resolve(push.paymentId)).rejects.toEqual(code('ACTION_NOT_ALLOWED'));
    await world.push(push);
    const [first] = world.server.pushes;
    Object.assign(first ?? {}, { status: 'SUCCESSFUL' });
    await world.hint(world.server.notification(first?.reference ?? ''));
    expect(await world.payment(push.paymentId)).toMatchObject({ status: 'PAID' });
  });

  test('after its first day it is read every night', async () => {
    const { paymentId } = await world.push(await world.sale());
    await world.tonight();
    expect(world.server.asked.filter(({ operation }) => operation === 'payinStatus')).toEqual([]);
    world.clock.advance(2 * DAY);
    world.server.lastPush().status = 'SUCCESSFUL';
    await world.tonight();
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
  });
});

test('is looked at after 5, 15, 30 and 60 seconds, each two minutes to a quarter of an hour, hourly to a day', () => {
  const begun = new Date('2026-11-20T09:00:00Z');
  const times: number[] = [];
  for (let at: Date | undefined = begun; (at = nextLookAt(begun, at)) !== undefined;)
    times.push((at.getTime() - begun.getTime()) / SECOND);
  expect(times.slice(0, 12)).toEqual([5, 15, 30, 60, 180, 300, 420, 540, 660, 780, 900, 3_600]);
  expect(times.at(-1)).toBe(DAY / SECOND);
  expect(times).toHaveLength(35);
});

describe('lies', () => {
  test('a notification may say what it likes: late, doubled, forged, of nobody', async () => {
    const sale = await world.sale();
    const { paymentId } = await world.push(sale);
    const { reference } = world.server.lastPush();
    const forged = world.server.notification(reference, { status: 'SUCCESSFUL', amount: 10_000 });
    expect(await world.hint(forged)).toBe('HANDLED');
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PROCESSING' });
    const asked = world.server.asked.length;
    for (const body of [
      undefined,
      'PAID',
      { status: 'SUCCESSFUL' },
      { ...forged, reference: 'FXP-other-1', callback_info: '' },
    ])
      expect(await world.hint(body)).toBe('NOT_OURS');
    expect(world.server.asked).toHaveLength(asked);
    world.server.lastPush().status = 'SUCCESSFUL';
    const late = world.server.notification(reference, { status: 'FAILED' });
    expect(await Promise.all([world.hint(late), world.hint(late), world.hint(late)])).toEqual([
      'HANDLED',
      'HANDLED',
      'HANDLED',
    ]);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
    expect(await world.invoices()).toHaveLength(1);
  });

  test('a notification cannot give another push to a payment whose answer was lost', async () => {
    const [rich, poor] = [await world.sale(), await world.sale()];
    world.server.faults.push({ kind: 'reset', isTaken: true }, { kind: 'reset' });
    await world.push(rich);
    const lost = await world.push({ ...poor, phoneNumber: '+2290166000043' });
    // The only push that exists was confirmed, and names the payment of the other order.
    world.server.lastPush().status = 'SUCCESSFUL';
    const { reference } = world.server.lastPush();
    expect(await world.hint({ reference, callback_info: lost.paymentId })).toBe('HANDLED');
    expect(await world.payment(lost.paymentId)).toMatchObject({ status: 'UNKNOWN', provider_payment_id: null });
    expect(await world.orderStatus(poor.orderId)).toBe('PENDING');
  });

  test.each([
    ['amount', { amount: 100 }],
    ['amount', { amount: 10_000.5 }],
    ['target', { callback_info: '0197c000-0000-7000-8000-000000000001' }],
  ])('a status with another %s is not accepted', async (difference, changes) => {
    const sale = await world.sale();
    const { paymentId } = await world.push(sale);
    Object.assign(world.server.lastPush(), { status: 'SUCCESSFUL', changes });
    await world.after(5 * SECOND);
    await world.after(HOUR);
    expect(await world.orderStatus(sale.orderId)).toBe('PENDING');
    expect((await world.payment(paymentId)).status).not.toBe('PAID');
    const reports = world.auditLog.filter(({ action }) => action === 'PAYMENT_MISMATCH');
    expect(reports).toMatchObject([{ payload: { differences: [difference] } }]);
  });
});

describe('refused before anything is written', () => {
  const nothingWritten = async () => {
    expect(await world.db.selectFrom('payment').select('id').execute()).toEqual([]);
    expect(world.server.asked).toEqual([]);
  };

  test.each([
    [99, code('AMOUNT_TOO_SMALL', { least: 100 })],
    [2_000_001, code('AMOUNT_TOO_LARGE', { most: 2_000_000 })],
  ])('%i francs', async (totalCents, refusal) => {
    await expect(world.push(await world.sale({ totalCents }))).rejects.toEqual(refusal);
    await nothingWritten();
  });

  test('euros, a phone of another country, a network that is not offered, somebody else’s order', async () => {
    const sale = await world.sale();
    const field = (path: string, rule: string) => code('INPUT_INVALID', { fields: [{ path, rules: [rule] }] });
    await expect(world.push(await world.sale({ currency: 'EUR' }))).rejects.toEqual(field('input.subject', 'currency'));
    await expect(world.push({ ...sale, phoneNumber: '+22890112233' })).rejects.toEqual(
      field('input.phoneNumber', 'phoneOfNetwork'),
    );
    await expect(world.push({ ...sale, network: 'MTN_CG', phoneNumber: '+242061234567' })).rejects.toEqual(
      field('input.network', 'offered'),
    );
    const stranger = await world.addCustomer();
    await expect(world.push({ ...sale, customerId: stranger })).rejects.toEqual(code('NOT_FOUND'));
    await nothingWritten();
  });
});

test('one push a minute for each phone, and what the provider refuses leaves the order to be paid', async () => {
  const [first, second] = [await world.sale(), await world.sale()];
  const limits = createRateLimits();
  world.server.faults.push({ kind: 'answer', status: 400, text: '{"reason":"PAYER_NOT_FOUND"}' });
  await expect(world.push(first, { ...world.contextFor(first.customerId), limits })).rejects.toEqual(
    code('PAYMENT_UNAVAILABLE', { reason: 'PAYER_NOT_FOUND' }),
  );
  await expect(world.push(second, { ...world.contextFor(second.customerId), limits })).rejects.toEqual(
    code('RATE_LIMITED'),
  );
  await world.push({ ...second, phoneNumber: '+2290166000043' }, { ...world.contextFor(second.customerId), limits });
  await world.push(first);
  expect(pushes()).toBe(3);
});
