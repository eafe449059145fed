import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Booking } from '../../../src/entities/scheduling/booking.entity.ts';
import { SmsOptOut } from '../../../src/entities/notifications/sms-opt-out.entity.ts';
import { Plan } from '../../../src/entities/billing/plan.entity.ts';
import { PlanEntitlement } from '../../../src/entities/billing/plan-entitlement.entity.ts';
import { SmsFailure, type OutgoingSms, type SmsPort } from '../../../src/services/adapters/sms/port.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { notificationsPersonalData, textNumber } from '../../../src/services/notifications/index.ts';
import { bookingCancelled, bookingConfirmed, bookingRescheduled } from '../../../src/services/scheduling/events.ts';
import { manageHashOf } from '../../../src/services/scheduling/bookings/manage-token.ts';
import { openBooking } from '../../../src/services/scheduling/managing/open-booking.ts';
import { schedulingPersonalData } from '../../../src/services/scheduling/personal-data.ts';
import { reminderSubscriptions, reminderTasks } from '../../../src/services/scheduling/reminders/index.ts';
import { textUsage } from '../../../src/services/scheduling/texts/text-allowance.ts';
import { textSubscriptions, textTasks } from '../../../src/services/scheduling/texts/text-bookings.ts';
import type { EventType, Tx } from '../../../src/services/platform/context.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { createMeasures } from '../../../src/services/platform/measures.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { testClock } from '../../support/clock.ts';
import { nobody } from '../../support/make/actor.ts';
import { makeArtisan, makeBooking, makeOffering } from '../../support/make/scheduling.ts';
import { makePerson } from '../../support/make/person.ts';
import { createWorld, type World } from '../../support/world.ts';

const clock = testClock('2027-01-04T10:00:00Z');
const derived = derivedSecrets(Buffer.alloc(32, 1));
const mobile = '+33612345678';
const taken: OutgoingSms[] = [];
let refusals = 0;
const sms: SmsPort = {
  send: async (outgoing) => {
    taken.push(outgoing);
    if (refusals > 0) {
      refusals -= 1;
      throw new SmsFailure('retryable', 'Busy', { status: 503 });
    }
    return { providerId: newId() };
  },
};

let world: World;
beforeAll(async () => {
  world = await createWorld({
    clock,
    tasks: [...textTasks, ...reminderTasks],
    subscriptions: [...textSubscriptions, ...reminderSubscriptions],
    environment: { FRONT_URL: 'https://artisan.example' },
    services: { sms, derived, measures: createMeasures([]), limits: createRateLimits({ scale: 1 }) },
  });
  await setAllowance(100);
});
afterAll(() => world.close());
beforeEach(() => {
  taken.length = refusals = 0;
});

let planId: string | undefined;
/** What everybody’s plan gives. */
const setAllowance = (value: number): Promise<void> =>
  world.run(async ({ em }: Tx<'em'>) => {
    if (planId === undefined) {
      planId = newId();
      const plan = em.create(Plan, {
        ...{ id: planId, code: 'STARTER', family: 'ARTISAN', position: 1, isBase: true, isActive: true },
        ...{ nameFr: 'Base', nameEn: 'Base', textFr: '', textEn: '' },
      });
      em.create(PlanEntitlement, { id: newId(), plan, feature: 'SMS', value });
    } else await em.nativeUpdate(PlanEntitlement, { plan: planId }, { value });
  }, {});

type Facts = Parameters<typeof makeBooking>[2];

/** A booking in Paris on 2027-01-12 at 10:00 whose customer wants texts. */
const booked = (facts: Facts = {}, role: 'ARTISAN' | 'ADMIN' = 'ARTISAN'): Promise<Booking> =>
  world.run(async ({ em }: Tx<'em'>) => {
    const user = makePerson(em, { role });
    const artisan = makeArtisan(em, { userId: user.id, email: user.email });
    const offering = makeOffering(em, artisan);
    const booking = makeBooking(em, { artisan, offering }, { notifyBySms: true, customerPhone: mobile, ...facts });
    booking.manageHash = manageHashOf(derived, booking);
    await em.flush();
    return booking;
  }, {});

