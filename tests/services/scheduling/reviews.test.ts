import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Booking } from '../../../src/entities/scheduling/booking.entity.ts';
import { manageHashOf, manageUrl } from '../../../src/services/scheduling/bookings/manage-token.ts';
import { bookingCompleted, bookingRescheduled } from '../../../src/services/scheduling/events.ts';
import { forgetBookings } from '../../../src/services/scheduling/bookings/forget-bookings.ts';
import {
  approveReview,
  listArtisanReviews,
  listReviews,
  ratingsOf,
  rejectReview,
  submitReview,
} from '../../../src/services/scheduling/index.ts';
import { noticeSubscriptions, noticeTasks } from '../../../src/services/scheduling/notices/index.ts';
import { outsideQuietHours } from '../../../src/services/scheduling/reminders/reminder.policy.ts';
import { reviewSubscriptions, reviewTasks } from '../../../src/services/scheduling/reviews/review-requests.ts';
import type { EventType, Tx } from '../../../src/services/platform/context.ts';
import { derivedSecrets } from '../../../src/services/platform/derived-secrets.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { testClock } from '../../support/clock.ts';
import { nobody, person } from '../../support/make/actor.ts';
import { makeArtisan, makeBooking, makeOffering } from '../../support/make/scheduling.ts';
import { makePerson } from '../../support/make/person.ts';
import { createWorld, type World } from '../../support/world.ts';

const clock = testClock('2027-01-12T12:00:00Z');
const derived = derivedSecrets(Buffer.alloc(32, 1));
let world: World;
beforeAll(async () => {
  world = await createWorld({
    clock,
    tasks: [...reviewTasks, ...noticeTasks],
    subscriptions: [...reviewSubscriptions, ...noticeSubscriptions],
    services: { derived, limits: createRateLimits({ scale: 1 }) },
  });
});
afterAll(() => world.close());

interface Made {
  readonly booking: Booking;
  readonly artisanId: string;
  readonly artisan: ReturnType<typeof person>;
  readonly access: { readonly code: string; readonly token: string };
}

/** A booking that ended at 10:00Z, of a published artisan. */
const completed = (facts: Parameters<typeof makeBooking>[2] = {}): Promise<Made> =>
  world.run(async ({ em }: Tx<'em'>) => {
    const user = makePerson(em, { role: 'ARTISAN' });
    const artisan = makeArtisan(em, { userId: user.id, email: user.email, status: 'PUBLISHED' });
    const offering = makeOffering(em, artisan);
    const booking = makeBooking(em, { artisan, offering }, { status: 'COMPLETED', ...facts });
    booking.manageHash = manageHashOf(derived, booking);
    await em.flush();
    const token = manageUrl({ config: world.config, derived }, booking).split('?t=')[1] ?? '';
    const access = { code: booking.publicCode, token };
    return { booking, artisanId: artisan.id, artisan: person('ARTISAN', user.id), access };
  }, {});

async function happened<P>(event: EventType<P>, payload: P): Promise<void> {
  await world.run(async (tx: Tx<'emit'>) => tx.emit(event, payload), {});
  await world.worker.runDue();
}
const about = ({ id, artisan }: Booking) => ({ bookingId: id, artisanId: artisan.id });
const mailsOf = async ({ id }: Booking) =>
  (await world.db.selectFrom('email_delivery').select(['template', 'data']).execute())
    .map(({ template, data }) => ({ template, data: jsonFrom<Record<string, unknown>>(data) }))
    .filter(({ data }) => data['bookingId'] === id);

