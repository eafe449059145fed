/** Many at once on few times: whatever they do, no two appointments meet, and what is taken matches the bookings. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { PaymentFailure } from '../../../../src/services/adapters/payments/port.ts';
import { system } from '../../../../src/services/access/actor.ts';
import { DomainError } from '../../../../src/services/kernel/errors.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import {
  approveBooking,
  declineBooking,
  holdSlot,
  releaseHold,
  rescheduleBooking,
  sweepHolds,
} from '../../../../src/services/scheduling/index.ts';
import type { CreatedBooking, HeldSlot } from '../../../../src/services/scheduling/index.ts';
import { findLockedBooking } from '../../../../src/services/scheduling/bookings/load-booking.ts';
import { moveBooking, type MovingBooking } from '../../../../src/services/scheduling/bookings/move-booking.ts';
import { layExternalTime } from '../../../../src/services/scheduling/occupancy/external-time.ts';
import { freeTime } from '../../../../src/services/scheduling/occupancy/free-time.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { instantFrom, writing } from '../../../../src/services/platform/orm/values.ts';
import { Artisan } from '../../../../src/entities/scheduling/artisan.entity.ts';
import { OfferingArtisan } from '../../../../src/entities/scheduling/offering.entity.ts';
import { DAY, HOUR, MINUTE } from '../../../support/clock.ts';
import { nobody } from '../../../support/make/actor.ts';
import { makeArtisan, makeOffering, makeOpening } from '../../../support/make/scheduling.ts';
import { createBookingWorld, tuesday, type BookingWorld } from './booking-world.ts';

let world: BookingWorld;
beforeEach(async () => {
  world = await createBookingWorld();
});
afterEach(() => world.close());

const isFull = process.env['STORM'] === 'full';
const customers = isFull ? 200 : 40;
const rounds = isFull ? 40 : 5;
const workers = isFull ? 200 : 24;

let people = 0;
const customer = () => ({ name: 'Jean Petit', email: `jean-${(people += 1)}@example.org` });
/** A random network, so that holds are not limited by their number. */
const somewhere = () => ({
  ...nobody,
  address: `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.9`,
});

/** Pairs of live appointments of one artisan that meet, their buffers with them. */
async function overlaps(): Promise<number> {
  const rows = await world.db
    .selectFrom('booking')
    .selectAll()
    .where('status', 'in', ['REQUESTED', 'PENDING_PAYMENT', 'CONFIRMED', 'COMPLETED', 'NO_SHOW'])
    .execute();
  const times = rows.map((row) => ({
    artisanId: row.artisan_id,
    from: instantFrom(row.starts_at).getTime() - row.buffer_before_minutes * MINUTE,
    to: instantFrom(row.ends_at).getTime() + row.buffer_after_minutes * MINUTE,
  }));
  return times.filter((a, i) =>
    times.some((b, j) => j > i && a.artisanId === b.artisanId && a.from < b.to && b.from < a.to),
  ).length;
}

/** What takes a time, moves it, or gives it back, by the verbs of the agenda. */
const takes = new Set(['create', 'confirm', 'reschedule']);
const frees = new Set(['cancel', 'expire', 'decline']);

/**
 * The history in the order of its commits, as the agenda published it: at no moment did two appointments of one artisan meet, whatever
 * became of them afterwards.
 */
async function meetings(): Promise<string[]> {
  const rows = await world.db.selectFrom('booking').selectAll().execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const history = await world.db
    .selectFrom('booking_history')
    .select(['booking_id as bookingId', 'verb', 'to_starts_at as at'])
    .orderBy('id')
    .execute();
  const moves = Map.groupBy(
    history.filter(({ verb }) => verb === 'create' || verb === 'reschedule'),
    ({ bookingId }) => bookingId,
  );
  const [taken, places] = [new Map<string, Span>(), new Map<string, Span>()];
  const met: string[] = [];
  for (const { payload } of world.live.filter(({ stream }) => stream.startsWith('agenda'))) {
    const { bookingId = '', verb = '' } = payload as { bookingId?: string; verb?: string };
    const row = known.get(bookingId);
    if (row === undefined) continue;
    if (verb === 'create' || verb === 'reschedule') {
      const begins = instantFrom(moves.get(bookingId)?.shift()?.at).getTime();
      const lasts = instantFrom(row.ends_at).getTime() - instantFrom(row.starts_at).getTime();
      const [before, after] = [row.buffer_before_minutes * MINUTE, row.buffer_after_minutes * MINUTE];
      places.set(bookingId, { artisanId: row.artisan_id, from: begins - before, to: begins + lasts + after });
    }
    const place = places.get(bookingId) as Span;
    if (frees.has(verb)) taken.delete(bookingId);
    if (!takes.has(verb)) continue;
    for (const [other, span] of taken)
      if (other !== bookingId && span.artisanId === place.artisanId && span.from < place.to && place.from < span.to)
        met.push(`${verb} ${bookingId} on ${other}`);
    taken.set(bookingId, place);
  }
  return met;
}

interface Span {
  readonly artisanId: string;
  readonly from: number;
  readonly to: number;
}

test(`of ${customers} on one time one has it, and the others are refused`, async () => {
  const { offeringId, artisanId } = await world.offering();
  const all = await Promise.allSettled(
    Array.from({ length: customers }, () => world.book({ offeringId, customer: customer() })),
  );
  const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason as DomainError] : []));
  expect([all.length - refused.length, new Set(refused.map(({ code }) => code))]).toEqual([
    1,
    new Set(['SLOT_UNAVAILABLE']),
  ]);
  // Each learns why, and what else there is.
  for (const { details } of refused)
    expect(details).toMatchObject({
      reason: 'BOOKED',
      alternatives: Array.from({ length: 3 }, () => expect.any(String)),
    });
  expect(await world.quanta(artisanId)).toBe(12);
  expect(await world.faults()).toEqual([]);
}, 120_000);

