/** Looking at a booking, moving and cancelling it: by its link, by its address, with an account, and as its artisan. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OfferingArtisan } from '../../../../src/entities/scheduling/offering.entity.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { createRateLimits } from '../../../../src/services/platform/rate-limits.ts';
import { textUrl } from '../../../../src/services/scheduling/bookings/manage-token.ts';
import { changeToken, type AskedChange } from '../../../../src/services/scheduling/managing/change-link.ts';
import {
  bookingCancellationTerms,
  cancelBooking,
  confirmBookingChange,
  publicBooking,
  rescheduleBooking,
  resendBookingLink,
  showAvailability,
} from '../../../../src/services/scheduling/index.ts';
import { HOUR, MINUTE } from '../../../support/clock.ts';
import { makeActor, nobody, person } from '../../../support/make/actor.ts';
import { createManageWorld, nextTuesday, tiers, type Managed, type ManageWorld } from './manage-world.ts';

let world: ManageWorld;
beforeAll(async () => {
  world = await createManageWorld();
});
afterAll(() => world.close());

const deposit = { depositBasisPoints: 3_000 };
const later = (hours: number): Date => new Date(start.getTime() + hours * HOUR);
const refused = (code: string, details?: object) =>
  expect.objectContaining({ code, ...(details && { details: expect.objectContaining(details) }) });
/** Of the bookings of this test. */
let start: Date;
beforeEach(() => {
  start = nextTuesday(world.clock.now());
});
const goTo = (instant: Date): void => void world.clock.advance(instant.getTime() - world.clock.now().getTime());
const day = (): string => start.toISOString().slice(0, 10);
const hoursBefore = (hours: number): Date => later(-hours);
const requested = async ({ bookingId }: Managed): Promise<AskedChange> =>
  (await world.eventsOf('booking.confirmation-requested', bookingId)).at(-1) as unknown as AskedChange;
const linkOf = async (booking: Managed): Promise<string> => {
  const { bookingId, change, startsAt, sequence, manageVersion, expiresAt } = await requested(booking);
  return changeToken(world.ctx().derived, { bookingId, change, startsAt, sequence, manageVersion, expiresAt });
};

