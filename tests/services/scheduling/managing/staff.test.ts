/** What an artisan does with an agenda: bookings of their own making, attendance and its invoice, notes, many at once; what customers change. */
import { bookingVerbs } from '../../../../src/services/kernel/appointments.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BookingStatus } from '../../../../src/entities/scheduling/booking.entity.ts';
import { Closure } from '../../../../src/entities/scheduling/opening.entity.ts';
import { LegalHold } from '../../../../src/entities/privacy/legal-hold.entity.ts';
import { system } from '../../../../src/services/access/actor.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { transition } from '../../../../src/services/kernel/states.ts';
import { bookingStates } from '../../../../src/services/scheduling/booking.states.ts';
import { completeOverdue } from '../../../../src/services/scheduling/managing/complete-overdue.ts';
import { invoiceBooking } from '../../../../src/services/scheduling/managing/invoice-booking.ts';
import { staffActions } from '../../../../src/services/scheduling/managing/staff-actions.ts';
import { schedulingPersonalData } from '../../../../src/services/scheduling/personal-data.ts';
import { schedulingRetention } from '../../../../src/services/scheduling/retention.ts';
import {
  addBookingNote,
  cancelBooking,
  cancelBookings,
  completeBooking,
  correctAttendance,
  createStaffBooking,
  markNoShow,
  moveBookings,
  publicBooking,
  updateBookingDetails,
  type CreateStaffBooking,
} from '../../../../src/services/scheduling/index.ts';
import { DAY, HOUR, MINUTE } from '../../../support/clock.ts';
import { makeActor, nobody, person } from '../../../support/make/actor.ts';
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
const complete = ({ bookingId, artisan }: Managed) => world.run(completeBooking, { bookingId }, artisan);
const noShow = ({ bookingId, artisan }: Managed) => world.run(markNoShow, { bookingId }, artisan);
const correct = ({ bookingId, artisan }: Managed) => world.run(correctAttendance, { bookingId }, artisan);
const statusOf = async ({ bookingId }: Managed) => (await world.shown(bookingId)).status;
const rowOf = ({ bookingId }: Managed) =>
  world.db.selectFrom('booking').selectAll().where('id', '=', bookingId).executeTakeFirstOrThrow();
const invoicesOf = async ({ bookingId }: Managed) => {
  const rows = await world.db
    .selectFrom('invoice')
    .select(['kind', 'status', 'gross_cents', 'balance_cents', 'person_email'])
    .where('subject_id', '=', bookingId)
    .orderBy('id')
    .execute();
  return rows.map((row) => [row.kind, row.status, Number(row.gross_cents), Number(row.balance_cents)]);
};
const deposit = { depositBasisPoints: 3_000 };

