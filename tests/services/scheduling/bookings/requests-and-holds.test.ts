import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../../src/services/kernel/ids.ts';
import {
  approveBooking,
  declineBooking,
  expireRequests,
  holdSlot,
  listMyBookings,
  readCode,
  releaseHold,
  renewHold,
  sweepHolds,
} from '../../../../src/services/scheduling/index.ts';
import { schedulingRetention } from '../../../../src/services/scheduling/retention.ts';
import { usualOffering } from '../../../../src/services/scheduling/practice/offering-fields.ts';
import { requireSound } from '../../../../src/services/scheduling/practice/offering.policy.ts';
import { DAY, HOUR, MINUTE } from '../../../support/clock.ts';
import { makeActor, nobody } from '../../../support/make/actor.ts';
import { makePerson } from '../../../support/make/person.ts';
import { retain } from '../../../support/retention.ts';
import { createBookingWorld, tuesday, type BookingWorld } from './booking-world.ts';

let world: BookingWorld;
let artisan: ReturnType<typeof makeActor>;
let userId: string;
beforeAll(async () => {
  world = await createBookingWorld();
  userId = await world.run(
    async ({ em }) => makePerson(em, { email: 'luthier@example.org', role: 'ARTISAN' }).id,
    null,
  );
  artisan = makeActor(userId, { role: 'ARTISAN' });
});
afterAll(() => world.close());

const at = (hours: number): Date => new Date(tuesday.getTime() + hours * HOUR);
let networks = 0;
/** Each from a network of its own, which keeps two slots at most. */
const from = () => ({ ...nobody, address: `203.0.${(networks += 1)}.7` });
const taken = expect.objectContaining({ code: 'SLOT_UNAVAILABLE' });
const asked = async (facts: object = {}, who: object = {}) => {
  const { offeringId, artisanId } = await world.offering({ requiresApproval: true, ...facts }, who);
  return { offeringId, artisanId, bookingId: await world.book({ offeringId }) };
};

