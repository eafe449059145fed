import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { orderSubscriptions, orderTasks } from '../../../src/services/orders/index.ts';
import { conversationSourcesOf, messagingTasks, syncConversationTask } from '../../../src/services/messaging/index.ts';
import { subscribe } from '../../../src/services/platform/context.ts';
import { createMeasures } from '../../../src/services/platform/measures.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { bookingMeasures } from '../../../src/services/scheduling/bookings/booking-figures.ts';
import {
  bookConsultation,
  consultationRequested,
  conversationAboutBooking,
  consultationSlots,
  expireRequests,
  handleConsultationRequest,
  listConsultationRequests,
  type BookConsultation,
} from '../../../src/services/scheduling/index.ts';
import { noticeSubscriptions, noticeTasks } from '../../../src/services/scheduling/notices/index.ts';
import { DAY, testClock } from '../../support/clock.ts';
import { makeActor, nobody } from '../../support/make/actor.ts';
import { makeOrder } from '../../support/make/order.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeArtisan, makeOffering, makeOpening } from '../../support/make/scheduling.ts';
import { noLimits } from '../../support/no-limits.ts';
import { createWorld, type World } from '../../support/world.ts';
import { billables } from '../billing/billing-world.ts';

let world: World;
let [admin, customer, other, louise] = [] as unknown as [Actor, Actor, Actor, Actor];
/** A Monday; Good Friday is no holiday in Paris, Easter Monday, 29 March 2027, is. */
const clock = testClock('2027-03-22T09:00:00Z');

beforeAll(async () => {
  const done = [
    'messaging.open-conversation',
    'scheduling.notify-requested',
    'scheduling.notify-declined',
    'orders.follow-consultation',
  ];
  world = await createWorld({
    clock,
    tasks: [...noticeTasks, ...orderTasks, ...messagingTasks].filter(({ definition: { kind } }) => done.includes(kind)),
    subscriptions: [
      ...[...noticeSubscriptions, ...orderSubscriptions],
      subscribe(consultationRequested, syncConversationTask),
    ],
    services: {
      limits: noLimits,
      measures: createMeasures(bookingMeasures),
      derived: derivedSecrets(Buffer.alloc(32, 1)),
      billables,
      conversationSources: conversationSourcesOf([{ BOOKING: conversationAboutBooking }]),
    },
  });
  await world.run(async ({ em }) => {
    const person = (role: 'ADMIN' | 'CUSTOMER' | 'PROOFREADER' | 'ARTISAN') =>
      makeActor(makePerson(em, { role }).id, { role });
    [admin, customer, other, louise] = [person('ADMIN'), person('CUSTOMER'), person('CUSTOMER'), person('PROOFREADER')];
    // An artisan of their own has a free offering too: it is none of the business.
    const antoine = makeArtisan(em, { userId: person('ARTISAN').userId });
    const free = { priceCents: 0, requiresApproval: true, horizonDays: null, horizonWorkingDays: 7 };
    makeOffering(em, antoine, { ...free, name: 'Essai' });
    makeOpening(em, antoine);
    const artisan = makeArtisan(em, { userId: louise.userId, displayName: 'Louise', holidayRegion: 'metropole' });
    makeOffering(em, artisan, { name: 'Travail payant', requiresApproval: true });
    makeOffering(em, artisan, { ...free, name: 'Consultation', durationMinutes: 30, locationKind: 'PHONE' });
    makeOpening(em, artisan);
  }, undefined);
});
afterAll(() => world.close());

const ask = (startsAt: string, more: Partial<BookConsultation> = {}, actor: Actor = nobody) =>
  bookConsultation(world.contextFor(actor), {
    customer: { name: 'Claire Dumas', email: `${newId()}@example.org` },
    ...{ startsAt: new Date(startsAt), locale: 'fr', termsVersion: '2026-01', ...more },
  });
const handle = (input: Parameters<typeof handleConsultationRequest>[1], actor = admin) =>
  world.run(handleConsultationRequest, input, actor);
const waiting = (actor: Actor): Promise<string> =>
  world.run(async ({ em }) => {
    const order = makeOrder(em, { customer: actor.userId as string, status: 'AWAITING_CONSULTATION' });
    await em.flush();
    return order.id;
  }, undefined);
const statusOf = async (id: string) =>
  (await world.db.selectFrom('customer_order').select('status').where('id', '=', id).executeTakeFirst())?.status;
const mails = async (bookingId: string) =>
  (await world.db.selectFrom('email_delivery').select(['template', 'data']).orderBy('id').execute())
    .map(({ template, data }) => ({ template, data: jsonFrom<Record<string, unknown>>(data) }))
    .filter(({ data }) => data['bookingId'] === bookingId && data['name'] === 'Claire Dumas');

test('times are those of the next seven working days, today not counted, of the business’s own artisan', async () => {
  const days = await consultationSlots(world.contextFor(), {});
  expect(days.map(({ date }) => date).filter((date) => date !== '2027-03-22')).toEqual([
    ...['2027-03-23', '2027-03-24', '2027-03-25', '2027-03-26', '2027-03-27', '2027-03-28'],
    ...['2027-03-30', '2027-03-31', '2027-04-01'],
  ]);
});