describe('attendance', () => {
  test('from the start on it took place; the final invoice deducts the deposit, once', async () => {
    const booking = await world.confirmed(deposit);
    await expect(complete(booking)).rejects.toThrow(refused('ACTION_NOT_ALLOWED', { from: start.toISOString() }));
    goTo(start);
    await complete(booking);
    await world.worker.runDue();
    await invoiceBooking(world.ctx(), booking);
    expect(await invoicesOf(booking)).toEqual([
      ['DEPOSIT', 'PAID', 1_800, 0],
      ['INVOICE', expect.any(String), 4_200, 4_200],
    ]);
    await expect(noShow(booking)).rejects.toThrow(refused('ACTION_NOT_ALLOWED'));
    expect(await world.eventsOf('booking.completed', booking.bookingId)).toHaveLength(1);
  });

  test('a deposit of all of it makes a final invoice of nothing; without one there is none', async () => {
    const [whole, free] = [await world.confirmed({ depositBasisPoints: 10_000 }), await world.confirmed()];
    goTo(start);
    await complete(whole);
    await complete(free);
    await world.worker.runDue();
    expect(await invoicesOf(whole)).toEqual([
      ['DEPOSIT', 'PAID', 6_000, 0],
      ['INVOICE', 'PAID', 0, 0],
    ]);
    expect(await invoicesOf(free)).toEqual([]);
  });

  test('a quarter of an hour after the start nobody came; it is said otherwise within seven days, and its invoice follows', async () => {
    const booking = await world.confirmed(deposit);
    goTo(new Date(start.getTime() + 15 * MINUTE - 1));
    await expect(noShow(booking)).rejects.toThrow(refused('ACTION_NOT_ALLOWED'));
    goTo(new Date(start.getTime() + 15 * MINUTE));
    await noShow(booking);
    await world.worker.runDue();
    expect(await invoicesOf(booking)).toEqual([['DEPOSIT', 'PAID', 1_800, 0]]);
    await correct(booking);
    await world.worker.runDue();
    expect(await statusOf(booking)).toBe('COMPLETED');
    expect((await invoicesOf(booking))[1]?.slice(2)).toEqual([4_200, 4_200]);
    await correct(booking);
    expect(await statusOf(booking)).toBe('NO_SHOW');
    expect((await invoicesOf(booking)).map(([kind, , , balance]) => [kind, balance])).toEqual([
      ['DEPOSIT', 0],
      ['INVOICE', 0],
      ['CREDIT_NOTE', 0],
    ]);
    world.clock.advance(7 * DAY + 1);
    await expect(correct(booking)).rejects.toThrow(refused('ACTION_NOT_ALLOWED'));
  });

  test('a day after its end it took place, unless somebody said otherwise', async () => {
    const [silent, missed] = [await world.confirmed(), await world.confirmed()];
    goTo(later(1));
    await noShow(missed);
    goTo(new Date(later(25).getTime() - 1));
    await completeOverdue(world.ctx(system), {});
    expect(await statusOf(silent)).toBe('CONFIRMED');
    goTo(later(25));
    await completeOverdue(world.ctx(system), {});
    expect([await statusOf(silent), await statusOf(missed)]).toEqual(['COMPLETED', 'NO_SHOW']);
    expect(await world.historyOf(silent.bookingId)).toContainEqual(['complete', 'SYSTEM']);
  });

  test('each state allows its own verbs and no others', () => {
    for (const [status, allowed] of Object.entries(bookingStates))
      for (const verb of bookingVerbs) {
        const thing = { status: status as keyof typeof bookingStates };
        const next = (allowed as Partial<Record<string, string>>)[verb];
        if (next === undefined)
          expect(() => transition(bookingStates, thing, verb)).toThrow(refused('ACTION_NOT_ALLOWED'));
        else transition(bookingStates, thing, verb);
        expect(thing.status).toBe(next ?? status);
      }
  });

  test('what an artisan can do is offered while it can be done', () => {
    const offered = (status: BookingStatus, hours: number, holdUntil: Date | null = null) =>
      staffActions({ status, startsAt: later(0), endsAt: later(1), holdUntil, attendanceAt: later(1) }, later(hours));
    expect(offered('REQUESTED', -3, later(-2))).toEqual(['approve', 'decline', 'cancel']);
    expect(offered('REQUESTED', -1, later(-2))).toEqual(['cancel']);
    expect(offered('CONFIRMED', -0.1)).toEqual(['reschedule', 'cancel']);
    expect(offered('CONFIRMED', 0)).toEqual(['reschedule', 'complete']);
    expect(offered('CONFIRMED', 0.25)).toEqual(['reschedule', 'complete', 'markNoShow']);
    expect(offered('NO_SHOW', 1 + 7 * 24)).toEqual(['correctAttendance']);
    expect([offered('NO_SHOW', 2 + 7 * 24), offered('EXPIRED', -1)]).toEqual([[], []]);
  });
});