test('a request keeps its time until the artisan answers: yes confirms it, no frees it, and nobody else may', async () => {
  const { offeringId, bookingId, artisanId } = await asked({}, { userId });
  expect(await world.shown(bookingId)).toMatchObject({
    ...{ status: 'REQUESTED', availableActions: ['cancel'] },
    holdUntil: new Date(world.clock.now().getTime() + 2 * DAY),
  });
  await expect(world.book({ offeringId })).rejects.toThrow(taken);
  const other = makeActor(newId(), { role: 'ARTISAN' });
  await expect(world.run(approveBooking, { bookingId }, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(world.run(approveBooking, { bookingId }, nobody)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await world.run(approveBooking, { bookingId }, artisan);
  expect(await world.shown(bookingId)).toMatchObject({ status: 'CONFIRMED', holdUntil: null });
  await expect(world.run(declineBooking, { bookingId }, artisan)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  const second = await world.book({ offeringId, startsAt: at(1) });
  await world.run(declineBooking, { bookingId: second, reason: ' Complet ' }, artisan);
  expect(await world.shown(second)).toMatchObject({ status: 'DECLINED', availableActions: [] });
  expect(await world.quanta(artisanId)).toBe(12);
  expect(await world.faults()).toEqual([]);
});

test('approved with a deposit it waits a day for its payment, at the latest until the notice', async () => {
  const { bookingId } = await asked({ depositBasisPoints: 5_000 });
  await world.run(approveBooking, { bookingId });
  expect(await world.shown(bookingId)).toMatchObject({
    ...{ status: 'PENDING_PAYMENT', depositStatus: 'PENDING' },
    holdUntil: new Date(world.clock.now().getTime() + DAY),
  });
  const soon = await world.offering({
    requiresApproval: true,
    depositBasisPoints: 5_000,
    noticeMinutes: 8 * 1_440 - 120,
  });
  const near = await world.book({
    offeringId: soon.offeringId,
    startsAt: at(3),
    customer: { name: 'Jean Petit', email: 'j@example.org' },
  });
  const notice = new Date(at(3).getTime() - (8 * 1_440 - 120) * MINUTE);
  expect(await world.shown(near)).toMatchObject({ holdUntil: notice });
  await world.run(approveBooking, { bookingId: near });
  expect(await world.shown(near)).toMatchObject({ holdUntil: notice });
});

test('a request that nobody answered is over, even before the hourly job was here', async () => {
  const { bookingId, artisanId, offeringId } = await asked({ approvalHours: 1 });
  await expireRequests(world.ctx(), {});
  expect(await world.shown(bookingId)).toMatchObject({ status: 'REQUESTED' });
  world.clock.advance(HOUR);
  await expect(world.run(approveBooking, { bookingId })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  await expireRequests(world.ctx(), {});
  expect(await world.shown(bookingId)).toMatchObject({ status: 'EXPIRED', holdUntil: null });
  expect(await world.quanta(artisanId)).toBe(0);
  await world.book({ offeringId });
  expect(await world.faults()).toEqual([]);
});

test('a slot is kept for whoever types, for ten minutes and once again, and becomes their booking', async () => {
  const { offeringId, artisanId } = await world.offering();
  const held = await holdSlot(world.ctx(from()), { offeringId, date: '2027-01-12', time: '10:00' });
  expect(held).toMatchObject({ artisanId, startsAt: tuesday, endsAt: at(1) });
  await expect(world.book({ offeringId })).rejects.toThrow(taken);
  await expect(holdSlot(world.ctx(from()), { offeringId, startsAt: tuesday })).rejects.toThrow(taken);
  world.clock.advance(9 * MINUTE);
  const renewed = await world.run(renewHold, held);
  expect(renewed.expiresAt).toEqual(new Date(world.clock.now().getTime() + 10 * MINUTE));
  await expect(world.run(renewHold, held)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  const { holdToken } = held;
  await expect(world.book({ offeringId, holdToken, startsAt: at(2) })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const id = await world.book({ offeringId, holdToken });
  expect(await world.shown(id)).toMatchObject({ status: 'CONFIRMED', artisanId });
  await expect(world.book({ offeringId, holdToken })).rejects.toMatchObject({ code: 'HOLD_EXPIRED' });
  expect(await world.run(releaseHold, { holdToken })).toBe(false);
  expect(await world.quanta(artisanId)).toBe(12);
  // Its offering lasts longer by now: what it takes more is taken, or somebody has it.
  const kept = await holdSlot(world.ctx(from()), { offeringId, startsAt: at(2) });
  const tight = await holdSlot(world.ctx(from()), { offeringId, startsAt: at(4) });
  await world.book({ offeringId, startsAt: at(5) });
  await world.db.updateTable('offering').set({ duration_minutes: 90 }).where('id', '=', offeringId).execute();
  const longer = await world.book({ offeringId, holdToken: kept.holdToken, startsAt: at(2) });
  expect(await world.shown(longer)).toMatchObject({ startsAt: at(2), endsAt: at(3.5) });
  const refused = { code: 'SLOT_UNAVAILABLE', details: { reason: 'BOOKED' } };
  for (let times = 0; times < 2; times += 1)
    await expect(world.book({ offeringId, holdToken: tight.holdToken, startsAt: at(4) })).rejects.toMatchObject(
      refused,
    );
  expect(await world.faults()).toEqual([]);
});

test('a hold ends by itself, or is given back; one network keeps two', async () => {
  const { offeringId, artisanId } = await world.offering();
  const office = from();
  const keep = (hours: number) => holdSlot(world.ctx(office), { offeringId, startsAt: at(hours) });
  const first = await keep(0);
  await keep(1);
  await expect(keep(2)).rejects.toMatchObject({ code: 'HOLD_LIMIT' });
  expect(await world.run(releaseHold, first)).toBe(true);
  await keep(2);
  await expect(world.run(releaseHold, { holdToken: 'none' })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  world.clock.advance(10 * MINUTE);
  await world.book({ offeringId, startsAt: at(1) });
  await keep(3);
  await sweepHolds(world.ctx(), {});
  expect(await world.quanta(artisanId)).toBe(24);
  const both = await Promise.allSettled([4, 5, 6].map(keep));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await world.faults()).toEqual([]);
  // A day after their end they go; those that still keep a time do not.
  const [now, holds] = [world.clock.now(), schedulingRetention.filter(({ name }) => name === 'SLOT_HOLDS')];
  const left: string[][] = [];
  for (const ms of [DAY - MINUTE, DAY + MINUTE]) {
    world.clock.set(new Date(now.getTime() + ms));
    await retain(world.ctx(), holds);
    const rows = world.db.selectFrom('slot_hold').select('status').where('artisan_id', '=', artisanId);
    left.push((await rows.orderBy('id').execute()).map(({ status }) => status));
  }
  world.clock.set(now);
  expect(left).toEqual([
    ['RELEASED', 'EXPIRED', 'EXPIRED', 'HELD', 'HELD'],
    ['HELD', 'HELD'],
  ]);
});

test('what is refused says why and offers other times', async () => {
  const { offeringId } = await world.offering();
  await world.book({ offeringId });
  const details = (input: object) =>
    world.book({ offeringId, ...input }).then(
      () => null,
      (error: { code: string; details: object }) => [error.code, error.details],
    );
  expect(await details({})).toEqual([
    'SLOT_UNAVAILABLE',
    {
      reason: 'BOOKED',
      alternatives: ['2027-01-12T10:00:00.000Z', '2027-01-12T10:30:00.000Z', '2027-01-12T11:00:00.000Z'],
    },
  ]);
  const reasonOf = async (startsAt: string) => (await details({ startsAt: new Date(startsAt) }))?.[1];
  expect(await reasonOf('2027-01-12T10:10:00Z')).toMatchObject({ reason: 'OFF_GRID' });
  expect(await reasonOf('2026-01-12T10:00:00Z')).toMatchObject({ reason: 'NOTICE' });
  expect(await reasonOf('2027-06-12T10:00:00Z')).toMatchObject({ reason: 'HORIZON', alternatives: [] });
  expect(await reasonOf('2027-01-12T22:00:00Z')).toMatchObject({ reason: 'OUTSIDE_OPENING' });
  expect(await details({ startsAt: null, date: '2027-03-28', time: '02:30' })).toMatchObject([
    'TIME_DOES_NOT_EXIST',
    {},
  ]);
  expect(await details({ startsAt: null, date: '2026-10-25', time: '02:30' })).toMatchObject(['TIME_AMBIGUOUS', {}]);
  expect(await details({ partySize: 2 })).toEqual(['CAPACITY_EXCEEDED', { capacity: 1 }]);
  expect(await details({ startsAt: null })).toMatchObject(['INPUT_INVALID', {}]);
  expect(await details({ timeZone: 'Europe/Nowhere' })).toMatchObject(['INPUT_INVALID', {}]);
  expect(await details({ offeringId: newId() })).toEqual(['OFFERING_UNAVAILABLE', {}]);
  expect(await details({ artisanId: newId() })).toEqual(['OFFERING_UNAVAILABLE', {}]);
  const customer = { name: 'Claire Dumas', email: 'claire@example.org' };
  const sms = { email: true, sms: true };
  const fixed = { ...customer, phone: '01 42 68 53 00' };
  expect(await details({ customer, notifications: sms })).toMatchObject(['PHONE_NOT_MOBILE', {}]);
  expect(await details({ customer: fixed, notifications: sms })).toMatchObject(['PHONE_NOT_MOBILE', {}]);
});

test('a daily limit holds, however many book at once', async () => {
  const { offeringId } = await world.offering({ maxPerDay: 2 });
  const all = await Promise.allSettled(
    [0, 1, 2, 3, 4].map((hours) =>
      world.book({
        offeringId,
        startsAt: at(hours),
        customer: { name: 'Jean Petit', email: `jean-${hours}@example.org` },
      }),
    ),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  const another = await world.offering({ maxPerDay: 2 });
  const holds = await Promise.allSettled(
    [0, 1, 2, 3, 4].map((hours) => holdSlot(world.ctx(from()), { ...another, startsAt: at(hours) })),
  );
  expect(holds.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
});

test('questions are answered as they were asked; at the customer’s, the address is needed and the way is kept free', async () => {
  const { offeringId, artisanId } = await world.offering({ locationKind: 'AT_CUSTOMER' }, { defaultTravelMinutes: 20 });
  const [year, tuned] = [newId(), newId()];
  const question = { offering_id: offeringId, created_at: world.clock.now(), version: 1, choices: '[]' as never };
  await world.run(async ({ em }) => {
    const db = em.getKysely() as unknown as BookingWorld['db'];
    await db
      .insertInto('offering_question')
      .values([
        { ...question, id: year, position: 1, kind: 'NUMBER', label: 'Année', is_required: true },
        { ...question, id: tuned, position: 2, kind: 'YES_NO', label: 'Accordé ?', is_required: false },
      ])
      .execute();
  }, null);
  const place = '12 rue des Lilas\n75020 Paris';
  const number = { questionId: year, answer: '1962' };
  await expect(world.book({ offeringId, answers: [number] })).rejects.toMatchObject({ code: 'PLACE_REQUIRED' });
  await expect(world.book({ offeringId, place })).rejects.toMatchObject({
    ...{ code: 'ANSWER_REQUIRED', details: { questionIds: [year] } },
  });
  for (const wrong of [
    [{ questionId: year, answer: 'vieux' }],
    [number, number],
    [number, { questionId: newId(), answer: 'YES' }],
    [number, { questionId: tuned, answer: 'peut-être' }],
  ])
    await expect(world.book({ offeringId, place, answers: wrong })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const id = await world.book({ offeringId, place, answers: [{ questionId: tuned, answer: 'NO' }, number] });
  expect(await world.shown(id)).toMatchObject({
    place,
    answers: [
      { questionId: year, label: 'Année', answer: '1962' },
      { questionId: tuned, label: 'Accordé ?', answer: 'NO' },
    ],
  });
  expect(await world.quanta(artisanId)).toBe(20);
  expect(await world.faults()).toEqual([]);
});

test('a file is required only where its artisan or a deposit confirms the booking afterwards', () => {
  const question = { kind: 'FILE' as const, label: 'Une photo', isRequired: true, choices: [] };
  const offering = { ...usualOffering(30), name: 'Réglage', durationMinutes: 60, priceCents: 6_000, position: 0 };
  const faultsOf = (facts: object): unknown => {
    try {
      return requireSound({ ...offering, questions: [question], ...facts }, 30);
    } catch (error) {
      return (error as { details: unknown }).details;
    }
  };
  expect(faultsOf({})).toMatchObject({ fields: [{ path: 'input.questions.0.isRequired', rules: ['confirmedLater'] }] });
  for (const facts of [
    { requiresApproval: true },
    { depositBasisPoints: 3_000 },
    { questions: [{ ...question, isRequired: false }] },
  ])
    expect(faultsOf(facts)).toBeUndefined();
});

test('who books with their account finds it in their list, and nobody else does', async () => {
  const { offeringId } = await world.offering();
  const person = await world.run(async ({ em }) => makePerson(em, { email: 'jean@example.org' }).id, null);
  const [first, second] = [
    await world.book({ offeringId, startsAt: at(3) }, makeActor(person)),
    await world.book({ offeringId, startsAt: at(1) }, makeActor(person)),
  ];
  await world.book({ offeringId });
  const idsFor = async (userId: string, wish: object = {}) =>
    (await listMyBookings(world.readContext(makeActor(userId)), { first: 10, ...wish })).nodes.map(({ id }) => id);
  expect(await idsFor(person)).toEqual([first, second]);
  expect(await idsFor(person, { orderBy: 'STARTS_AT_ASC', first: 1 })).toEqual([second]);
  expect(await idsFor(person, { status: 'CANCELLED' })).toEqual([]);
  expect(await idsFor(newId())).toEqual([]);
});

test('a code is read however it is typed', () => {
  expect(['ac-7kqm2p', ' AC 7KQM2P', 'ac7kqm2p', 'AC–7KQM2P'].map(readCode)).toEqual(Array(4).fill('AC-7KQM2P'));
  expect(['', 'AC-7KQM2', 'AC-7KQM20', 'AC-IKQM2P', 'XX-7KQM2P'].map(readCode)).toEqual(Array(5).fill(null));
});
