import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { Booking as BookingEntity, type Booking } from '../../../src/entities/scheduling/booking.entity.ts';
import { updateMyProfile } from '../../../src/services/identity/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { paymentFailed } from '../../../src/services/billing/index.ts';
import type { MailInviting } from '../../../src/services/notifications/index.ts';
import {
  bookingCancelled,
  bookingConfirmed,
  bookingExpired,
  bookingHeld,
  bookingRequested,
  bookingRescheduled,
} from '../../../src/services/scheduling/events.ts';
import { inviteCustomer, removeForCustomer } from '../../../src/services/scheduling/notices/invitations.ts';
import { noticeSubscriptions, noticeTasks } from '../../../src/services/scheduling/notices/index.ts';
import { planAgendaMailsTask } from '../../../src/services/scheduling/reminders/reminder-jobs.ts';
import { reminderSubscriptions, reminderTasks } from '../../../src/services/scheduling/reminders/index.ts';
import type { EventType, Tx } from '../../../src/services/platform/context.ts';
import { createMeasures } from '../../../src/services/platform/measures.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { testClock } from '../../support/clock.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makeArtisan, makeBooking, makeOffering } from '../../support/make/scheduling.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { createWorld, type World } from '../../support/world.ts';

const clock = testClock('2027-01-04T10:00:00Z');
let world: World;

beforeAll(async () => {
  world = await createWorld({
    clock,
    tasks: [...noticeTasks, ...reminderTasks],
    subscriptions: [...noticeSubscriptions, ...reminderSubscriptions],
    services: { measures: createMeasures([]) },
  });
});
afterAll(() => world.close());

type Facts = Parameters<typeof makeBooking>[2];

/** A booking of an artisan with an account, in Paris, on 2027-01-12 at 10:00 local time. */
async function booked(facts: Facts = {}, offered: Parameters<typeof makeOffering>[2] = {}): Promise<Booking> {
  return world.run(async ({ em }: Tx<'em'>) => {
    const user = makePerson(em, { role: 'ARTISAN' });
    const artisan = makeArtisan(em, { userId: user.id, email: user.email });
    const offering = makeOffering(em, artisan, offered);
    const booking = makeBooking(em, { artisan, offering }, facts);
    await em.flush();
    return booking;
  }, {});
}

const happened = async <P>(event: EventType<P>, payload: P): Promise<void> => {
  await world.run(async (tx: Tx<'emit'>) => tx.emit(event, payload), {});
  await world.worker.runDue();
};

const about = (booking: Booking) => ({ bookingId: booking.id, artisanId: booking.artisan.id });

interface Mailed {
  readonly template: string;
  readonly to: string;
  readonly data: Record<string, unknown>;
}

const mailsOf = async (booking: Booking): Promise<Mailed[]> => {
  const rows = await world.db.selectFrom('email_delivery').selectAll().orderBy('id').execute();
  return rows
    .map((row) => ({ template: row.template, to: row.to_email, data: jsonFrom<Record<string, unknown>>(row.data) }))
    .filter(({ data }) => data['bookingId'] === booking.id);
};
const templates = async (booking: Booking): Promise<string[]> =>
  (await mailsOf(booking)).map(({ template }) => template).sort();

const remindersOf = (booking: Booking) =>
  world.db
    .selectFrom('booking_reminder')
    .select(['kind', 'status', 'reason', 'due_at'])
    .where('booking_id', '=', booking.id)
    .orderBy('due_at')
    .orderBy('id')
    .execute();

const change = (booking: Booking, facts: Record<string, unknown>): Promise<unknown> =>
  world.db.updateTable('booking').set(facts).where('id', '=', booking.id).execute();