describe('opening a booking', () => {
  test('a code is read without case, blanks or dash, with its token, its address, or the account that booked', async () => {
    const owner = makeActor(newId());
    const booking = await world.confirmed({}, {}, owner);
    const typed = ` ${booking.code.toLowerCase().replace('-', ' ')} `;
    for (const [access, actor] of [
      [{ code: typed, token: booking.byToken.token }, nobody],
      [{ code: typed, email: booking.email.toUpperCase() }, nobody],
      [{ code: typed }, owner],
      [{ bookingId: booking.bookingId }, owner],
      [{ bookingId: booking.bookingId }, booking.artisan],
      [{ bookingId: booking.bookingId }, person('ADMIN')],
    ] as const)
      expect(await publicBooking(world.ctx(actor), access)).toMatchObject({ code: booking.code, status: 'CONFIRMED' });
  });

  test('whatever is wrong about it, no booking is found', async () => {
    const [booking, other] = [await world.confirmed(), await world.confirmed()];
    for (const access of [
      { code: booking.code, token: other.byToken.token },
      { code: other.code, token: booking.byToken.token },
      { code: booking.code, token: '', email: other.email },
      { code: 'AC-222222', email: booking.email },
      { code: '<script>', email: booking.email },
      { code: booking.code },
    ])
      await expect(publicBooking(world.ctx(), access)).rejects.toThrow(refused('BOOKING_NOT_FOUND'));
    const stranger = makeActor(newId());
    await expect(publicBooking(world.ctx(stranger), { code: booking.code })).rejects.toThrow(
      refused('BOOKING_NOT_FOUND'),
    );
    for (const actor of [nobody, stranger, other.artisan])
      for (const bookingId of [booking.bookingId, newId(), 'x'])
        await expect(publicBooking(world.ctx(actor), { bookingId })).rejects.toThrow(refused('NOT_FOUND'));
    await expect(publicBooking(world.ctx(), {})).rejects.toThrow(refused('INPUT_INVALID'));
  });

  test('five wrong pairs an hour for a code, and twenty in a quarter of an hour from an address; the right one costs nothing', async () => {
    const booking = await world.confirmed();
    const limits = createRateLimits();
    const ctx = (address: string) => ({ ...world.ctx({ ...nobody, address }), limits });
    const look = (code: string, email: string, address: string) => publicBooking(ctx(address), { code, email });
    for (let i = 0; i < 25; i += 1) await look(booking.code, booking.email, '198.51.100.1');
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => look(booking.code, `x${i}@example.org`, `198.51.100.${i + 2}`)),
    );
    const codes = tries.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'FOUND'));
    expect(codes).toEqual([...Array<string>(5).fill('BOOKING_NOT_FOUND'), ...Array<string>(3).fill('RATE_LIMITED')]);
    for (let i = 0; i < 20; i += 1)
      await expect(
        look(`AC-2222${i + 10}`.replace(/[01]/g, '2') + 'AB'.charAt(i % 2), 'a@example.org', '203.0.113.9'),
      ).rejects.toMatchObject({ code: expect.stringMatching(/BOOKING_NOT_FOUND|RATE_LIMITED/) });
    for (let i = 0; i < 20; i += 1) await look(`unknown-${i}`, 'a@example.org', '203.0.113.10').catch(() => undefined);
    await expect(look('unknown-20', 'a@example.org', '203.0.113.10')).rejects.toThrow(refused('RATE_LIMITED'));
  });

  test('the link is mailed to the address again, five times an hour', async () => {
    const booking = await world.confirmed();
    const ctx = { ...world.ctx(), limits: createRateLimits() };
    for (let i = 0; i < 5; i += 1) await resendBookingLink(ctx, booking.byPair);
    await expect(resendBookingLink(ctx, booking.byPair)).rejects.toThrow(refused('RATE_LIMITED'));
    const events = await world.eventsOf('booking.link-requested', booking.bookingId);
    expect(events).toHaveLength(5);
    expect(events[0]).toMatchObject({ artisanId: booking.artisanId, requestedAt: ctx.now.toISOString() });
  });
});

