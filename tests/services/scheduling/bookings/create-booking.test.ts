import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OfferingArtisan } from '../../../../src/entities/scheduling/offering.entity.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { holdSlot, showBooking } from '../../../../src/services/scheduling/index.ts';
import { readTogether } from '../../../../src/services/scheduling/bookings/read-together.ts';
import { HOUR } from '../../../support/clock.ts';
import { makeArtisan, makeOpening } from '../../../support/make/scheduling.ts';
import { createBookingWorld, someone, tuesday, type BookingWorld } from './booking-world.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await createBookingWorld();
});
afterAll(() => world.close());

const taken = expect.objectContaining({ code: 'SLOT_UNAVAILABLE' });

test('a visitor books an hour: it is confirmed, frozen, audited, and taken with its buffers', async () => {
  const { offeringId, artisanId } = await world.offering({ bufferBeforeMinutes: 10, bufferAfterMinutes: 15 });
  const id = await world.book({ offeringId, artisanId, note: ' Un piano droit ' });
  expect(await showBooking(world.readContext(), id)).toMatchObject({
    code: expect.stringMatching(/^AC-[2-9A-HJ-NP-Z]{6}$/),
    status: 'CONFIRMED',
    availableActions: ['reschedule', 'cancel'],
    offeringName: 'Réglage du piano',
    artisanName: 'Atelier Morel',
    startsAt: tuesday,
    localStart: '2027-01-12T10:00',
    partySize: 1,
    customerNote: 'Un piano droit',
    price: { amount: 6_000, currency: 'EUR' },
    deposit: { amount: 0, currency: 'EUR' },
    depositStatus: 'NONE',
    holdUntil: null,
  });
  expect(await world.quanta(artisanId)).toBe(17);
  expect(world.auditLog.filter(({ targetId }) => targetId === id)).toMatchObject([
    { action: 'BOOKING_CREATED', payload: { status: 'CONFIRMED', termsVersion: '2026-01' } },
  ]);
});

test('a time is booked once, and what stands beside it keeps the buffers of both', async () => {
  const { offeringId, artisanId } = await world.offering({ bufferAfterMinutes: 15, slotStepMinutes: 15 });
  await world.book({ offeringId });
  await expect(world.book({ offeringId })).rejects.toThrow(taken);
  await expect(world.book({ offeringId, startsAt: new Date(tuesday.getTime() + HOUR) })).rejects.toThrow(taken);
  await world.book({ offeringId, startsAt: new Date(tuesday.getTime() + 75 * 60_000) });
  expect(await world.quanta(artisanId)).toBe(30);
});

test('the same key with the same content answers the same booking, another content is a conflict, another address another key', async () => {
  const { offeringId } = await world.offering();
  const key = newId();
  const id = await world.book({ offeringId, key });
  expect(await world.book({ offeringId, key, note: null })).toBe(id);
  await expect(world.book({ offeringId, key, note: 'Autre' })).rejects.toMatchObject({ code: 'CONFLICT' });
  const other = { ...someone.customer, email: 'jean.petit@example.org' };
  await expect(world.book({ offeringId, key, customer: other })).rejects.toThrow(taken);
  const both = await Promise.all(
    [1, 2].map(() => world.book({ offeringId, key: `${key}-2`, startsAt: new Date(tuesday.getTime() + 2 * HOUR) })),
  );
  expect(new Set(both).size).toBe(1);
});

test('any artisan: the one with fewest booked minutes in the week, then whoever waited longest, then the next one', async () => {
  const { offeringId, artisanId } = await world.offering({ assignment: 'ANY' });
  const second = await world.run(async ({ em }) => {
    const artisan = makeArtisan(em);
    makeOpening(em, artisan);
    em.create(OfferingArtisan, { offering: offeringId, artisan });
    return artisan.id;
  }, null);
  const whoGets = async (startsAt: Date) =>
    (await showBooking(world.readContext(), await world.book({ offeringId, startsAt }))).artisanId;
  const first = await whoGets(tuesday);
  const other = first === artisanId ? second : artisanId;
  expect(await whoGets(tuesday)).toBe(other);
  await expect(whoGets(tuesday)).rejects.toThrow(taken);
  world.clock.advance(60_000);
  expect(await whoGets(new Date(tuesday.getTime() + HOUR))).toBe(first);
  expect(await whoGets(new Date(tuesday.getTime() + 2 * HOUR))).toBe(other);
  const nextWeek = new Date(tuesday.getTime() + 7 * 24 * HOUR);
  world.clock.advance(60_000);
  expect(await whoGets(nextWeek)).toBe(first);
  // Where the customer chooses among several, they say whom.
  await world.db.updateTable('offering').set({ assignment: 'CHOSEN' }).where('id', '=', offeringId).execute();
  const chosen = { offeringId, startsAt: new Date(nextWeek.getTime() + HOUR) };
  const unsaid = { code: 'INPUT_INVALID', details: { fields: [{ path: 'input.artisanId', rules: ['isRequired'] }] } };
  await expect(world.book(chosen)).rejects.toMatchObject(unsaid);
  await expect(holdSlot(world.ctx(), chosen)).rejects.toMatchObject(unsaid);
  const { holdToken } = await holdSlot(world.ctx(), { ...chosen, artisanId: second });
  expect(await world.shown(await world.book({ ...chosen, holdToken }))).toMatchObject({ artisanId: second });
});

test('who asks while something is read is answered by what is read after they asked, and all of them at once', async () => {
  const [ends, begun]: [(() => void)[], number[]] = [[], []];
  const ask = () =>
    readTogether(world.db, 'offering', async () => {
      const number = begun.push(0);
      await new Promise<void>((open) => ends.push(open));
      if (number === 2) throw new Error('away');
      return number;
    });
  const [first, second, third] = [ask(), ask(), ask()];
  ends[0]?.();
  expect(await first).toBe(1);
  const fourth = ask();
  ends[1]?.();
  expect(await Promise.allSettled([second, third])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  while (ends.length < 3) await Promise.resolve();
  ends[2]?.();
  expect([await fourth, begun.length]).toEqual([3, 3]);
});