test('a consultation is asked for without an account, every admin is notified, and yes confirms it', async () => {
  const { bookingId } = await ask('2027-03-23T09:00:00Z', { note: 'Un roman' });
  await world.worker.runDue();
  expect((await mails(bookingId)).map(({ template }) => template)).toEqual(['consultation-requested']);
  const notified = await world.db.selectFrom('notification').select(['user_id', 'type']).execute();
  expect(notified.filter(({ type }) => type === 'CONSULTATION').map(({ user_id }) => user_id)).toEqual([admin.userId]);
  const { nodes } = await listConsultationRequests(world.readContext(admin), { first: 10, statuses: ['REQUESTED'] });
  expect(nodes).toMatchObject([{ id: bookingId, source: 'CONSULTATION', offeringName: 'Consultation', orderId: null }]);
  await expect(handle({ id: bookingId, action: 'APPROVE' }, louise)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await handle({ id: bookingId, action: 'APPROVE' })).toMatchObject({ status: 'CONFIRMED' });
  await expect(handle({ id: bookingId, action: 'DECLINE' })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
});

test('an order waits no more once its consultation is answered, whatever the answer; other times let it wait', async () => {
  const [yes, no, later, never] = [
    await waiting(customer),
    await waiting(customer),
    await waiting(customer),
    await waiting(customer),
  ];
  const [first, second, third] = [
    await ask('2027-03-24T09:00:00Z', { orderId: yes }, customer),
    await ask('2027-03-24T10:00:00Z', { orderId: no }, customer),
    await ask('2027-03-24T11:00:00Z', { orderId: later }, customer),
    await ask('2027-03-24T12:00:00Z', { orderId: never }, customer),
  ];
  await handle({ id: first.bookingId, action: 'APPROVE' });
  await handle({ id: second.bookingId, action: 'DECLINE', reason: 'Absente ce jour-là.' });
  const proposals = [new Date('2027-03-26T10:00:00Z'), new Date('2027-03-25T09:00:00Z')];
  await handle({ id: third.bookingId, action: 'PROPOSE', proposals });
  await world.worker.runDue();
  expect(await Promise.all([yes, no, later, never].map(statusOf))).toEqual([
    ...['AWAITING_REVIEW', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'AWAITING_CONSULTATION'],
  ]);
  expect((await mails(second.bookingId)).at(-1)).toMatchObject({
    template: 'consultation-answered',
    data: { reason: 'Absente ce jour-là.', proposals: [] },
  });
  expect((await mails(third.bookingId)).at(-1)?.data).toMatchObject({
    proposals: [{ startsAt: '2027-03-25T09:00:00.000Z' }, { startsAt: '2027-03-26T10:00:00.000Z' }],
  });
  // Nobody answered the last one.
  clock.advance(3 * DAY);
  await expireRequests(world.contextFor(), {});
  await world.worker.runDue();
  expect(await statusOf(never)).toBe('AWAITING_REVIEW');
});

test('what cannot be: another’s order, a proposal that is taken, none, and a booking that is no consultation', async () => {
  const theirs = await waiting(other);
  for (const actor of [customer, nobody])
    await expect(ask('2027-03-30T09:00:00Z', { orderId: theirs }, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const [{ bookingId: id }] = [await ask('2027-03-30T09:00:00Z'), await ask('2027-03-30T10:00:00Z')];
  const taken = [new Date('2027-03-30T10:00:00Z')];
  await expect(handle({ id, action: 'PROPOSE', proposals: taken })).rejects.toMatchObject({
    ...{ code: 'SLOT_UNAVAILABLE', details: { reason: 'BOOKED' } },
  });
  await expect(handle({ id, action: 'PROPOSE' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await expect(handle({ id: newId(), action: 'APPROVE' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const key = newId();
  const customerOnce = { name: 'Claire Dumas', email: 'claire@example.org' };
  const asked = { key, customer: customerOnce };
  const once = await ask('2027-03-31T09:00:00Z', asked);
  expect((await ask('2027-03-31T09:00:00Z', asked)).bookingId).toBe(once.bookingId);
  await expect(ask('2027-03-31T10:00:00Z', asked)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a request opens a conversation with its artisan: in the name of a customer with an account, of others without a word about them', async () => {
  const messages = async (bookingId: string) => {
    const asked = await world.db
      .selectFrom('message')
      .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
      .select(['message.type', 'sender_id as senderId', 'content', 'conversation.id'])
      .where('context_id', '=', bookingId)
      .execute();
    return asked.map((row) => ({ ...row, words: row.content.split('\n\n') }));
  };
  const participants = async (conversationId: string) =>
    (
      await world.db
        .selectFrom('conversation_participant')
        .select('user_id')
        .where('conversation_id', '=', conversationId)
        .execute()
    ).map(({ user_id }) => user_id);
  const note = 'Un roman, et une question.';
  const [known, unknown] = [
    await ask('2027-04-01T07:00:00Z', { note }, customer),
    await ask('2027-04-01T08:00:00Z', { note }),
  ];
  await world.worker.runDue();
  const [[theirs], [guests]] = [await messages(known.bookingId), await messages(unknown.bookingId)];
  expect(theirs).toMatchObject({
    type: 'CONSULTATION_REQUEST',
    senderId: customer.userId,
    words: [expect.anything(), note],
  });
  expect(theirs?.words[0]).toMatch(/^Une consultation est demandée\s: jeudi 1er\savril\s2027.* \(AC-\w{6}\)\.$/);
  expect(guests).toMatchObject({ type: 'CONSULTATION_REQUEST', senderId: null, words: [expect.anything()] });
  expect((await participants(theirs?.id ?? '')).sort()).toEqual([customer.userId, louise.userId].sort());
  expect(await participants(guests?.id ?? '')).toEqual([louise.userId]);
});

test('the offering that the settings name is what is booked', async () => {
  const named = await world.db
    .selectFrom('offering')
    .select('id')
    .where('name', '=', 'Travail payant')
    .executeTakeFirst();
  const { db, config, now } = world.contextFor();
  const CONSULTATION_OFFERING = named?.id;
  const days = await consultationSlots({ db, now, config: { ...config, CONSULTATION_OFFERING } }, {});
  const usual = await consultationSlots({ db, now, config }, {});
  expect(days.length).toBeGreaterThan(usual.length);
});
