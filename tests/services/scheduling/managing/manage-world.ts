/** The world of bookings, with those who manage them. */
import { CancellationTier } from '../../../../src/entities/scheduling/offering.entity.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import type { CreateBooking, CreatedBooking } from '../../../../src/services/scheduling/index.ts';
import { HOUR } from '../../../support/clock.ts';
import { makeActor } from '../../../support/make/actor.ts';
import { makePerson } from '../../../support/make/person.ts';
import { createBookingWorld, tuesday, type BookingWorld } from '../bookings/booking-world.ts';

export interface Managed extends CreatedBooking {
  readonly offeringId: string;
  readonly artisanId: string;
  readonly email: string;
  /** By the token of its link. */
  readonly byToken: { readonly code: string; readonly token: string };
  /** By its address. */
  readonly byPair: { readonly code: string; readonly email: string };
  /** The artisan, signed in. */
  readonly artisan: Actor;
}

type Offering = NonNullable<Parameters<BookingWorld['offering']>[0]>;

export interface ManageWorld extends BookingWorld {
  /** A booking with an artisan of its own, confirmed: with a deposit, paid. */
  readonly confirmed: (offering?: Offering, input?: Partial<CreateBooking>, actor?: Actor) => Promise<Managed>;
  /** The same as it was made. */
  readonly made: ManageWorld['confirmed'];
  readonly historyOf: (bookingId: string) => Promise<(readonly [verb: string, by: string])[]>;
  /** The payloads of the events of this name about a booking, in order. */
  readonly eventsOf: (name: string, bookingId: string) => Promise<Record<string, unknown>[]>;
  readonly refundsOf: (bookingId: string) => Promise<{ status: string; cents: number; hasNote: boolean }[]>;
}

/** Of every offering here. */
export const tiers = [
  { hoursBefore: 48, refundPercent: 100 },
  { hoursBefore: 24, refundPercent: 50 },
];

/** The first Tuesday at 10:00 in Paris that is four days away or more: the clock of a world only goes on. */
export function nextTuesday(now: Date): Date {
  const weeks = Math.ceil((now.getTime() + 4 * 24 * HOUR - tuesday.getTime()) / (7 * 24 * HOUR));
  return new Date(tuesday.getTime() + Math.max(0, weeks) * 7 * 24 * HOUR);
}

let people = 0;

export async function createManageWorld(): Promise<ManageWorld> {
  const world = await createBookingWorld();
  const made: ManageWorld['made'] = async (facts = {}, input = {}, actor) => {
    const userId = await world.run(async ({ em }) => makePerson(em, { email: `${newId()}@example.org` }).id, null);
    const offering = await world.offering(facts, { userId });
    await world.run(async ({ em }) => {
      for (const tier of tiers) em.create(CancellationTier, { offering: offering.offeringId, ...tier });
    }, null);
    const email = input.customer?.email ?? `claire-${(people += 1)}@example.org`;
    const customer = { name: 'Claire Dumas', email };
    const created = await world.create(
      { offeringId: offering.offeringId, customer, startsAt: nextTuesday(world.clock.now()), ...input },
      actor,
    );
    const token = new URL(created.manageUrl).searchParams.get('t') ?? '';
    const { code } = created;
    return {
      ...{ ...created, ...offering, email, byToken: { code, token }, byPair: { code, email } },
      artisan: makeActor(userId, { role: 'ARTISAN' }),
    };
  };
  return {
    ...world,
    made,
    async confirmed(facts, input, actor) {
      const booking = await made(facts, input, actor);
      if (booking.payment !== null) await world.deliver(await world.pay(booking));
      return booking;
    },
    async historyOf(bookingId) {
      const rows = await world.db
        .selectFrom('booking_history')
        .select(['verb', 'by'])
        .where('booking_id', '=', bookingId)
        .orderBy('id')
        .execute();
      return rows.map(({ verb, by }) => [verb, by] as const);
    },
    async eventsOf(name, bookingId) {
      const rows = await world.db
        .selectFrom('outbox_event')
        .select('payload')
        .where('name', '=', name)
        .orderBy('id')
        .execute();
      return rows
        .map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload) as Record<string, unknown>)
        .filter((payload) => payload['bookingId'] === bookingId);
    },
    async refundsOf(bookingId) {
      const rows = await world.db
        .selectFrom('refund')
        .innerJoin('payment', 'payment.id', 'refund.payment_id')
        .select(['refund.status', 'refund.amount_cents', 'refund.credit_note_id'])
        .where('payment.subject_id', '=', bookingId)
        .orderBy('refund.id')
        .execute();
      return rows.map((row) => ({
        status: row.status,
        cents: Number(row.amount_cents),
        hasNote: row.credit_note_id !== null,
      }));
    },
  };
}
