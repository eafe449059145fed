import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OfferingArtisan } from '../../../../src/entities/scheduling/offering.entity.ts';
import { PaymentFailure } from '../../../../src/services/adapters/payments/port.ts';
import { depositStatusOf } from '../../../../src/services/scheduling/deposit-status.ts';
import {
  holdSlot,
  resumeBookingPayment,
  sweepHolds,
  type CreatedBooking,
} from '../../../../src/services/scheduling/index.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { MINUTE } from '../../../support/clock.ts';
import { makeActor } from '../../../support/make/actor.ts';
import { makeArtisan, makeOpening } from '../../../support/make/scheduling.ts';
import { createBookingWorld, someone, tuesday, type BookingWorld } from './booking-world.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await createBookingWorld();
});
afterAll(() => world.close());

const withDeposit = { depositBasisPoints: 3_000 };
let people = 0;
/** Each somebody else, so that nobody has three unpaid bookings. */
const customer = () => ({ name: 'Claire Dumas', email: `claire-${(people += 1)}@example.org` });
const unpaid = async (facts: object = {}): Promise<CreatedBooking & { offeringId: string; artisanId: string }> => {
  const offering = await world.offering({ ...withDeposit, ...facts });
  return { ...offering, ...(await world.create({ offeringId: offering.offeringId, customer: customer() })) };
};
/** The minute’s job, and what it queued. */
const sweep = async () => {
  await sweepHolds(world.ctx(), {});
  await world.worker.runDue();
};
/** Another artisan of the same offering. */
const addArtisan = (offeringId: string): Promise<string> =>
  world.run(async ({ em }: Tx<'em'>) => {
    const artisan = makeArtisan(em);
    makeOpening(em, artisan);
    em.create(OfferingArtisan, { offering: offeringId, artisan });
    return artisan.id;
  }, {});
const tokenOf = ({ manageUrl }: CreatedBooking): string => new URL(manageUrl).searchParams.get('t') ?? '';
const paymentsOf = (bookingId: string) =>
  world.db
    .selectFrom('payment')
    .select(['id', 'status', 'refund_due_reason', 'invoice_id', 'amount_cents'])
    .where('subject_id', '=', bookingId)
    .orderBy('id')
    .execute();
const refundsOf = async (bookingId: string) =>
  world.db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select(['refund.status', 'refund.amount_cents', 'refund.reason', 'refund.credit_note_id'])
    .where('payment.subject_id', '=', bookingId)
    .execute();
const eventsOf = async (bookingId: string) =>
  world.auditLog
    .filter(({ action, targetId }) => action === 'BOOKING_STATUS_CHANGED' && targetId === bookingId)
    .map(({ payload }) => payload?.['verb']);

test('a deposit keeps the time for ten minutes; paid, the booking is confirmed and a deposit invoice is issued', async () => {
  const created = await unpaid();
  expect(created.payment).toMatchObject({ clientSecret: expect.any(String), checkoutUrl: null });
  expect(created.payment?.expiresAt).toEqual(new Date(world.clock.now().getTime() + 10 * MINUTE));
  expect(await world.shown(created.bookingId)).toMatchObject({
    status: 'PENDING_PAYMENT',
    availableActions: ['confirm', 'cancel'],
    deposit: { amount: 1_800 },
    depositStatus: 'PENDING',
  });
  await world.deliver(await world.pay(created));
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'CONFIRMED', depositStatus: 'CAPTURED' });
  const [payment] = await paymentsOf(created.bookingId);
  const invoice = await world.db
    .selectFrom('invoice')
    .select(['kind', 'gross_cents', 'balance_cents', 'person_email'])
    .where('id', '=', payment?.invoice_id ?? '')
    .executeTakeFirstOrThrow();
  expect(invoice).toMatchObject({ kind: 'DEPOSIT', gross_cents: 1_800, balance_cents: 0 });
  expect(await world.faults()).toEqual([]);
});

test('a deposit is rounded half up; one on the page of the provider gives its address', async () => {
  const { offeringId } = await world.offering({ priceCents: 4_999, depositBasisPoints: 3_050 });
  const created = await world.create({ offeringId, customer: customer(), paymentBy: 'PAGE' });
  expect(created.payment).toMatchObject({ clientSecret: null, checkoutUrl: expect.stringContaining('http') });
  expect(await world.shown(created.bookingId)).toMatchObject({ deposit: { amount: 1_525 } });
});