describe('an artisan books for somebody who called', () => {
  const asked = async (facts: Parameters<ManageWorld['confirmed']>[0] = {}) => {
    const { offeringId, artisanId, artisan, bookingId } = await world.confirmed(
      { bufferAfterMinutes: 10, ...facts },
      { place: '12, rue des Carmes, 75005 Paris' },
    );
    const input: CreateStaffBooking = {
      ...{ offeringId, artisanId, startsAt: later(3), locale: 'fr' },
      customer: { name: 'Paul Roy', email: 'Paul.Roy@example.org', phone: '06 12 34 56 78' },
    };
    const book = (change: Partial<CreateStaffBooking> = {}, actor = artisan) =>
      createStaffBooking(world.ctx(actor), { ...input, ...change });
    return { artisanId, artisan, bookingId, book };
  };

  test('off the grid, soon, without a deposit; confirmed, audited, in nobody’s account', async () => {
    const { book } = await asked(deposit);
    const soon = new Date(world.clock.now().getTime() + 2 * HOUR);
    const at = new Date(Math.ceil(soon.getTime() / (5 * MINUTE)) * 5 * MINUTE);
    const made = await book({ startsAt: at, override: true, staffNote: 'Au téléphone' });
    expect(await world.shown(made.id)).toMatchObject({
      ...{ status: 'CONFIRMED', customerEmail: 'paul.roy@example.org', depositStatus: 'NONE', startsAt: at },
    });
    expect(made).toMatchObject({ source: 'STAFF', userId: null, customerPhone: '+33612345678', termsVersion: null });
    expect(await world.historyOf(made.id)).toEqual([['create', 'ARTISAN']]);
  });

  test('once with one key; other content with it is a conflict', async () => {
    const { book } = await asked();
    const key = newId();
    const [first, again] = [await book({ key }), await book({ key })];
    expect(again.id).toBe(first.id);
    await expect(book({ key, note: 'Autre' })).rejects.toThrow(refused('CONFLICT'));
    await expect(book()).rejects.toThrow(refused('SLOT_UNAVAILABLE'));
  });

  test('outside opening when it is said; never over something', async () => {
    const { artisanId, book } = await asked();
    for (const [startsAt, reason] of [
      [later(10), 'OUTSIDE_OPENING'],
      [later(0.5), 'BOOKED'],
      [new Date(later(1).getTime() + 5 * MINUTE), 'BUFFER'],
    ] as const)
      await expect(book({ startsAt })).rejects.toThrow(refused('SLOT_UNAVAILABLE', { reason }));
    await world.run(
      async ({ em }) =>
        void em.create(Closure, { artisan: artisanId, fromAt: later(24), untilAt: later(30), reason: 'Salon' }),
      null,
    );
    await expect(book({ startsAt: later(25) })).rejects.toThrow(refused('SLOT_UNAVAILABLE', { reason: 'CLOSURE' }));
    for (const startsAt of [later(10), later(25)]) await book({ startsAt, override: true });
    for (const startsAt of [later(0.5), later(10.5)])
      await expect(book({ startsAt, override: true })).rejects.toThrow(refused('SLOT_UNAVAILABLE'));
    // A calendar that was not read for too long closes for customers; its owner knows what is in it.
    const unread = { when_stale: 'CLOSE', outside_read_at: new Date(world.clock.now().getTime() - 7 * HOUR) } as const;
    await world.db.updateTable('artisan').set(unread).where('id', '=', artisanId).execute();
    const stale = { startsAt: later(4) };
    await expect(book(stale)).rejects.toThrow(refused('SLOT_UNAVAILABLE', { reason: 'STALE_CALENDAR' }));
    await book({ ...stale, override: true });
    expect(await world.faults()).toEqual([]);
  });

  test('is refused what makes no sense, and what is another’s', async () => {
    const [{ book }, other] = [await asked(), await asked({ locationKind: 'AT_CUSTOMER' })];
    const now = world.clock.now();
    await expect(book({ startsAt: new Date(later(3).getTime() + MINUTE) })).rejects.toThrow(refused('INPUT_INVALID'));
    await expect(book({ startsAt: new Date(Math.floor(now.getTime() / DAY) * DAY) })).rejects.toThrow(
      refused('INPUT_INVALID'),
    );
    await expect(book({ partySize: 2 })).rejects.toThrow(refused('CAPACITY_EXCEEDED'));
    await expect(book({ offeringId: newId() })).rejects.toThrow(refused('OFFERING_UNAVAILABLE'));
    await expect(other.book()).rejects.toThrow(refused('PLACE_REQUIRED'));
    await expect(book({}, other.artisan)).rejects.toThrow(refused('NOT_FOUND'));
    await expect(book({}, nobody)).rejects.toThrow(refused('NOT_FOUND'));
    const gap = { startsAt: null, date: '2027-03-28', time: '02:30' };
    await expect(book(gap)).rejects.toThrow(refused('TIME_DOES_NOT_EXIST'));
    await expect(book({ startsAt: null, date: '2027-10-31', time: '02:30' })).rejects.toThrow(
      refused('TIME_AMBIGUOUS'),
    );
  });
});