describe('mails about a booking', () => {
  test('a booking that stands is mailed to both sides once, and the artisan has it in the application', async () => {
    const booking = await booked({ depositCents: 2_000, customerNote: 'Au fond de la cour' });
    await happened(bookingConfirmed, about(booking));
    await happened(bookingConfirmed, about(booking));
    expect(await templates(booking)).toEqual(['booking-confirmed', 'booking-new-artisan']);
    const [toCustomer, toArtisan] = await mailsOf(booking);
    expect(toCustomer).toMatchObject({ to: 'claire.dumas@example.org', data: { hasDeposit: true } });
    expect(toCustomer?.data).not.toHaveProperty('manageUrl');
    expect(toArtisan?.data).toMatchObject({ customerName: 'Claire Dumas', note: 'Au fond de la cour' });
    const notified = await world.db.selectFrom('notification').select(['type', 'message', 'data']).execute();
    expect(notified.filter(({ data }) => JSON.stringify(data).includes(booking.id))).toMatchObject([
      { type: 'BOOKING', message: 'Claire Dumas, mardi 12\u00a0janvier\u00a02027 à 10\u00a0h\u00a000.' },
    ]);
  });

  test('a request asks the artisan, and says nothing once it was answered', async () => {
    const booking = await booked({ status: 'REQUESTED', holdUntil: new Date('2027-01-06T10:00:00Z') });
    await happened(bookingRequested, about(booking));
    expect(await templates(booking)).toEqual(['booking-request', 'booking-requested-artisan']);
    expect((await mailsOf(booking))[0]?.data).toMatchObject({ answerBy: '2027-01-06T10:00:00.000Z' });
    const answered = await booked({ status: 'DECLINED' });
    await happened(bookingRequested, about(answered));
    expect(await templates(answered)).toEqual([]);
  });

  test('of two moves in a row only the last is mailed', async () => {
    const booking = await booked({ sequence: 2 });
    const moved = {
      ...about(booking),
      fromArtisanId: booking.artisan.id,
      by: 'CUSTOMER' as const,
      isOtherOffering: false,
    };
    const fromStartsAt = '2027-01-11T09:00:00.000Z';
    await happened(bookingRescheduled, { ...moved, fromStartsAt, sequence: 1 });
    expect(await templates(booking)).toEqual([]);
    await happened(bookingRescheduled, { ...moved, fromStartsAt, sequence: 2 });
    expect(await templates(booking)).toEqual(['booking-rescheduled', 'booking-rescheduled-artisan']);
    const [toCustomer, toArtisan] = await mailsOf(booking);
    expect(toArtisan?.data).toMatchObject({ isByCustomer: true, before: fromStartsAt });
    expect(toCustomer?.data).toMatchObject({ isOtherOffering: false, price: { amount: 6_000 } });
  });

  test('a booking that is given to another artisan is new for that one, and over for the one before', async () => {
    const [booking, before] = [await booked({ sequence: 3 }), (await booked()).artisan.id];
    const fromStartsAt = '2027-01-11T09:00:00.000Z';
    const moved = {
      ...about(booking),
      fromArtisanId: before,
      fromStartsAt,
      by: 'ARTISAN' as const,
      isOtherOffering: true,
    };
    await happened(bookingRescheduled, { ...moved, sequence: 2 });
    expect(await templates(booking)).toEqual(['booking-cancelled-artisan']);
    await happened(bookingRescheduled, { ...moved, sequence: 3 });
    const mails = await mailsOf(booking);
    const { email } = await world.db
      .selectFrom('artisan')
      .select('email')
      .where('id', '=', before)
      .executeTakeFirstOrThrow();
    expect(mails.map(({ template }) => template)).toEqual([
      ...['booking-cancelled-artisan', 'booking-cancelled-artisan', 'booking-rescheduled', 'booking-new-artisan'],
    ]);
    expect(mails[1]).toMatchObject({
      to: email,
      data: { isHandedOver: true, startsAt: fromStartsAt, endsAt: '2027-01-11T10:00:00.000Z', sequence: 3 },
    });
    expect(mails[1]?.data['agendaUrl']).toMatch(/\/agenda$/);
    expect(mails[3]?.to).not.toBe(email);
  });

  test('a cancellation says what goes back and what is kept, to both; the artisan, by whom it is', async () => {
    const cancelled = { wasConfirmed: true, refundCents: 1_000 };
    const booking = await booked({ status: 'CANCELLED', depositCents: 3_000 });
    await happened(bookingCancelled, { ...about(booking), ...cancelled, by: 'CUSTOMER' });
    expect(await templates(booking)).toEqual(['booking-cancelled', 'booking-cancelled-artisan']);
    expect((await mailsOf(booking))[0]?.data).toMatchObject({
      refund: { amount: 1_000 },
      kept: { amount: 2_000 },
      isKept: true,
    });
    const byArtisan = await booked({ status: 'CANCELLED', depositCents: 1_000, notifyByEmail: false });
    await happened(bookingCancelled, { ...about(byArtisan), ...cancelled, by: 'ARTISAN' });
    expect(await templates(byArtisan)).toEqual(['booking-cancelled', 'booking-cancelled-artisan']);
    expect((await mailsOf(byArtisan))[1]?.data).toMatchObject({ isByArtisan: true, isByCustomer: false });
  });

  test('who wishes no e-mails gets none but the necessary ones', async () => {
    const booking = await booked({ notifyByEmail: false });
    await happened(bookingConfirmed, about(booking));
    expect(await templates(booking)).toEqual(['booking-new-artisan']);
  });

  test('a deposit that was not paid and a request that was not answered end with a word', async () => {
    const unpaid = await booked({ status: 'PENDING_PAYMENT', depositCents: 3_000 });
    await happened(bookingHeld, { ...about(unpaid), holdUntil: '2027-01-04T10:10:00.000Z' });
    await change(unpaid, { status: 'EXPIRED' });
    await happened(bookingExpired, { ...about(unpaid), wasRequested: false });
    expect(await templates(unpaid)).toEqual(['booking-expired', 'booking-payment-awaited']);
    const unanswered = await booked({ status: 'EXPIRED' });
    await happened(bookingExpired, { ...about(unanswered), wasRequested: true });
    expect(await templates(unanswered)).toEqual(['booking-expired', 'booking-request-expired-artisan']);
  });

  test('a deposit that could not be paid is notified to the artisan in the application, once for each payment; who never tried is no alarm', async () => {
    const titles = async (booking: Booking): Promise<string[]> => {
      const rows = await world.db.selectFrom('notification').select(['title', 'data']).execute();
      return rows.filter(({ data }) => JSON.stringify(data).includes(booking.id)).map(({ title }) => title);
    };
    const paying = async (facts: Partial<Parameters<typeof makePayment>[1]>) => {
      const booking = await booked({ status: 'PENDING_PAYMENT', depositCents: 3_000 });
      await world.run(
        async ({ em }: Tx<'em'>) =>
          void makePayment(em, {
            payer: null,
            personEmail: 'claire.dumas@example.org',
            subjectType: 'BOOKING',
            subjectId: booking.id,
            ...facts,
          }),
        null,
      );
      return booking;
    };
    const failed = ({ id: subjectId }: Booking) =>
      ({ paymentId: newId(), subjectType: 'BOOKING', subjectId, payerId: null }) as const;
    const refused = await paying({ status: 'FAILED', failureReason: 'card_declined' });
    await happened(paymentFailed, failed(refused));
    await happened(paymentFailed, failed(refused));
    expect(await titles(refused)).toEqual(['Un acompte n’a pas abouti']);
    await happened(paymentFailed, { ...failed(refused), subjectType: 'ORDER' });
    const inForm = await paying({ status: 'EXPIRED', failureReason: 'card_declined' });
    const left = await paying({ status: 'EXPIRED' });
    for (const booking of [inForm, left]) {
      await change(booking, { status: 'EXPIRED' });
      await happened(bookingExpired, { ...about(booking), wasRequested: false });
    }
    expect([await titles(inForm), await titles(left)]).toEqual([['Un acompte n’a pas abouti'], []]);
  });

  test('nobody is written to about a booking that was anonymised, but its artisan that it does not take place', async () => {
    const booking = await booked({ customerEmail: null, customerName: 'Anonymisé' });
    await happened(bookingConfirmed, about(booking));
    expect(await templates(booking)).toEqual([]);
    await change(booking, { status: 'CANCELLED' });
    await happened(bookingCancelled, { ...about(booking), by: 'SYSTEM', wasConfirmed: true, refundCents: 0 });
    expect(await mailsOf(booking)).toMatchObject([
      { template: 'booking-cancelled-artisan', data: { isForgotten: true, customerName: 'Anonymisé' } },
    ]);
  });
});

