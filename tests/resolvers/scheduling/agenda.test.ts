import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Closure } from '../../../src/entities/scheduling/opening.entity.ts';
import { Occupancy } from '../../../src/entities/scheduling/occupancy.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { liveCursor } from '../../../src/resolvers/live-cursor.ts';
import { agendaChanged } from '../../../src/services/scheduling/index.ts';
import { addHistory } from '../../../src/services/scheduling/bookings/move-booking.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { makeActor, nobody } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeArtisan, makeBooking, makeOffering } from '../../support/make/scheduling.ts';

let env: AppEnvironment;
let [admin, louise, antoine, customer] = [] as unknown as [Actor, Actor, Actor, Actor];
let [artisanId, offeringId, confirmed] = ['', '', ''];
const clock = testClock('2027-03-01T09:00:00Z');

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  await env.run(async (tx) => {
    const { em } = tx;
    const roles = ['ADMIN', 'ARTISAN', 'ARTISAN', 'CUSTOMER'] as const;
    [admin, louise, antoine, customer] = roles.map((role) =>
      makeActor(makePerson(em, { role }).id, { role }),
    ) as typeof roles & [Actor, Actor, Actor, Actor];
    makeArtisan(em, { userId: louise.userId as string, slug: 'louise' });
    const artisan = makeArtisan(em, { userId: antoine.userId as string, slug: 'antoine' });
    const offering = makeOffering(em, artisan);
    [artisanId, offeringId] = [artisan.id, offering.id];
    const at = (startsAt: string, facts = {}) =>
      makeBooking(em, { artisan, offering }, { startsAt: new Date(startsAt), ...facts });
    // The clocks go forward on the 28th.
    const booking = at('2027-03-28T21:30:00Z', {
      userId: customer.userId,
      staffNote: 'Fidèle',
      customerPhone: '+33612345678',
    });
    confirmed = booking.id;
    at('2027-03-28T22:00:00Z', { customerName: 'Zoé Petit', status: 'PENDING_PAYMENT', depositCents: 1_800 });
    at('2027-03-27T22:30:00Z', { customerName: 'Aline Roux', status: 'COMPLETED' });
    at('2027-03-28T08:00:00Z', { status: 'CANCELLED', customerName: 'Marc Le Goff' });
    addHistory(tx, booking, { verb: 'create', by: 'CUSTOMER' });
    const busy = (kind: 'HOLD' | 'EXTERNAL', startsAt: string, holdUntil: Date | null = null) => {
      const [from, to] = [new Date(startsAt), new Date(Date.parse(startsAt) + 3_600_000)];
      em.create(Occupancy, {
        ...{
          artisanId,
          kind,
          startsAt: from,
          endsAt: to,
          paddedFrom: from,
          paddedTo: to,
          referenceId: newId(),
          holdUntil,
        },
      });
    };
    busy('EXTERNAL', '2027-03-28T10:00:00Z');
    busy('HOLD', '2027-03-28T12:00:00Z', new Date('2027-03-01T09:10:00Z'));
    busy('HOLD', '2027-03-28T14:00:00Z', new Date('2027-03-01T08:50:00Z'));
    em.create(Closure, { artisan, fromOn: '2020-03-28', untilOn: '2020-03-28', isYearly: true, reason: 'Fête' });
    em.create(Closure, {
      artisan,
      fromAt: new Date('2027-03-29T10:00:00Z'),
      untilAt: new Date('2027-03-29T11:00:00Z'),
    });
  }, undefined);
});
afterAll(() => env.close());

const agenda = (actor: Actor, variables: object) =>
  env.ask(
    actor,
    `query ($from: LocalDate!, $days: Int! = 1, $id: ID) { agenda(from: $from, days: $days, artisanId: $id) {
      startsAt endsAt entries { kind startsAt booking { id customerName } closure { reason } } } }`,
    variables as Record<string, unknown>,
  );

test('a day of an agenda is a local one, 23 hours long where clocks go forward, with all that takes its time', async () => {
  const { data } = await agenda(antoine, { from: '2027-03-28' });
  expect(data).toEqual({
    agenda: {
      ...{ startsAt: '2027-03-27T23:00:00.000Z', endsAt: '2027-03-28T22:00:00.000Z' },
      entries: [
        // It began on the day before.
        ...[{ kind: 'BOOKING', startsAt: '2027-03-27T22:30:00.000Z', booking: { customerName: 'Aline Roux' } }],
        ...[{ kind: 'CLOSURE', startsAt: '2027-03-27T23:00:00.000Z', booking: null, closure: { reason: 'Fête' } }],
        { kind: 'EXTERNAL', startsAt: '2027-03-28T10:00:00.000Z', booking: null },
        { kind: 'HOLD', startsAt: '2027-03-28T12:00:00.000Z', booking: null },
        { kind: 'BOOKING', startsAt: '2027-03-28T21:30:00.000Z', booking: { id: confirmed } },
      ].map((entry) =>
        expect.objectContaining({ ...entry, booking: entry.booking && expect.objectContaining(entry.booking) }),
      ),
    },
  });
  const two = await agenda(admin, { from: '2027-03-28', days: 2, id: artisanId });
  expect((two.data as { agenda: { entries: unknown[] } }).agenda.entries).toHaveLength(7);
});