describe('many at once', () => {
  test('each has its own result: another’s is not found, and what is taken keeps none of the others', async () => {
    const [first, other] = [await world.confirmed(), await world.confirmed()];
    const customer = { name: 'Léa Petit', email: 'lea.petit@example.org' };
    const second = await world.book({ offeringId: first.offeringId, startsAt: later(2), customer });
    const bookings = [
      { bookingId: first.bookingId, startsAt: later(1.5) },
      { bookingId: other.bookingId, startsAt: later(5) },
      { bookingId: second, startsAt: later(5) },
      { bookingId: newId(), startsAt: later(7) },
    ];
    expect((await moveBookings(world.ctx(first.artisan), { bookings })).map(({ error }) => error)).toEqual([
      ...['SLOT_UNAVAILABLE', 'NOT_FOUND'],
      ...[null, 'NOT_FOUND'],
    ]);
    expect([(await world.shown(first.bookingId)).startsAt, (await world.shown(second)).startsAt]).toEqual([
      start,
      later(5),
    ]);
    expect(await world.faults()).toEqual([]);
  });

  test('cancelled by the artisan, all deposits go back; one twice is refused', async () => {
    const [first, owned] = [await world.confirmed(deposit), await world.confirmed({}, {}, makeActor(newId()))];
    goTo(later(-1));
    const ctx = world.ctx(first.artisan);
    const bookingIds = [first.bookingId, owned.bookingId];
    await expect(cancelBookings(ctx, { bookingIds: [...bookingIds, first.bookingId] })).rejects.toThrow(
      refused('INPUT_INVALID'),
    );
    expect(await cancelBookings(ctx, { bookingIds, reason: 'Malade' })).toEqual([
      { bookingId: first.bookingId, error: null },
      { bookingId: owned.bookingId, error: 'NOT_FOUND' },
    ]);
    await world.worker.runDue();
    expect(await world.refundsOf(first.bookingId)).toEqual([{ status: 'SUCCEEDED', cents: 1_800, hasNote: true }]);
    expect(await cancelBookings(ctx, { bookingIds: [first.bookingId] })).toEqual([
      { bookingId: first.bookingId, error: 'ACTION_NOT_ALLOWED' },
    ]);
    expect(await rowOf(first)).toMatchObject({ cancelled_by: 'ARTISAN', cancellation_reason: 'Malade' });
  });
});

test('notes are added line by line, for the agenda alone, up to 5,000 symbols', async () => {
  const booking = await world.confirmed();
  const add = (note: string, actor = booking.artisan) =>
    world.run(addBookingNote, { bookingId: booking.bookingId, note }, actor);
  await add(' Piano droit ');
  await add('2e étage');
  expect(await rowOf(booking)).toMatchObject({ staff_note: 'Piano droit\n2e étage' });
  await expect(add(' ')).rejects.toThrow(refused('INPUT_INVALID'));
  await expect(add('x'.repeat(5_000))).rejects.toThrow(refused('INPUT_INVALID'));
  await expect(add('x', person('CUSTOMER'))).rejects.toThrow(refused('FORBIDDEN'));
  await expect(add('x', (await world.confirmed()).artisan)).rejects.toThrow(refused('NOT_FOUND'));
  expect(JSON.stringify(await publicBooking(world.ctx(), booking.byToken))).not.toContain('2e étage');
});

describe('details', () => {
  test('change until it begins; what is left out stays, and what changes is audited by name', async () => {
    const booking = await world.confirmed();
    const update = (details: Parameters<typeof updateBookingDetails>[1]) =>
      updateBookingDetails(world.ctx(), { ...booking.byToken, ...details });
    await update({
      customer: { name: 'Claire Morin', phone: '06 12 34 56 78' },
      notifications: { sms: true },
      note: 'Bis',
    });
    expect(await rowOf(booking)).toMatchObject({
      ...{ customer_name: 'Claire Morin', customer_phone: '+33612345678', customer_email: booking.email },
      customer_note: 'Bis',
    });
    await update({ note: 'Bis' });
    expect(
      world.auditLog.filter(({ action, targetId }) => action === 'BOOKING_UPDATED' && targetId === booking.bookingId),
    ).toMatchObject([
      { payload: { by: 'CUSTOMER', changed: ['customerName', 'customerPhone', 'notifyBySms', 'customerNote'] } },
    ]);
    await expect(update({ customer: { phone: null } })).rejects.toThrow(refused('PHONE_NOT_MOBILE'));
    await expect(update({ customer: { phone: '01 42 68 53 00' } })).rejects.toThrow(refused('PHONE_NOT_MOBILE'));
    await expect(update({ customer: { phone: '12' } })).rejects.toThrow(refused('INPUT_INVALID'));
    await expect(update({ answers: [{ questionId: newId(), answer: 'x' }] })).rejects.toThrow(refused('INPUT_INVALID'));
    goTo(start);
    await expect(update({ note: 'Ter' })).rejects.toThrow(refused('ACTION_NOT_ALLOWED'));
  });

  test('a new address voids the link and the pair of the old one; the new link is mailed there', async () => {
    const booking = await world.confirmed();
    await updateBookingDetails(world.ctx(), { ...booking.byToken, customer: { email: 'Neuve@Example.org' } });
    for (const old of [booking.byToken, booking.byPair])
      await expect(publicBooking(world.ctx(), old)).rejects.toThrow(refused('BOOKING_NOT_FOUND'));
    expect(await world.eventsOf('booking.link-requested', booking.bookingId)).toHaveLength(1);
    expect(await publicBooking(world.ctx(), { code: booking.code, email: 'neuve@example.org' })).toMatchObject({
      customerEmail: 'neuve@example.org',
    });
  });
});