describe('cancelling', () => {
  test.each([
    ['two days before: all of it', 48, 100, 1_999],
    ['a minute less: half of it, half up to the cent', 48 - 1 / 60, 50, 1_000],
    ['a day before: half of it', 24, 50, 1_000],
    ['a minute less: nothing', 24 - 1 / 60, 0, 0],
  ])('%s comes back', async (_name, hours, percent, cents) => {
    const booking = await world.confirmed({ priceCents: 1_999, depositBasisPoints: 10_000 });
    goTo(hoursBefore(hours));
    expect(await bookingCancellationTerms(world.ctx(), booking.byToken)).toEqual({
      ...{ bookingId: booking.bookingId, isCancellable: true, refundPercent: percent, tiers },
      paid: { amount: 1_999, currency: 'EUR' },
      refund: { amount: cents, currency: 'EUR' },
      kept: { amount: 1_999 - cents, currency: 'EUR' },
    });
    expect(await cancelBooking(world.ctx(), { ...booking.byToken, reason: ' Grippe ' })).toEqual({
      bookingId: booking.bookingId,
      isDone: true,
    });
    await world.worker.runDue();
    expect(await world.refundsOf(booking.bookingId)).toEqual(
      cents === 0 ? [] : [{ status: 'SUCCEEDED', cents, hasNote: true }],
    );
    expect(await world.shown(booking.bookingId)).toMatchObject({
      ...{ status: 'CANCELLED', cancelledBy: 'CUSTOMER', availableActions: [] },
      depositStatus: cents === 0 ? 'CAPTURED' : cents === 1_999 ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
    });
    expect(await world.quanta(booking.artisanId)).toBe(0);
    expect(await world.eventsOf('booking.cancelled', booking.bookingId)).toMatchObject([
      { by: 'CUSTOMER', wasConfirmed: true, refundCents: cents },
    ]);
    expect(await world.faults()).toEqual([]);
  });

  test('the artisan’s own cancellation gives all back, whenever it is', async () => {
    const booking = await world.confirmed(deposit);
    goTo(hoursBefore(1));
    expect(await bookingCancellationTerms(world.ctx(booking.artisan), { bookingId: booking.bookingId })).toMatchObject({
      refundPercent: 100,
      refund: { amount: 1_800 },
    });
    await cancelBooking(world.ctx(booking.artisan), { bookingId: booking.bookingId, reason: 'Panne' });
    await world.worker.runDue();
    expect(await world.refundsOf(booking.bookingId)).toEqual([{ status: 'SUCCEEDED', cents: 1_800, hasNote: true }]);
    expect(await world.historyOf(booking.bookingId)).toEqual([
      ['create', 'CUSTOMER'],
      ['confirm', 'SYSTEM'],
      ['cancel', 'ARTISAN'],
    ]);
  });

  test('unpaid, its payment is cancelled; what comes all the same goes back by itself', async () => {
    const booking = await world.made(deposit);
    await cancelBooking(world.ctx(), booking.byToken);
    await world.worker.runDue();
    expect(await world.shown(booking.bookingId)).toMatchObject({ status: 'CANCELLED', depositStatus: 'FAILED' });
    await expect(world.pay(booking)).rejects.toThrow();
    const late = await world.made(deposit);
    const events = await world.pay(late);
    await cancelBooking(world.ctx(), late.byToken);
    await world.deliver(events);
    await world.worker.runDue();
    expect(await world.shown(late.bookingId)).toMatchObject({ status: 'CANCELLED' });
    expect(await world.refundsOf(late.bookingId)).toEqual([{ status: 'SUCCEEDED', cents: 1_800, hasNote: false }]);
    expect(await world.eventsOf('booking.cancelled', late.bookingId)).toMatchObject([
      { wasConfirmed: false, refundCents: 0 },
    ]);
  });

  test('is refused twice, and once it has begun', async () => {
    const [booking, begun] = [await world.confirmed(), await world.confirmed()];
    await cancelBooking(world.ctx(), booking.byToken);
    await expect(cancelBooking(world.ctx(), booking.byToken)).rejects.toThrow(refused('ACTION_NOT_ALLOWED'));
    goTo(start);
    for (const [access, actor] of [
      [begun.byToken, nobody],
      [{ bookingId: begun.bookingId }, begun.artisan],
    ] as const)
      await expect(cancelBooking(world.ctx(actor), access)).rejects.toThrow(refused('TOO_LATE_TO_CANCEL'));
  });

  test('by the address: a link is mailed, which does it once, for a day, while nothing has changed', async () => {
    const booking = await world.confirmed();
    expect(await cancelBooking(world.ctx(), booking.byPair)).toEqual({ bookingId: booking.bookingId, isDone: false });
    expect(await world.shown(booking.bookingId)).toMatchObject({ status: 'CONFIRMED' });
    const token = await linkOf(booking);
    await rescheduleBooking(world.ctx(), { ...booking.byToken, startsAt: later(1) });
    const invalid = refused('TOKEN_INVALID');
    await expect(confirmBookingChange(world.ctx(), { token })).rejects.toThrow(invalid);
    await cancelBooking(world.ctx(), booking.byPair);
    const fresh = await linkOf(booking);
    for (const wrong of ['', 'a.b', `${fresh}x`, `${fresh.split('.')[0]}.`, `x${fresh}`, `${fresh}.x`])
      await expect(confirmBookingChange(world.ctx(), { token: wrong })).rejects.toThrow(invalid);
    await confirmBookingChange(world.ctx(), { token: fresh, reason: 'Voyage' });
    expect(await world.shown(booking.bookingId)).toMatchObject({ status: 'CANCELLED', cancelledBy: 'CUSTOMER' });
    await expect(confirmBookingChange(world.ctx(), { token: fresh })).rejects.toThrow(invalid);
    const late = await world.confirmed();
    await cancelBooking(world.ctx(), late.byPair);
    const lateToken = await linkOf(late);
    world.clock.advance(24 * HOUR);
    await expect(confirmBookingChange(world.ctx(), { token: lateToken })).rejects.toThrow(invalid);
  });
});

