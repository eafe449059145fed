/** What an artisan changes a booking into: another offering, with its time and its price. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Artisan } from '../../../../src/entities/scheduling/artisan.entity.ts';
import { invoiceBooking } from '../../../../src/services/scheduling/managing/invoice-booking.ts';
import { cancelBooking, completeBooking, rescheduleBooking } from '../../../../src/services/scheduling/index.ts';
import { HOUR } from '../../../support/clock.ts';
import { makeOffering } from '../../../support/make/scheduling.ts';
import { createManageWorld, nextTuesday, type Managed, type ManageWorld } from './manage-world.ts';

let world: ManageWorld;
let start: Date;
beforeAll(async () => {
  world = await createManageWorld();
});
beforeEach(() => {
  start = nextTuesday(world.clock.now());
});
afterAll(() => world.close());

const later = (hours: number): Date => new Date(start.getTime() + hours * HOUR);
const goTo = (instant: Date): void => void world.clock.advance(instant.getTime() - world.clock.now().getTime());
const refused = (code: string, details?: object) =>
  expect.objectContaining({ code, ...(details && { details: expect.objectContaining(details) }) });
const deposit = { depositBasisPoints: 3_000 };
const other = (booking: Managed, facts: object) =>
  world.run(async ({ em }) => {
    const artisan = em.getReference(Artisan, booking.artisanId);
    const offering = makeOffering(em as Parameters<typeof makeOffering>[0], artisan, facts);
    await em.flush();
    return offering.id;
  }, null);
const change = (booking: Managed, input: object) =>
  rescheduleBooking(world.ctx(booking.artisan), { bookingId: booking.bookingId, ...input });

test('to a dearer one: its time, its price, and the difference is due by the final invoice', async () => {
  const booking = await world.confirmed(deposit);
  const offeringId = await other(booking, {
    name: 'Accord long',
    durationMinutes: 90,
    priceCents: 9_000,
    ...deposit,
  });
  await change(booking, { offeringId });
  expect(await world.shown(booking.bookingId)).toMatchObject({
    ...{ offeringId, offeringName: 'Accord long', startsAt: start, endsAt: later(1.5) },
    ...{ price: { amount: 9_000 }, deposit: { amount: 1_800 }, depositStatus: 'CAPTURED' },
  });
  expect([await world.quanta(booking.artisanId), await world.faults()]).toEqual([18, []]);
  expect(await world.eventsOf('booking.rescheduled', booking.bookingId)).toMatchObject([{ isOtherOffering: true }]);
  expect(await world.refundsOf(booking.bookingId)).toEqual([]);
  goTo(later(0));
  await world.run(completeBooking, { bookingId: booking.bookingId }, booking.artisan);
  await invoiceBooking(world.ctx(), booking);
  const { kind, gross_cents, balance_cents } = await world.db
    .selectFrom('invoice')
    .selectAll()
    .where('subject_id', '=', booking.bookingId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect([kind, Number(gross_cents), Number(balance_cents)]).toEqual(['INVOICE', 7_200, 7_200]);
});

test('to a cheaper one: what is too much of the deposit goes back, and its share is that of what is left', async () => {
  const booking = await world.confirmed(deposit);
  const offeringId = await other(booking, { durationMinutes: 30, priceCents: 2_000, ...deposit });
  await change(booking, { offeringId, startsAt: later(2) });
  await world.worker.runDue();
  expect(await world.shown(booking.bookingId)).toMatchObject({
    ...{ startsAt: later(2), price: { amount: 2_000 }, deposit: { amount: 600 } },
  });
  expect(await world.refundsOf(booking.bookingId)).toMatchObject([{ cents: 1_200 }]);
  goTo(later(2 - 30));
  await cancelBooking(world.ctx(), booking.byToken);
  await world.worker.runDue();
  expect(await world.refundsOf(booking.bookingId)).toMatchObject([{ cents: 1_200 }, { cents: 300 }]);
});

test('not by customers, not to another’s, and not into a time that is taken', async () => {
  const booking = await world.confirmed();
  const offeringId = await other(booking, { durationMinutes: 120 });
  await expect(rescheduleBooking(world.ctx(), { ...booking.byToken, offeringId, startsAt: later(3) })).rejects.toThrow(
    refused('INPUT_INVALID'),
  );
  const stranger = await world.confirmed();
  await expect(change(booking, { offeringId: stranger.offeringId })).rejects.toThrow(refused('OFFERING_UNAVAILABLE'));
  await world.book({ offeringId: booking.offeringId, startsAt: later(1) });
  await expect(change(booking, { offeringId })).rejects.toThrow(refused('SLOT_UNAVAILABLE', { reason: 'BOOKED' }));
  expect(await world.shown(booking.bookingId)).toMatchObject({ offeringId: booking.offeringId, endsAt: later(1) });
  expect(await world.faults()).toEqual([]);
});