const about = ({ id, artisan }: Booking) => ({ bookingId: id, artisanId: artisan.id });
async function happened<P>(event: EventType<P>, payload: P): Promise<void> {
  await world.run(async (tx: Tx<'emit'>) => tx.emit(event, payload), {});
  await world.worker.runDue();
}
const remindersOf = ({ id }: Booking) =>
  world.db
    .selectFrom('booking_reminder')
    .select(['channel', 'status', 'reason'])
    .where('booking_id', '=', id)
    .where('channel', '=', 'SMS')
    .orderBy('id')
    .execute();
const tokenIn = (text: string | undefined): string => /\?t=([\w-]+)/.exec(text ?? '')?.[1] ?? '';

describe('texts about a booking', () => {
  test('are sent once when it is confirmed, moved and cancelled, with a link that opens it', async () => {
    const booking = await booked();
    await happened(bookingConfirmed, about(booking));
    await happened(bookingConfirmed, about(booking));
    const moved = {
      fromStartsAt: '2027-01-11T09:00:00.000Z',
      fromArtisanId: booking.artisan.id,
      by: 'CUSTOMER' as const,
      isOtherOffering: false,
    };
    await happened(bookingRescheduled, { ...about(booking), ...moved, sequence: 0 });
    await happened(bookingRescheduled, { ...about(booking), ...moved, sequence: 7 });
    const token = tokenIn(taken[0]?.text);
    const access = { code: booking.publicCode, token };
    const ctx = world.contextFor(nobody);
    expect(await openBooking(ctx, access, 'booking:read')).toMatchObject({ bookingId: booking.id, means: 'TOKEN' });
    await world.db
      .updateTable('booking')
      .set({ manage_hash: 'void', status: 'CANCELLED' })
      .where('id', '=', booking.id)
      .execute();
    await expect(openBooking(ctx, access, 'booking:read')).rejects.toMatchObject({ code: 'BOOKING_NOT_FOUND' });
    const cancelled = { by: 'ARTISAN' as const, refundCents: 0 };
    await happened(bookingCancelled, { ...about(booking), ...cancelled, wasConfirmed: false });
    await happened(bookingCancelled, { ...about(booking), ...cancelled, wasConfirmed: true });
    expect(taken.map(({ to, text }) => [to, text.slice(0, 11)])).toEqual([
      [mobile, 'RDV confirm'],
      [mobile, 'RDV déplacé'],
      [mobile, 'RDV annulé '],
    ]);
  });

  test.each([
    ['nobody asked for it', { notifyBySms: false }, 'ARTISAN', 100],
    ['the number is no mobile one', { customerPhone: '+33142685300' }, 'ARTISAN', 100],
    ['no plan includes it', {}, 'ARTISAN', 0],
  ] as const)('are not sent when %s', async (_why, facts, role, allowance) => {
    await setAllowance(allowance);
    await happened(bookingConfirmed, about(await booked(facts, role)));
    await setAllowance(100);
    expect(taken).toEqual([]);
  });

  test('are sent for the agendas of the business without a plan, and stop where the month’s are used up', async () => {
    await setAllowance(0);
    await happened(bookingConfirmed, about(await booked({}, 'ADMIN')));
    expect(taken).toHaveLength(1);
    await setAllowance(1);
    const booking = await booked();
    await happened(bookingConfirmed, about(booking));
    const cancelled = { by: 'ARTISAN' as const, refundCents: 0, wasConfirmed: true };
    await happened(bookingCancelled, { ...about(booking), ...cancelled });
    expect(taken).toHaveLength(2);
    const { user_id: userId } = await world.db
      .selectFrom('artisan')
      .select('user_id')
      .where('id', '=', booking.artisan.id)
      .executeTakeFirstOrThrow();
    expect(await textUsage(world.contextFor(), { userId })).toEqual({ used: 1, allowed: 1 });
    await setAllowance(100);
  });

  test('are not sent in the night', async () => {
    const day = clock.now();
    clock.set('2027-01-04T20:00:00Z');
    await happened(bookingConfirmed, about(await booked()));
    expect(taken).toEqual([]);
    clock.set(day);
  });

  test('of somebody without an account are theirs in an export, and go with them', async () => {
    const booking = await booked({ customerEmail: 'lea@example.org' });
    await happened(bookingConfirmed, about(booking));
    const subject = { userId: newId(), role: 'CUSTOMER', email: 'lea@example.org', locale: 'fr' } as const;
    const collected = await schedulingPersonalData.collect(world.db, subject);
    expect(collected.find(({ table }) => table === 'sms_delivery')?.rows).toMatchObject([{ number_end: '5678' }]);
    const traces = (await schedulingPersonalData.traces?.(world.db, subject)) ?? [];
    const lines = await world.run(
      (tx: Parameters<typeof notificationsPersonalData.erase>[0]) =>
        notificationsPersonalData.erase(tx, { ...subject, fileIds: [], traces }, []),
      {},
    );
    expect(lines).toContainEqual(expect.objectContaining({ record: 'TEXTS', count: 1 }));
  });
});