describe('the request', () => {
  test('comes once, a day after the end', async () => {
    const { booking } = await completed();
    await happened(bookingCompleted, about(booking));
    await happened(bookingCompleted, about(booking));
    expect(await mailsOf(booking)).toEqual([]);
    clock.set('2027-01-13T12:00:00Z');
    await world.worker.runDue();
    expect((await mailsOf(booking)).map(({ template }) => template)).toEqual(['booking-review']);
    clock.set('2027-01-12T12:00:00Z');
  });

  test('waits for the morning, and is not made to who was absent, wants no mails, or has said what they think', async () => {
    const absent = await completed();
    const unasked = await completed({ notifyByEmail: false });
    const done = await completed();
    for (const { booking } of [absent, unasked, done]) await happened(bookingCompleted, about(booking));
    await submitReview(world.contextFor(nobody), { ...done.access, rating: 5 });
    await world.db.updateTable('booking').set({ status: 'NO_SHOW' }).where('id', '=', absent.booking.id).execute();
    clock.set('2027-01-14T12:00:00Z');
    await world.worker.runDue();
    for (const { booking } of [absent, unasked, done]) expect(await mailsOf(booking)).toEqual([]);
    const quiet = { timeZone: 'Europe/Paris', quietFromMinute: 1_200, quietUntilMinute: 480 };
    for (const [at, due] of [
      ['2027-01-12T19:30:00.000Z', '2027-01-13T07:00:00.000Z'],
      ['2027-01-13T03:00:00.000Z', '2027-01-13T07:00:00.000Z'],
      ['2027-01-13T09:00:00.000Z', '2027-01-13T09:00:00.000Z'],
    ] as const)
      expect(outsideQuietHours(new Date(at), quiet).toISOString()).toBe(due);
  });
});

describe('a review', () => {
  const shown = async (artisanId: string) =>
    (await listReviews(world.readContext(nobody), { first: 20, artisanId })).nodes;

  test('is said once, by the link, of what took place; seen by nobody before it is approved', async () => {
    const { booking, artisanId, artisan, access } = await completed();
    const ctx = world.contextFor(nobody);
    const said = { ...access, rating: 4, text: 'Très bien ' };
    await expect(submitReview(ctx, { ...said, token: 'another' })).rejects.toMatchObject({ code: 'BOOKING_NOT_FOUND' });
    const { id } = await submitReview(ctx, said);
    expect(await submitReview(ctx, said)).toMatchObject({ id });
    await expect(submitReview(ctx, { ...said, rating: said.rating - 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    const toCome = await completed({ status: 'CONFIRMED' });
    await expect(submitReview(ctx, { ...toCome.access, rating: 1 })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    expect([await shown(artisanId), (await ratingsOf(world.readContext(), [artisanId])).size]).toEqual([[], 0]);
    const other = (await completed()).artisan;
    await expect(world.run(approveReview, { id }, other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listArtisanReviews(world.readContext(other), { first: 20 })).nodes).toEqual([]);
    await world.run(approveReview, { id }, artisan);
    await expect(world.run(approveReview, { id }, artisan)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    expect(await shown(artisanId)).toMatchObject([{ rating: 4, text: 'Très bien' }]);
    expect((await ratingsOf(world.readContext(), [artisanId])).get(artisanId)).toEqual({ average: 4, count: 1 });
    await world.run((tx: Parameters<typeof forgetBookings>[0]) => forgetBookings(tx, [booking.id]), {});
    expect(await shown(artisanId)).toMatchObject([{ rating: 4, text: null }]);
    await world.run(rejectReview, { id }, person('ADMIN'));
    expect(await shown(artisanId)).toEqual([]);
    expect(
      (await listArtisanReviews(world.readContext(artisan), { first: 20, status: 'REJECTED' })).nodes,
    ).toHaveLength(1);
    await world.db.updateTable('artisan').set({ status: 'PAUSED' }).where('id', '=', artisanId).execute();
    await world.run(approveReview, { id }, artisan);
    expect(await shown(artisanId)).toEqual([]);
  });
});

test('whoever is moved by the artisan reads why', async () => {
  const { booking, artisanId } = await completed({ status: 'CONFIRMED', sequence: 1 });
  await world.db
    .insertInto('booking_history')
    .values({
      ...{
        id: booking.id,
        created_at: clock.now(),
        version: 1,
        booking_id: booking.id,
        verb: 'reschedule',
        by: 'ARTISAN',
      },
      ...{ to_starts_at: booking.startsAt, to_artisan_id: artisanId, message: 'Je suis souffrant.' },
    } as never)
    .execute();
  const moved = {
    fromStartsAt: '2027-01-11T09:00:00.000Z',
    fromArtisanId: artisanId,
    sequence: 1,
    by: 'ARTISAN' as const,
    isOtherOffering: false,
  };
  await happened(bookingRescheduled, { ...about(booking), ...moved });
  expect(await mailsOf(booking)).toContainEqual(
    expect.objectContaining({ data: expect.objectContaining({ message: 'Je suis souffrant.' }) }),
  );
});
