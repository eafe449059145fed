import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { normalEmail } from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext } from '../../platform/context.ts';
import { drawCode } from './booking-code.ts';
import { factsOf } from './booking-facts.ts';
import { bookedBefore, bookingKey, type BookingKey } from './booking-key.ts';
import type { CreateBooking } from './booking-request.ts';
import { chosenOffering, type BookableOffering } from './bookable-offering.ts';
import { depositOf, placeBooking, type BookingOrder, type PlacingBooking } from './place-booking.ts';
import { rankArtisans } from './rank-artisans.ts';

type Needed = Pick<AppContext, 'run' | 'db' | 'now' | 'actor' | 'limits' | 'derived' | 'config'>;

/** A booking that was made just now, or by the same request before. */
export interface CreatedBooking {
  readonly bookingId: string;
}

/** How often a code is drawn again when it is somebody's already. */
const draws = 5;
const holdMs = 10 * 60_000;
const hourMs = 3_600_000;

/**
 * Books a time in public, with an account or without. The time is taken first of all that is written, so that of any number of
 * customers one gets it. The same key with the same content answers the same booking.
 */
export async function createBooking(ctx: Needed, input: CreateBooking): Promise<CreatedBooking> {
  const key = bookingKey(ctx.actor, input);
  const before = await ctx.run(bookedBefore, key);
  if (before !== null) return { bookingId: before.id };
  const offering = await chosenOffering(ctx.db, input);
  const facts = { ...(await factsOf(ctx, offering, input)), ...key };
  await takeTries(ctx, input);
  const artisans = await rankArtisans(ctx.db, offering.artisans, input.startsAt);
  const order = { offering, artisans, startsAt: input.startsAt, facts, derived: ctx.derived, by: 'CUSTOMER' as const };
  const bookingId = await book(ctx, { ...order, ...beginningOf(ctx.now, offering, input.startsAt) }, key);
  if (bookingId === null) throw new DomainError('SLOT_UNAVAILABLE');
  return { bookingId };
}

async function takeTries({ limits, actor }: Needed, { customer }: CreateBooking): Promise<void> {
  await limits.take('booking/address', subscriberOf(actor.address));
  await limits.take('booking/person', normalEmail(customer.email));
}

/** A request waits for the artisan, at the latest until the notice; a deposit is paid within ten minutes. */
function beginningOf(
  now: Date,
  offering: BookableOffering,
  startsAt: Date,
): Pick<BookingOrder, 'status' | 'holdUntil'> {
  if (offering.requiresApproval) {
    const answered = now.getTime() + offering.approvalHours * hourMs;
    const notice = startsAt.getTime() - offering.noticeMinutes * 60_000;
    return { status: 'REQUESTED', holdUntil: new Date(Math.min(answered, notice)) };
  }
  if (depositOf(offering) > 0) return { status: 'PENDING_PAYMENT', holdUntil: new Date(now.getTime() + holdMs) };
  return { status: 'CONFIRMED', holdUntil: null };
}

/** Null when the time is taken. A code that exists is drawn again, in a transaction of its own: the refused one has left nothing. */
async function book(
  { run }: Needed,
  order: Omit<BookingOrder, 'id' | 'code'>,
  key: BookingKey,
): Promise<string | null> {
  for (let draw = 1; ; draw++) {
    try {
      return await run(placeOnce, { order: { ...order, id: newId(), code: drawCode() }, key });
    } catch (error) {
      if (!(error instanceof UniqueConstraintViolationException) || draw === draws) throw error;
    }
  }
}

interface Placing {
  readonly order: BookingOrder;
  readonly key: BookingKey;
}

/** Whoever finds the time taken looks whether it was this very request that took it. */
async function placeOnce(tx: PlacingBooking, { order, key }: Placing): Promise<string | null> {
  const booking = (await placeBooking(tx, order)) ?? (await bookedBefore(tx, key));
  return booking?.id ?? null;
}