test('an agenda is read by its artisan and by admins, for at most 62 days', async () => {
  expect((await agenda(louise, { from: '2027-03-28', id: artisanId })).codes).toEqual(['NOT_FOUND']);
  expect((await agenda(customer, { from: '2027-03-28' })).codes).toEqual(['FORBIDDEN']);
  expect((await agenda(antoine, { from: '2027-03-28', days: 63 })).codes).toEqual(['INPUT_INVALID']);
});

const names = async (actor: Actor, filter: object | null = null, more = '') => {
  const { data } = await env.ask(
    actor,
    `query ($filter: BookingFilterInput) { artisanBookings(filter: $filter ${more}) { totalCount nodes { customerName } } }`,
    { filter },
  );
  const { nodes } = (data as { artisanBookings: { nodes: { customerName: string }[] } }).artisanBookings;
  return nodes.map(({ customerName }) => customerName);
};

test('bookings are found by state, offering, dates, words and what is unpaid', async () => {
  const all = ['Zoé Petit', 'Claire Dumas', 'Marc Le Goff', 'Aline Roux'];
  expect(await names(antoine)).toEqual(all);
  expect(await names(admin, { artisanId, offeringId }, ', orderBy: STARTS_AT_ASC')).toEqual(all.toReversed());
  expect(await names(louise)).toEqual([]);
  expect(await names(louise, { artisanId })).toEqual([]);
  expect(await names(antoine, { statuses: ['CANCELLED', 'COMPLETED'] })).toEqual(['Marc Le Goff', 'Aline Roux']);
  expect(await names(antoine, { statuses: [] })).toEqual([]);
  expect(await names(antoine, { isUnpaid: true })).toEqual(['Zoé Petit']);
  expect(await names(antoine, { isUnpaid: false })).toHaveLength(3);
  expect(await names(antoine, { text: 'zoe' })).toEqual(['Zoé Petit']);
  expect(await names(antoine, { text: '612345678' })).toEqual(['Claire Dumas']);
  expect(await names(antoine, { startsFrom: '2027-03-28T08:00:00Z', startsTo: '2027-03-28T22:00:00Z' })).toEqual([
    'Claire Dumas',
    'Marc Le Goff',
  ]);
  expect(await names(antoine, { offeringId: newId() })).toEqual([]);
});

test('a booking is read with its history by those whose agenda it is in, and by its customer among their own', async () => {
  const one = (actor: Actor) =>
    env.ask(
      actor,
      'query ($id: ID!) { booking(id: $id) { staffNote customerPhone staffActions history { verb by toStartsAt } } }',
      { id: confirmed },
    );
  expect((await one(antoine)).data).toEqual({
    booking: {
      ...{ staffNote: 'Fidèle', customerPhone: '+33612345678' },
      staffActions: ['reschedule', 'cancel'],
      history: [{ verb: 'create', by: 'CUSTOMER', toStartsAt: '2027-03-28T21:30:00.000Z' }],
    },
  });
  expect((await one(louise)).codes).toEqual(['NOT_FOUND']);
  expect((await one(customer)).codes).toEqual(['FORBIDDEN']);
  const mine = '{ myBookings { nodes { id } } }';
  expect((await env.ask(customer, mine)).data).toEqual({ myBookings: { nodes: [{ id: confirmed }] } });
  expect((await env.ask(louise, mine)).data).toEqual({ myBookings: { nodes: [] } });
  expect((await env.ask(nobody, mine)).codes).toEqual(['UNAUTHENTICATED']);
});

test('an agenda is watched by its artisan and by admins, from the event that they saw last', async () => {
  const text = 'subscription ($id: ID!, $after: Cursor) { agendaChanged(artisanId: $id, after: $after) { cursor } }';
  const watch = (actor: Actor, id = artisanId) =>
    env.subscribe(actor, text, { id, after: liveCursor({ seq: 7 }) }) as Promise<unknown>;
  expect(await watch(louise)).toMatchObject({ errors: [{ message: 'This does not exist.' }] });
  expect(await watch(antoine, newId())).toMatchObject({ errors: [{ message: 'This does not exist.' }] });
  const stream = (await watch(antoine)) as {
    entitled: (event: object, people: readonly Actor[], context: object) => Promise<ReadonlySet<string>>;
  };
  expect(stream).toMatchObject({ topic: agendaChanged, key: artisanId, after: 7 });
  const people = [antoine, louise, customer, admin];
  expect(await stream.entitled({ seq: 8, payload: { artisanId } }, people, env.contextOf(admin))).toEqual(
    new Set([antoine.userId, admin.userId]),
  );
});
