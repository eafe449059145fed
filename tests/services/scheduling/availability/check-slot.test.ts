/** The check of one time and the times beside it, as bookings ask for them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OpeningException, Closure, BreakRule } from '../../../../src/entities/scheduling/opening.entity.ts';
import { SlotHold } from '../../../../src/entities/scheduling/slot-hold.entity.ts';
import { fingerprint, newId, newSecret } from '../../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { writing } from '../../../../src/services/platform/orm/values.ts';
import { alternativesTo, slotRefusals } from '../../../../src/services/scheduling/availability/check-slot.ts';
import { occupy, type TimeToTake } from '../../../../src/services/scheduling/occupancy/occupy.ts';
import { makeArtisan, makeBooking, makeOffering, makeOpening } from '../../../support/make/scheduling.ts';
import { createWorld, type World } from '../../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const at = (instant: string): Date => new Date(instant);
const minutesAfter = (start: Date, minutes: number): Date => new Date(start.getTime() + minutes * 60_000);

/** An artisan of Paris, open from 9:00 to 18:00, with an offering of an hour. */
const practice = (
  facts: Parameters<typeof makeOffering>[2] = {},
  artisanFacts: Parameters<typeof makeArtisan>[1] = {},
) =>
  world.run(async ({ em }: Tx<'em'>) => {
    const artisan = makeArtisan(em, artisanFacts);
    const offering = makeOffering(em, artisan, { horizonDays: 90, ...facts });
    makeOpening(em, artisan);
    return { artisan, offering };
  }, undefined);

type Practice = Awaited<ReturnType<typeof practice>>;

const take = (artisanId: string, startsAt: Date, facts: Partial<TimeToTake> = {}) =>
  world.run(
    (tx: Tx<'em' | 'now'>) =>
      occupy(tx, {
        ...{ artisanId, startsAt, endsAt: minutesAfter(startsAt, 60), kind: 'BOOKING' as const },
        ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, referenceId: newId(), ...facts },
      }),
    undefined,
  );

const asked = ({ artisan, offering }: Practice, startsAt: string, ignoring: readonly string[] = []) => ({
  ...{ offeringId: offering.id, artisanId: artisan.id, startsAt: at(startsAt), now: world.clock.now(), ignoring },
});
const reasons = async (of: Practice, startsAt: string, ignoring: readonly string[] = []): Promise<string[]> =>
  (await slotRefusals(world.db, asked(of, startsAt, ignoring))).map(({ reason }) => reason);
const others = async (of: Practice, startsAt: string): Promise<string[]> =>
  (await alternativesTo(world.db, asked(of, startsAt))).map((start) => start.toISOString());

test('what is stored decides: rules, breaks, exceptions, closures of dates and of instants, holidays', async () => {
  const one = await practice();
  await world.run(async ({ em }: Tx<'em'>) => {
    const artisan = one.artisan.id;
    em.create(BreakRule, { artisan, weekday: 'MONDAY', startMinute: 720, endMinute: 780 });
    em.create(BreakRule, { artisan, weekday: 'MONDAY', startMinute: 540, endMinute: 600, offering: one.offering.id });
    em.create(OpeningException, { artisan, localDate: '2026-12-25', windows: [{ startMinute: 600, endMinute: 720 }] });
    em.create(Closure, { artisan, fromOn: '2026-12-15', untilOn: '2026-12-16' });
    em.create(Closure, { artisan, fromAt: at('2026-12-17T09:00:00Z'), untilAt: at('2026-12-17T10:00:00Z') });
  }, undefined);
  expect(await reasons(one, '2026-12-14T10:00:00Z')).toEqual([]);
  expect(await reasons(one, '2026-12-14T11:00:00Z')).toEqual(['BREAK']);
  expect(await reasons(one, '2026-12-14T08:00:00Z')).toEqual(['BREAK']);
  expect(await reasons(one, '2026-12-16T10:00:00Z')).toEqual(['CLOSURE']);
  expect(await reasons(one, '2026-12-17T09:00:00Z')).toEqual(['CLOSURE']);
  expect(await reasons(one, '2026-12-25T09:00:00Z')).toEqual([]);
  expect(await reasons(one, '2026-12-25T12:00:00Z')).toEqual(['EXCEPTION']);
  expect(await reasons(one, '2027-01-01T10:00:00Z')).toEqual(['HOLIDAY']);
});