describe('forgetting', () => {
  const subject = (email: string, userId = newId()) => ({
    userId,
    role: 'CUSTOMER' as const,
    email,
    locale: 'fr' as const,
  });
  const obstaclesOf = async (who: ReturnType<typeof subject>) =>
    (await schedulingPersonalData.obstacles?.(world.db, { ...who, now: world.clock.now() }))?.map(({ code }) => code);
  const erase = (who: ReturnType<typeof subject>) =>
    world.run(async (tx) => schedulingPersonalData.erase(tx, { ...who, fileIds: [], traces: [] }, []), null);

  test('an artisan with bookings to come, a deposit that was paid, and a legal hold keep somebody from being erased', async () => {
    const [free, paid, held] = [await world.confirmed(), await world.confirmed(deposit), await world.confirmed()];
    expect(await obstaclesOf(subject('', free.artisan.userId ?? ''))).toEqual(['BOOKINGS_IN_THE_WAY']);
    expect(await obstaclesOf(subject(free.email))).toEqual([]);
    expect(await obstaclesOf(subject(paid.email))).toEqual(['BOOKING_TO_COME']);
    await world.run(
      async ({ em }) =>
        void em.create(LegalHold, {
          targetType: 'BOOKING',
          targetId: held.bookingId,
          reason: 'Litige',
          placedById: newId(),
        }),
      null,
    );
    expect(await obstaclesOf(subject(held.email))).toEqual(['LEGAL_HOLD']);
    goTo(later(1));
    expect(await obstaclesOf(subject('', free.artisan.userId ?? ''))).toEqual([]);
  });

  test('an address without an account is forgotten with its bookings: what is to come is cancelled, no link opens them, code and money stay', async () => {
    const booking = await world.confirmed();
    const collected = await schedulingPersonalData.collect(world.db, subject(booking.email));
    expect(collected[0]?.rows).toMatchObject([{ id: booking.bookingId, customer_email: booking.email }]);
    expect(await erase(subject(booking.email))).toContainEqual(
      expect.objectContaining({ record: 'BOOKINGS', count: 1 }),
    );
    expect(await rowOf(booking)).toMatchObject({
      ...{ status: 'CANCELLED', customer_name: 'Anonymisé', customer_email: null, public_code: booking.code },
      cancelled_by: 'SYSTEM',
    });
    expect(await world.quanta(booking.artisanId)).toBe(0);
    for (const old of [booking.byToken, booking.byPair])
      await expect(cancelBooking(world.ctx(), old)).rejects.toThrow(refused('BOOKING_NOT_FOUND'));
    expect(await world.faults()).toEqual([]);
  });

  test('two years after its end nothing of a booking names anybody, and its link opens nothing', async () => {
    const booking = await world.confirmed({}, { note: 'canari' });
    const [bookings] = schedulingRetention;
    await world.run(async (tx) => bookings?.apply?.(tx, [booking.bookingId]), null);
    const row = await rowOf(booking);
    expect(JSON.stringify(row)).not.toMatch(/canari|claire|dumas/i);
    expect(row.public_code).toBe(booking.code);
    await expect(publicBooking(world.ctx(), booking.byToken)).rejects.toThrow(refused('BOOKING_NOT_FOUND'));
  });
});