test('of many on one time of two artisans two have it, each another one', async () => {
  const { offeringId } = await world.offering({ assignment: 'ANY' });
  await world.run(async ({ em }) => {
    const artisan = makeArtisan(em);
    makeOpening(em, artisan);
    em.create(OfferingArtisan, { offering: offeringId, artisan });
  }, null);
  const all = await Promise.allSettled(
    Array.from({ length: 16 }, () => world.book({ offeringId, customer: customer() })),
  );
  const booked = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const artisans = await Promise.all(booked.map(async (id) => (await world.shown(id)).artisanId));
  expect([booked.length, new Set(artisans).size]).toEqual([2, 2]);
  expect(await world.faults()).toEqual([]);
}, 120_000);

async function cancel(tx: MovingBooking & Tx<'emit'>, id: string): Promise<void> {
  const booking = await findLockedBooking(tx, id);
  if (booking?.status !== 'CONFIRMED') return;
  moveBooking(tx, booking, { verb: 'cancel', by: 'CUSTOMER' });
  await freeTime(tx, { referenceId: id, artisanId: booking.artisan.id });
}

async function layBusy({ em, now }: Tx<'em' | 'now'>, [artisanId, from]: readonly [string, Date]): Promise<void> {
  const to = new Date(from.getTime() + 45 * MINUTE);
  await writing(em)
    .db.insertInto('occupancy')
    .values({
      ...{ id: newId(), created_at: now, version: 1, artisan_id: artisanId, kind: 'EXTERNAL', reference_id: newId() },
      ...{ starts_at: from, ends_at: to, padded_from: from, padded_to: to, hold_until: null },
    })
    .execute();
  await layExternalTime({ em }, artisanId, { from, to });
}

test(`${workers} at once over two artisans, ${rounds} times each: no two appointments meet`, async () => {
  const kinds = [
    await world.offering({ bufferAfterMinutes: 10 }),
    await world.offering({ depositBasisPoints: 3_000, durationMinutes: 45, slotStepMinutes: 15 }),
  ];
  const asking = await world.run(async ({ em }) => {
    const artisan = await em.findOneOrFail(Artisan, { id: kinds[0]?.artisanId ?? '' });
    return makeOffering(em, artisan, { requiresApproval: true, durationMinutes: 90 }).id;
  }, null);
  const created: CreatedBooking[] = [];
  const requests: string[] = [];
  const holds: HeldSlot[] = [];
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)];
  // The same hours of three weeks: busy time that is laid early leaves some for appointments.
  const at = () =>
    new Date(tuesday.getTime() + pick([0, 7, 14])! * DAY + Math.floor(Math.random() * 12) * 30 * MINUTE - HOUR);
  const kind = () => pick(kinds) as (typeof kinds)[number];
  const actions: (() => Promise<unknown>)[] = [
    async () =>
      created.push(await world.create({ offeringId: kind().offeringId, startsAt: at(), customer: customer() })),
    async () =>
      created.push(await world.create({ offeringId: kind().offeringId, startsAt: at(), customer: customer() })),
    async () => requests.push(await world.book({ offeringId: asking, startsAt: at(), customer: customer() })),
    async () => holds.push(await holdSlot(world.ctx(somewhere()), { offeringId: kind().offeringId, startsAt: at() })),
    async () => {
      const { offeringId } = kind();
      const startsAt = at();
      const { holdToken } = await holdSlot(world.ctx(somewhere()), { offeringId, startsAt });
      created.push(await world.create({ offeringId, startsAt, holdToken, customer: customer() }));
    },
    async () => holds.length > 0 && world.run(releaseHold, pick(holds) as HeldSlot),
    async () => requests.length > 0 && world.run(approveBooking, { bookingId: pick(requests) ?? '' }),
    async () => requests.length > 0 && world.run(declineBooking, { bookingId: pick(requests) ?? '' }),
    async () => created.length > 0 && world.run(cancel, pick(created)?.bookingId ?? ''),
    async () =>
      created.length > 0 &&
      rescheduleBooking(world.ctx(system), { bookingId: pick(created)?.bookingId ?? '', startsAt: at() }),
    async () => world.run(layBusy, [kind().artisanId, at()] as const),
    async () => {
      const one = pick(created);
      if (one?.payment) await world.deliver(await world.pay(one));
    },
    async () => {
      world.clock.advance(2 * MINUTE);
      await sweepHolds(world.ctx(), {});
      await world.worker.runDue();
    },
  ];
  const strange: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let round = 0; round < rounds; round++)
      await (pick(actions) as () => Promise<unknown>)().catch((error: unknown) => {
        // The form of a payment that was ended cannot be paid; a conflict would be a deadlock that was tried ten times.
        const isKnown = error instanceof DomainError ? error.code !== 'CONFLICT' : error instanceof PaymentFailure;
        if (!isKnown) strange.push(error);
      });
  };
  await Promise.all(Array.from({ length: workers }, work));
  await world.worker.runDue();
  expect(strange).toEqual([]);
  expect(created.length).toBeGreaterThan(0);
  expect(await overlaps()).toBe(0);
  expect(await meetings()).toEqual([]);
  expect(await world.faults()).toEqual([]);
}, 900_000);
