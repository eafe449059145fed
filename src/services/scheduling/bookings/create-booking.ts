import { depositOf } from '../deposit.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { AppContext } from '../../platform/context.ts';
import { whileTaken } from '../../platform/orm/while-taken.ts';
import { holdMs } from '../holds/slot-holds.ts';
import { offeringChosenNow, type BookableOffering } from './bookable-offering.ts';
import { drawCode } from './booking-code.ts';
import { factsOf } from './booking-facts.ts';
import { bookedBefore, bookingKey, type BookingKey } from './booking-key.ts';
import { stillBookable, takeTries } from './booking-limits.ts';
import type { CreateBooking } from './booking-request.ts';
import { inTurn } from './in-turn.ts';
import { manageUrl } from './manage-token.ts';
import { countingRefusals, timed } from './measured.ts';
import { payDepositIfAble, type DepositPayment, type PayingDeposit } from './pay-deposit.ts';
import { placeBooking, type BookingOrder, type PlacingBooking } from './place-booking.ts';
import { offeredArtisans, requireChoice, slotUnavailable, startOf, type WantedSlot } from './wanted-slot.ts';

type Needed = PayingDeposit & Pick<AppContext, 'db' | 'now' | 'actor' | 'limits' | 'derived' | 'measures'>;

/** A booking that was made just now, or by the same request before, and what is to be paid for it. */
export interface CreatedBooking {
  readonly bookingId: string;
  readonly code: string;
  /** Manages it: mailed as well, and shown to whoever booked. */
  readonly manageUrl: string;
  /** Null where nothing is to be paid now, files are to come first, or the provider does not answer: `resumeBookingPayment` continues. */
  readonly payment: (DepositPayment & { readonly expiresAt: Date }) | null;
}

/** How often a code is drawn when it is somebody’s already. */
const draws = 5;
const hourMs = 3_600_000;

/**
 * Books a time in public, with an account or without. The time is taken first of all that is written, so that of any number of
 * customers one gets it. The same key with the same content answers the same booking.
 */
export const createBooking = (ctx: Needed, input: CreateBooking): Promise<CreatedBooking> =>
  timed(ctx, 'booking_create_seconds', () => countingRefusals(ctx, () => create(ctx, input)));

async function create(ctx: Needed, input: CreateBooking): Promise<CreatedBooking> {
  const key = bookingKey(ctx.actor, input);
  const booking = (await findBefore(ctx, key)) ?? (await bookOrFind(ctx, input, key));
  const { holdUntil } = booking;
  const isUnpaid = booking.status === 'PENDING_PAYMENT' && holdUntil !== null && holdUntil > ctx.now;
  const payment = isUnpaid ? await payDepositIfAble(ctx, { bookingId: booking.id, by: input.paymentBy }) : null;
  return {
    bookingId: booking.id,
    code: booking.publicCode,
    manageUrl: manageUrl(ctx, booking),
    payment: payment && { ...payment, expiresAt: holdUntil as Date },
  };
}

/** What the same request made before. A read replica may not have it yet. */
const findBefore = async ({ run }: Needed, key: BookingKey): Promise<Booking | null> =>
  key.keyHash === null ? null : run(bookedBefore, key);

/** Whoever finds the time taken looks whether it was this very request that took it, at the same instant. */
async function bookOrFind(ctx: Needed, input: CreateBooking, key: BookingKey): Promise<Booking> {
  try {
    return await bookOnce(ctx, input, key);
  } catch (error) {
    const isTaken = error instanceof DomainError && error.code === 'SLOT_UNAVAILABLE';
    const before = isTaken ? await findBefore(ctx, key) : null;
    if (before === null) throw error;
    return before;
  }
}

async function bookOnce(ctx: Needed, input: CreateBooking, key: BookingKey): Promise<Booking> {
  const offering = await offeringChosenNow(ctx.db, input);
  // A time that was kept says whom it is with, and the business says it of its consultations.
  if (!input.holdToken && !input.about) requireChoice(offering, input);
  const slot = { offering, startsAt: startOf(offering, input), partySize: input.partySize ?? 1 };
  const facts = { ...(await factsOf(ctx, offering, input)), ...key };
  await takeTries(ctx, input);
  const order = {
    ...slot,
    ...beginningOf(ctx.now, slot),
    ...{ facts, derived: ctx.derived, by: 'CUSTOMER' as const },
  };
  const { holdToken } = input;
  // Nobody else wants a time that is kept for them.
  if (holdToken) return bookAmong(ctx, { ...order, holdToken, artisans: offering.artisans });
  return inTurn(ctx.db, slot, async () => bookAmong(ctx, { ...order, artisans: await offeredArtisans(ctx, slot) }));
}

async function bookAmong(ctx: Needed, order: NewOrder & WantedSlot): Promise<Booking> {
  const booking = await book(ctx, order);
  if (booking === null) throw await slotUnavailable(ctx, order);
  return booking;
}

/** A request waits for the artisan, at the latest until the notice; a deposit is paid within ten minutes. */
function beginningOf(now: Date, { offering, startsAt }: WantedSlot): Pick<BookingOrder, 'status' | 'holdUntil'> {
  if (offering.requiresApproval) return { status: 'REQUESTED', holdUntil: answerUntil(now, offering, startsAt) };
  if (depositOf(offering) > 0) return { status: 'PENDING_PAYMENT', holdUntil: new Date(now.getTime() + holdMs) };
  return { status: 'CONFIRMED', holdUntil: null };
}

function answerUntil(now: Date, { approvalHours, noticeMinutes }: BookableOffering, startsAt: Date): Date {
  const notice = startsAt.getTime() - noticeMinutes * 60_000;
  return new Date(Math.min(now.getTime() + approvalHours * hourMs, notice));
}

/** An order before its booking has an id and a code. */
type NewOrder = Omit<BookingOrder, 'id' | 'code'>;

/** Null when the time is taken. A code or a key that exists is met in another transaction: the refused one has left nothing. */
function book({ run }: Needed, order: NewOrder): Promise<Booking | null> {
  return whileTaken(draws, () => run(placeOnce, { ...order, id: newId(), code: drawCode() }));
}

async function placeOnce(tx: PlacingBooking, order: BookingOrder): Promise<Booking | null> {
  const before = await bookedBefore(tx, order.facts);
  if (before !== null) return before;
  return placeBooking(tx, { ...order, artisans: await stillBookable(tx, order) });
}