describe('the calendar entry', () => {
  const data = {
    bookingId: '0199c0de-0000-7000-8000-00000000000a',
    ...{ name: 'Claire Dumas', offeringName: 'Réglage; du, piano', artisanName: 'Atelier Morel' },
    ...{ code: 'AC-7K2M9Q', place: '12, rue des Carmes', sequence: 3 },
    ...{ startsAt: '2027-03-28T08:00:00.000Z', endsAt: '2027-03-28T09:00:00.000Z' },
  };
  const written = (invite: MailInviting, beside = {}) =>
    invite(
      {
        ...{ deliveryId: 'd', recipientId: null, toEmail: 'claire.dumas@example.org', locale: 'fr' as const },
        data: { ...data, ...beside },
      },
      { config: world.config, from: { email: 'bonjour@example.org', name: 'Atelier' }, now: clock.now() },
    );
  const read = (invite: MailInviting) => {
    const calendar = new ICAL.Component(ICAL.parse(written(invite)?.content ?? ''));
    const [event] = calendar.getAllSubcomponents('vevent');
    if (event === undefined) throw new Error('no event');
    return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(event), component: event };
  };

  test('is one for all versions of an appointment, in UTC, and is removed under the same identifier', () => {
    const { method, event, component } = read(inviteCustomer);
    expect(method).toBe('REQUEST');
    expect(event).toMatchObject({ sequence: 3, summary: 'Réglage; du, piano, Atelier Morel' });
    expect(event.startDate.toJSDate().toISOString()).toBe(data.startsAt);
    expect(event.startDate.zone.tzid).toBe('UTC');
    expect(String(component.getFirstPropertyValue('organizer'))).toBe('mailto:bonjour@example.org');
    const removed = read(removeForCustomer);
    expect(removed.method).toBe('CANCEL');
    expect(removed.event.uid).toBe(event.uid);
    expect(removed.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(written(removeForCustomer, { isInCalendars: false })).toBeUndefined();
  });
});