describe('moving', () => {
  test('keeps row, code and price; the time before is free, the history says it, the sequence rises', async () => {
    const booking = await world.confirmed();
    await rescheduleBooking(world.ctx(), { ...booking.byToken, startsAt: later(2) });
    expect(await world.shown(booking.bookingId)).toMatchObject({
      ...{ code: booking.code, status: 'CONFIRMED', startsAt: later(2), endsAt: later(3), reschedulesLeft: 1 },
    });
    expect(await world.quanta(booking.artisanId)).toBe(12);
    expect(await world.historyOf(booking.bookingId)).toEqual([
      ['create', 'CUSTOMER'],
      ['reschedule', 'CUSTOMER'],
    ]);
    expect(await world.eventsOf('booking.rescheduled', booking.bookingId)).toEqual([
      {
        ...{ bookingId: booking.bookingId, artisanId: booking.artisanId, by: 'CUSTOMER', sequence: 1 },
        ...{ fromStartsAt: start.toISOString(), fromArtisanId: booking.artisanId, isOtherOffering: false },
      },
    ]);
    await world.book({ offeringId: booking.offeringId, startsAt: start });
    expect(await world.faults()).toEqual([]);
  });

  test('by half an hour into itself; to the time that it has, nothing changes', async () => {
    const booking = await world.confirmed();
    const local = { date: day(), time: '10:30' };
    await rescheduleBooking(world.ctx(), { ...booking.byToken, ...local });
    await rescheduleBooking(world.ctx(), { ...booking.byToken, ...local });
    expect(await world.shown(booking.bookingId)).toMatchObject({ localStart: `${day()}T10:30`, reschedulesLeft: 1 });
    expect(await world.eventsOf('booking.rescheduled', booking.bookingId)).toHaveLength(1);
    expect(await world.faults()).toEqual([]);
  });

  test('a time that is taken is refused with up to three others, and the old one stays', async () => {
    const booking = await world.confirmed();
    await world.book({ offeringId: booking.offeringId, startsAt: later(2) });
    await expect(
      rescheduleBooking(world.ctx(booking.artisan), { bookingId: booking.bookingId, startsAt: later(1.5) }),
    ).rejects.toThrow(
      refused('SLOT_UNAVAILABLE', {
        reason: 'BOOKED',
        alternatives: [later(3), later(3.5), later(4)].map((one) => one.toISOString()),
      }),
    );
    await expect(rescheduleBooking(world.ctx(), { ...booking.byToken, startsAt: later(1.5) })).rejects.toThrow(
      refused('SLOT_UNAVAILABLE'),
    );
    expect(await world.shown(booking.bookingId)).toMatchObject({ startsAt: start });
    expect(await world.eventsOf('slot.freed', booking.bookingId)).toEqual([]);
    expect(await world.faults()).toEqual([]);
  });

  test('a customer is bound by opening, grid, notice, horizon, how late and how often', async () => {
    const booking = await world.confirmed();
    const move = (startsAt: Date) => rescheduleBooking(world.ctx(), { ...booking.byToken, startsAt });
    for (const [startsAt, reason] of [
      [later(10), 'OUTSIDE_OPENING'],
      [new Date(start.getTime() + 5 * MINUTE), 'OFF_GRID'],
      [new Date(world.clock.now().getTime() + 60 * MINUTE), 'NOTICE'],
      [later(24 * 90), 'HORIZON'],
    ] as const)
      await expect(move(startsAt)).rejects.toThrow(refused('SLOT_UNAVAILABLE', { reason }));
    await expect(move(new Date(world.clock.now().getTime() - HOUR))).rejects.toThrow(refused('INPUT_INVALID'));
    await expect(
      rescheduleBooking(world.ctx(), { ...booking.byToken, startsAt: later(1), artisanId: booking.artisanId }),
    ).rejects.toThrow(refused('INPUT_INVALID'));
    await move(later(1));
    await move(later(2));
    await expect(move(later(3))).rejects.toThrow(refused('RESCHEDULE_LIMIT', { limit: 2 }));
    goTo(later(2 - 24 + 1 / 60));
    await expect(move(later(3))).rejects.toThrow(refused('TOO_LATE_TO_RESCHEDULE'));
  });

  test('staff are bound by nothing but what takes the time: late, often, off the grid, outside opening, to another artisan', async () => {
    const booking = await world.confirmed({ maxReschedules: 0 });
    const other = await world.offering();
    const admin = person('ADMIN');
    const move = (to: object, actor = booking.artisan) =>
      rescheduleBooking(world.ctx(actor), { bookingId: booking.bookingId, ...to });
    goTo(hoursBefore(1));
    await move({ startsAt: new Date(later(11).getTime() + 5 * MINUTE) });
    expect(await world.shown(booking.bookingId)).toMatchObject({ localStart: `${day()}T21:05`, reschedulesLeft: 0 });
    await expect(move({ startsAt: new Date(later(11).getTime() + 60_000) })).rejects.toThrow(refused('INPUT_INVALID'));
    await expect(move({ startsAt: later(1), artisanId: other.artisanId })).rejects.toThrow(refused('NOT_FOUND'));
    await expect(move({ startsAt: later(1), artisanId: other.artisanId }, admin)).rejects.toThrow(
      refused('OFFERING_UNAVAILABLE'),
    );
    await world.run(
      async ({ em }) => void em.create(OfferingArtisan, { offering: booking.offeringId, artisan: other.artisanId }),
      null,
    );
    await move({ startsAt: later(1), artisanId: other.artisanId }, admin);
    expect(await world.shown(booking.bookingId)).toMatchObject({ artisanId: other.artisanId, startsAt: later(1) });
    expect([await world.quanta(booking.artisanId), await world.quanta(other.artisanId)]).toEqual([0, 12]);
    expect(await world.faults()).toEqual([]);
  });

  test('as it was agreed, whatever its offering says by now, with the link of a text too', async () => {
    const { bookingId, offeringId, artisan, byToken } = await world.confirmed();
    const price = { price: { amount: 6_000 } };
    const changed = {
      duration_minutes: 30,
      buffer_after_minutes: 240,
      price_cents: 9_000,
      status: 'ARCHIVED',
    } as const;
    await world.db.updateTable('offering').set(changed).where('id', '=', offeringId).execute();
    const {
      id,
      manage_version: manageVersion,
      public_code: publicCode,
    } = await world.db.selectFrom('booking').selectAll().where('id', '=', bookingId).executeTakeFirstOrThrow();
    const ofText = new URL(textUrl(world.ctx(), { id, manageVersion, publicCode })).searchParams.get('t');
    const asked = { offeringId, from: day(), days: 1, partySize: 1 };
    const shown = await showAvailability(world.ctx(), { ...asked, access: { code: byToken.code, token: ofText } });
    const [last] = shown.flatMap(({ slots }) => slots).toReversed();
    expect([shown[0]?.slots.length, last]).toMatchObject([17, { startsAt: later(7), endsAt: later(8) }]);
    await expect(showAvailability(world.ctx(), asked)).rejects.toThrow(refused('OFFERING_UNAVAILABLE'));
    const move = (startsAt: Date) => rescheduleBooking(world.ctx(), { ...byToken, startsAt });
    await expect(move(later(7.5))).rejects.toThrow(
      refused('SLOT_UNAVAILABLE', {
        reason: 'OUTSIDE_OPENING',
        alternatives: expect.arrayContaining([expect.any(String)]),
      }),
    );
    await move(later(7));
    const byStaff = { bookingId, offeringId };
    await rescheduleBooking(world.ctx(artisan), { ...byStaff, startsAt: later(2) });
    await rescheduleBooking(world.ctx(artisan), byStaff);
    expect(await world.shown(bookingId)).toMatchObject({ startsAt: later(2), endsAt: later(3), ...price });
    expect(await world.eventsOf('booking.rescheduled', bookingId)).toHaveLength(2);
    expect(await world.faults()).toEqual([]);
  });

  test('by the address: what cannot be is refused at once, and the mailed link moves it', async () => {
    const booking = await world.confirmed();
    const move = (startsAt: Date) => rescheduleBooking(world.ctx(), { ...booking.byPair, startsAt });
    await expect(move(later(10))).rejects.toThrow(refused('SLOT_UNAVAILABLE', { reason: 'OUTSIDE_OPENING' }));
    expect(await move(later(2))).toEqual({ bookingId: booking.bookingId, isDone: false });
    expect(await world.shown(booking.bookingId)).toMatchObject({ startsAt: start });
    const token = await linkOf(booking);
    const taker = await world.book({ offeringId: booking.offeringId, startsAt: later(2) });
    await expect(confirmBookingChange(world.ctx(), { token })).rejects.toThrow(refused('SLOT_UNAVAILABLE'));
    await cancelBooking(world.ctx(person('ADMIN')), { bookingId: taker });
    await confirmBookingChange(world.ctx(), { token });
    expect(await world.shown(booking.bookingId)).toMatchObject({ startsAt: later(2), reschedulesLeft: 1 });
    expect(await world.faults()).toEqual([]);
  });
});