test('who comes back continues the same payment, is kept the time once more, and confirms nothing', async () => {
  const created = await unpaid();
  world.clock.advance(5 * MINUTE);
  const again = { code: created.code.toLowerCase().replace('-', ' '), token: tokenOf(created) };
  const resumed = await resumeBookingPayment(world.ctx(), again);
  expect(resumed.payment).toMatchObject({
    paymentId: created.payment?.paymentId,
    clientSecret: created.payment?.clientSecret,
    expiresAt: new Date(world.clock.now().getTime() + 10 * MINUTE),
  });
  world.clock.advance(5 * MINUTE);
  const once = await resumeBookingPayment(world.ctx(), again);
  expect(once.payment?.expiresAt).toEqual(resumed.payment?.expiresAt);
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'PENDING_PAYMENT' });
  for (const wrong of [
    { code: created.code, token: 'x'.repeat(43) },
    { code: 'AC-222222', token: tokenOf(created) },
    { code: created.code },
  ])
    await expect(resumeBookingPayment(world.ctx(), wrong)).rejects.toMatchObject({ code: 'BOOKING_NOT_FOUND' });
  const stranger = makeActor(newId());
  await expect(resumeBookingPayment(world.ctx(stranger), { code: created.code })).rejects.toMatchObject({
    code: 'BOOKING_NOT_FOUND',
  });
  world.clock.advance(6 * MINUTE);
  await expect(resumeBookingPayment(world.ctx(), again)).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
});

test('unpaid for ten minutes, the time is free, the payment is ended at the provider, and it can be booked again', async () => {
  const created = await unpaid();
  await sweep();
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'PENDING_PAYMENT' });
  world.clock.advance(10 * MINUTE);
  await sweep();
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'EXPIRED', depositStatus: 'FAILED' });
  expect(await world.quanta(created.artisanId)).toBe(0);
  await expect(world.pay(created)).rejects.toBeInstanceOf(PaymentFailure);
  await world.book({ offeringId: created.offeringId, customer: customer() });
  expect(await world.faults()).toEqual([]);
});

test('the next one who wants the time need not wait for the sweep', async () => {
  const created = await unpaid();
  world.clock.advance(10 * MINUTE);
  const next = await world.book({ offeringId: created.offeringId, customer: customer() });
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'EXPIRED' });
  await world.worker.runDue();
  await expect(world.pay(created)).rejects.toBeInstanceOf(PaymentFailure);
  expect(await world.shown(next)).toMatchObject({ status: 'PENDING_PAYMENT' });
});

test('paid late while the time is free: confirmed all the same, once', async () => {
  const created = await unpaid();
  world.clock.advance(9 * MINUTE);
  const events = await world.pay(created);
  world.clock.advance(MINUTE);
  world.answering({ cancelIntent: async () => Promise.reject(new PaymentFailure('unavailable', 'silence')) });
  await sweep();
  world.answering({});
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'EXPIRED' });
  await world.deliver([...events, ...events]);
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'CONFIRMED', depositStatus: 'CAPTURED' });
  expect(await eventsOf(created.bookingId)).toEqual(['expire', 'confirm']);
  expect(await world.quanta(created.artisanId)).toBe(12);
  expect(await world.faults()).toEqual([]);
});

test('paid late when somebody else has the time: the whole deposit goes back by itself, once, without an invoice', async () => {
  const created = await unpaid();
  world.clock.advance(9 * MINUTE);
  const events = await world.pay(created);
  world.clock.advance(MINUTE);
  const next = await world.create({ offeringId: created.offeringId, customer: customer() });
  await world.deliver(await world.pay(next));
  await world.deliver([...events, ...events]);
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'EXPIRED', depositStatus: 'REFUNDED' });
  expect(await refundsOf(created.bookingId)).toMatchObject([
    { status: 'SUCCEEDED', amount_cents: 1_800, reason: 'NOT_DELIVERED', credit_note_id: null },
  ]);
  expect(await paymentsOf(created.bookingId)).toMatchObject([{ invoice_id: null }]);
  expect(await world.shown(next.bookingId)).toMatchObject({ status: 'CONFIRMED' });
  expect(await world.faults()).toEqual([]);
});

test('money that came in the instant in which the hold ends confirms the booking', async () => {
  const created = await unpaid();
  await world.pay(created);
  world.clock.advance(10 * MINUTE);
  await sweep();
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'CONFIRMED', holdUntil: null });
  expect(await world.faults()).toEqual([]);
});