test('a booking takes its time until it counts as gone, a hold until it ends', async () => {
  const one = await practice();
  const bookingId = newId();
  await take(one.artisan.id, at('2026-12-14T10:00:00Z'), { referenceId: bookingId, bufferAfterMinutes: 15 });
  await take(one.artisan.id, at('2026-12-14T13:00:00Z'), { kind: 'HOLD', holdUntil: world.clock.now() });
  await take(one.artisan.id, at('2026-12-14T15:00:00Z'), {
    kind: 'HOLD',
    holdUntil: minutesAfter(world.clock.now(), 10),
  });
  expect(await reasons(one, '2026-12-14T10:30:00Z')).toEqual(['BOOKED']);
  expect(await reasons(one, '2026-12-14T11:00:00Z')).toEqual(['BUFFER']);
  expect(await reasons(one, '2026-12-14T10:30:00Z', [bookingId])).toEqual([]);
  expect(await reasons(one, '2026-12-14T13:00:00Z')).toEqual([]);
  expect(await reasons(one, '2026-12-14T15:00:00Z')).toEqual(['HELD']);
});

test('a full day is one of the offering’s own bookings and holds', async () => {
  const one = await practice({ maxPerDay: 2 });
  const { hold, booking } = await world.run(async ({ em }: Tx<'em'>) => {
    const startsAt = at('2026-12-14T08:00:00Z');
    return {
      booking: makeBooking(em, one, { startsAt }),
      hold: em.create(SlotHold, {
        ...{ tokenHash: fingerprint(newSecret()), offering: one.offering, artisan: one.artisan, startsAt },
        ...{ endsAt: minutesAfter(startsAt, 60), expiresAt: minutesAfter(world.clock.now(), 10) },
      }),
    };
  }, undefined);
  await take(one.artisan.id, at('2026-12-14T08:00:00Z'), { referenceId: booking.id });
  await take(one.artisan.id, at('2026-12-14T12:00:00Z'));
  expect(await reasons(one, '2026-12-14T10:00:00Z')).toEqual([]);
  await take(one.artisan.id, at('2026-12-14T14:00:00Z'), { kind: 'HOLD', referenceId: hold.id });
  expect(await reasons(one, '2026-12-14T10:00:00Z')).toEqual(['DAILY_LIMIT']);
  expect(await reasons(one, '2026-12-14T10:00:00Z', [hold.id])).toEqual([]);
  expect((await others(one, '2026-12-14T10:00:00Z'))[0]).toBe('2026-12-15T08:00:00.000Z');
});

test('three other times follow, over closed weeks too, of any artisan, and within the horizon', async () => {
  const one = await practice({ slotStepMinutes: 60 });
  await take(one.artisan.id, at('2026-12-14T16:00:00Z'));
  expect(await others(one, '2026-12-14T14:00:00Z')).toEqual([
    '2026-12-14T15:00:00.000Z',
    '2026-12-15T08:00:00.000Z',
    '2026-12-15T09:00:00.000Z',
  ]);
  await world.run(async ({ em }: Tx<'em'>) => {
    em.create(Closure, { artisan: one.artisan.id, fromOn: '2026-12-14', untilOn: '2027-01-10' });
  }, undefined);
  expect((await others(one, '2026-12-14T14:00:00Z'))[0]).toBe('2027-01-11T08:00:00.000Z');
  expect(await others(one, '2027-02-18T16:00:00Z')).toEqual([]);
  const [start] = await alternativesTo(world.db, { ...asked(one, '2026-12-14T14:00:00Z'), artisanId: null });
  expect(start).toEqual(at('2027-01-11T08:00:00Z'));
});

test('within a transaction what it has written counts; what does not exist is refused', async () => {
  const one = await practice({}, { status: 'PAUSED' });
  const found = await world.run(async (tx: Tx<'em' | 'now'>) => {
    const startsAt = at('2026-12-14T10:00:00Z');
    await occupy(tx, {
      ...{ artisanId: one.artisan.id, startsAt, endsAt: minutesAfter(startsAt, 60), kind: 'BOOKING' },
      ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, referenceId: newId() },
    });
    return slotRefusals(writing(tx.em).db, asked(one, '2026-12-14T10:00:00Z'));
  }, undefined);
  expect(found).toMatchObject([{ reason: 'PAUSED' }, { reason: 'BOOKED', taken: { kind: 'BOOKING' } }]);
  expect(await others(one, '2026-12-14T14:00:00Z')).toEqual([]);
  const unknown = { ...asked(one, '2026-12-14T10:00:00Z'), artisanId: newId() };
  await expect(slotRefusals(world.db, unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(alternativesTo(world.db, { ...unknown, offeringId: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