describe('at once', () => {
  test('a cancellation, two moves and a stranger: no two appointments meet, and each refusal is one of ours', async () => {
    for (let round = 0; round < 4; round += 1) {
      const booking = await world.confirmed();
      const stranger = { name: 'Jean Petit', email: `jean-${round}@example.org` };
      const all = await Promise.allSettled([
        rescheduleBooking(world.ctx(), { ...booking.byToken, startsAt: later(0.5) }),
        rescheduleBooking(world.ctx(booking.artisan), { bookingId: booking.bookingId, startsAt: later(1) }),
        cancelBooking(world.ctx(), booking.byToken),
        world.book({ offeringId: booking.offeringId, startsAt: later(round % 2), customer: stranger }),
      ]);
      const codes = all.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code?: string }).code] : []));
      for (const code of codes) expect(['SLOT_UNAVAILABLE', 'ACTION_NOT_ALLOWED']).toContain(code);
      expect(await world.shown(booking.bookingId)).toMatchObject({ status: 'CANCELLED' });
      expect(await world.faults()).toEqual([]);
    }
  });

  test('a cancellation and its payment: whichever comes first, the deposit goes back once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const booking = await world.made(deposit);
      const events = await world.pay(booking);
      await Promise.all([world.deliver(events), cancelBooking(world.ctx(), booking.byToken)]);
      await world.worker.runDue();
      await world.worker.runDue();
      expect(await world.shown(booking.bookingId)).toMatchObject({ status: 'CANCELLED' });
      expect(await world.refundsOf(booking.bookingId)).toMatchObject([{ status: 'SUCCEEDED', cents: 1_800 }]);
      expect(await world.faults()).toEqual([]);
    }
  });
});