describe('reminders by text', () => {
  const remindAt = async (instant: string, booking: Booking) => {
    clock.set(instant);
    await world.worker.runDue();
    return remindersOf(booking);
  };

  test('are planned for who wants texts, follow a move, and are sent once', async () => {
    const booking = await booked({
      startsAt: new Date('2027-02-02T09:00:00Z'),
      endsAt: new Date('2027-02-02T10:00:00Z'),
    });
    await happened(bookingConfirmed, about(booking));
    const other = { starts_at: new Date('2027-02-03T09:00:00Z'), ends_at: new Date('2027-02-03T10:00:00Z') };
    await world.db.updateTable('booking').set(other).where('id', '=', booking.id).execute();
    const moved = {
      fromStartsAt: '2027-02-02T09:00:00.000Z',
      fromArtisanId: booking.artisan.id,
      by: 'CUSTOMER' as const,
      isOtherOffering: false,
    };
    await happened(bookingRescheduled, { ...about(booking), ...moved, sequence: 0 });
    expect((await remindersOf(booking)).map(({ status }) => status)).toEqual(['CANCELLED', 'PLANNED']);
    taken.length = 0;
    expect(await remindAt('2027-02-02T17:00:01Z', booking)).toMatchObject([{}, { status: 'SENT', reason: null }]);
    await world.worker.runDue();
    expect(taken.map(({ text }) => text)).toEqual([expect.stringContaining('demain à 10h00. Code AC-')]);
  });

  test('are left out with the reason: a number that answered STOP, a plan that ended', async () => {
    const start = { startsAt: new Date('2027-03-02T09:00:00Z'), endsAt: new Date('2027-03-02T10:00:00Z') };
    const stopped = await booked({ ...start, customerPhone: '+33687654321' });
    await happened(bookingConfirmed, about(stopped));
    const { numberHash } = textNumber(derived, '+33687654321');
    await world.run(
      async ({ em }: Tx<'em'>) => void em.create(SmsOptOut, { id: newId(), numberHash, cause: 'STOP' }),
      {},
    );
    expect(await remindAt('2027-03-01T17:00:01Z', stopped)).toMatchObject([{ status: 'SKIPPED', reason: 'OPTED_OUT' }]);
    const planless = await booked({
      startsAt: new Date('2027-03-09T09:00:00Z'),
      endsAt: new Date('2027-03-09T10:00:00Z'),
    });
    await happened(bookingConfirmed, about(planless));
    await setAllowance(0);
    expect(await remindAt('2027-03-08T17:00:01Z', planless)).toMatchObject([{ status: 'SKIPPED', reason: 'NO_PLAN' }]);
    await setAllowance(100);
  });

  test('fail after three attempts, and the booking stands', async () => {
    const start = { startsAt: new Date('2027-04-02T09:00:00Z'), endsAt: new Date('2027-04-02T10:00:00Z') };
    const booking = await booked(start);
    await happened(bookingConfirmed, about(booking));
    taken.length = 0;
    refusals = 9;
    clock.set('2027-04-01T16:00:01Z');
    for (let round = 0; round < 6; round += 1) {
      await world.worker.runDue();
      clock.advance(120_000);
    }
    expect(taken).toHaveLength(3);
    expect(await remindersOf(booking)).toMatchObject([{ status: 'FAILED' }]);
  });
});