describe('reminders', () => {
  const morning = { minutesBefore: 120 };

  test('are planned the day before at 18:00 of the artisan, and as the offering says', async () => {
    const booking = await booked({}, { reminders: [morning, { daysBefore: 3, atMinute: 600 }] });
    await happened(bookingConfirmed, about(booking));
    expect((await remindersOf(booking)).map(({ kind, due_at }) => [kind, new Date(due_at).toISOString()])).toEqual([
      ['3d-600', '2027-01-09T09:00:00.000Z'],
      ['DAY_BEFORE', '2027-01-11T17:00:00.000Z'],
      ['120m', '2027-01-12T07:00:00.000Z'],
    ]);
  });

  test('follow a booking that moves, and fall silent with one that is cancelled', async () => {
    const booking = await booked();
    await happened(bookingConfirmed, about(booking));
    await change(booking, { starts_at: new Date('2027-01-20T09:00:00Z'), ends_at: new Date('2027-01-20T10:00:00Z') });
    const moved = {
      fromStartsAt: '2027-01-12T09:00:00.000Z',
      fromArtisanId: booking.artisan.id,
      sequence: 1,
      isOtherOffering: false,
    };
    await happened(bookingRescheduled, { ...about(booking), ...moved, by: 'CUSTOMER' });
    expect((await remindersOf(booking)).map(({ status }) => status)).toEqual(['CANCELLED', 'PLANNED']);
    await change(booking, { status: 'CANCELLED' });
    const cancelled = { by: 'CUSTOMER' as const, wasConfirmed: true, refundCents: 0 };
    await happened(bookingCancelled, { ...about(booking), ...cancelled });
    expect((await remindersOf(booking)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
  });

  test('are sent once when they are due; late ones within three hours, never in the night', async () => {
    const onTime = await booked();
    const late = await booked({ startsAt: new Date('2027-01-13T09:00:00Z') });
    for (const booking of [onTime, late]) await happened(bookingConfirmed, about(booking));
    clock.set('2027-01-11T17:00:01Z');
    await world.worker.runDue();
    expect(await templates(onTime)).toContain('booking-reminder');
    // The server comes back after the night began: 20:30 in Paris, two and a half hours late.
    clock.set('2027-01-12T19:30:00Z');
    await world.worker.runDue();
    expect(await remindersOf(late)).toMatchObject([{ status: 'SKIPPED', reason: 'QUIET_HOURS' }]);
    expect(await templates(late)).not.toContain('booking-reminder');
    expect((await templates(onTime)).filter((template) => template === 'booking-reminder')).toHaveLength(1);
  });

  test('who has just booked for tomorrow is not reminded of it', async () => {
    clock.set('2027-01-19T18:00:00Z');
    const booking = await booked({ startsAt: new Date('2027-01-20T09:00:00Z') });
    await happened(bookingConfirmed, about(booking));
    expect(await remindersOf(booking)).toEqual([]);
    // Who booked just before is, although the server was busy until after the hour.
    clock.set('2027-01-20T17:05:00Z');
    const facts = { startsAt: new Date('2027-01-21T09:00:00Z'), confirmedAt: new Date('2027-01-20T16:59:00Z') };
    const before = await booked(facts);
    await happened(bookingConfirmed, about(before));
    expect(await remindersOf(before)).toMatchObject([{ kind: 'DAY_BEFORE', status: 'SENT' }]);
  });
});

test('the evening before a day with appointments its artisan reads them, in their own zone, once, where they want it', async () => {
  const [confirmed, cancelled] = [await booked(), await booked({ status: 'CANCELLED' })];
  const ownerOf = async ({ artisan: { id } }: Booking): Promise<string> =>
    String((await world.db.selectFrom('artisan').select('user_id').where('id', '=', id).executeTakeFirst())?.user_id);
  const [owner, other] = [await ownerOf(confirmed), await ownerOf(cancelled)];
  const mails = async (userId: string) =>
    (
      await world.db
        .selectFrom('email_delivery')
        .select('data')
        .where('template', '=', 'agenda-tomorrow')
        .where('recipient_id', '=', userId)
        .execute()
    ).map(({ data }) => jsonFrom<{ date: string; bookings: { bookingId: string }[] }>(data));
  const at = async (instant: string, isPlanned = false): Promise<void> => {
    clock.set(instant);
    if (isPlanned) await world.run(async (tx: Tx<'enqueue'>) => tx.enqueue(planAgendaMailsTask, {}), {});
    await world.worker.runDue();
  };
  await at('2027-01-11T02:50:00Z', true);
  await at('2027-01-11T03:50:00Z', true);
  expect(await mails(owner)).toEqual([]);
  await at('2027-01-11T17:00:00Z');
  expect(await mails(owner)).toMatchObject([{ date: '2027-01-12', bookings: [{ bookingId: confirmed.id }] }]);
  expect(await mails(other)).toEqual([]);
  // The day after, it is not wanted any more.
  const unwanted = { preferences: { agendaByEmail: false } };
  await world.run(updateMyProfile, unwanted, makeActor(owner, { role: 'ARTISAN' }));
  const [startsAt, endsAt] = [new Date('2027-01-13T09:00:00Z'), new Date('2027-01-13T10:00:00Z')];
  await world.run(
    async ({ em }: Tx<'em'>) => em.nativeUpdate(BookingEntity, { id: confirmed.id }, { startsAt, endsAt }),
    {},
  );
  await at('2027-01-12T02:50:00Z', true);
  await at('2027-01-12T17:00:00Z');
  expect(await mails(owner)).toHaveLength(1);
});