test('paid twice: the second payment goes back, and there is one booking', async () => {
  const created = await unpaid();
  const page = await resumeBookingPayment(world.ctx(), {
    ...{ code: created.code, token: tokenOf(created), paymentBy: 'PAGE' as const },
  });
  expect(page.payment?.paymentId).not.toBe(created.payment?.paymentId);
  const [payment] = await world.db
    .selectFrom('payment')
    .select('provider_session_id as session')
    .where('id', '=', page.payment?.paymentId ?? '')
    .execute();
  const first = await world.pay(created);
  await world.deliver([await world.payments.simulator.pay(payment?.session ?? '')]);
  await world.deliver(first);
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'CONFIRMED', depositStatus: 'CAPTURED' });
  expect(await refundsOf(created.bookingId)).toMatchObject([{ status: 'SUCCEEDED', reason: 'DUPLICATE' }]);
});

test('the provider does not answer: the booking stands with its code, and is paid later', async () => {
  world.answering({ createIntent: async () => Promise.reject(new PaymentFailure('unavailable', 'silence')) });
  const created = await unpaid();
  world.answering({});
  expect(created.payment).toBeNull();
  const resumed = await resumeBookingPayment(world.ctx(), { code: created.code, token: tokenOf(created) });
  await world.deliver(await world.pay(resumed));
  expect(await world.shown(created.bookingId)).toMatchObject({ status: 'CONFIRMED' });
});

test('three unpaid bookings of a mailbox are enough, and five that cost nothing in advance', async () => {
  const at = (hour: number) => new Date(tuesday.getTime() + hour * 60 * MINUTE);
  const limited = expect.objectContaining({ code: 'RATE_LIMITED' });
  const [dear, free] = [await world.offering(withDeposit), await world.offering()];
  const who = { customer: customer() };
  for (const hour of [0, 1, 2]) await world.book({ ...who, offeringId: dear.offeringId, startsAt: at(hour) });
  await expect(world.book({ ...who, offeringId: dear.offeringId, startsAt: at(3) })).rejects.toThrow(limited);
  world.clock.advance(10 * MINUTE);
  await world.book({ ...who, offeringId: dear.offeringId, startsAt: at(3) });
  for (const hour of [0, 1, 2, 3, 4]) await world.book({ ...who, offeringId: free.offeringId, startsAt: at(hour) });
  await expect(world.book({ ...who, offeringId: free.offeringId, startsAt: at(5) })).rejects.toThrow(limited);
  await world.book({ ...someone, customer: customer(), offeringId: free.offeringId, startsAt: at(5) });
});

test('five are those with one artisan: where any may come, another does', async () => {
  const limited = expect.objectContaining({ code: 'RATE_LIMITED' });
  const { offeringId, artisanId } = await world.offering({ assignment: 'ANY' });
  const second = await addArtisan(offeringId);
  const at = (day: number, hour: number) => new Date(tuesday.getTime() + (day * 24 + hour) * 60 * MINUTE);
  const who = { customer: customer(), offeringId };
  const hours = [0, 1, 2, 3, 4];
  for (const hour of hours) await world.book({ ...who, artisanId, startsAt: at(0, hour) });
  const sixth = { ...who, artisanId, startsAt: at(1, 0) };
  await expect(world.book(sixth)).rejects.toThrow(limited);
  const { holdToken } = await holdSlot(world.ctx(), sixth);
  await expect(world.book({ ...sixth, holdToken })).rejects.toThrow(limited);
  for (const hour of hours) {
    const id = await world.book({ ...who, startsAt: at(2, hour) });
    expect(await world.shown(id)).toMatchObject({ artisanId: second });
  }
  await expect(world.book({ ...who, startsAt: at(3, 0) })).rejects.toThrow(limited);
  expect(await world.faults()).toEqual([]);
});

test('how a deposit stands follows its payments', () => {
  expect(depositStatusOf(0, ['PAID'])).toBe('NONE');
  expect(depositStatusOf(100, [])).toBe('PENDING');
  expect(depositStatusOf(100, ['EXPIRED', 'AUTHORIZED'])).toBe('AUTHORIZED');
  expect(depositStatusOf(100, ['REFUNDED', 'PAID'])).toBe('CAPTURED');
  expect(depositStatusOf(100, ['PARTIALLY_REFUNDED', 'FAILED'])).toBe('PARTIALLY_REFUNDED');
  expect(depositStatusOf(100, ['UNKNOWN'])).toBe('PENDING');
});
