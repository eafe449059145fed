import { DomainError, fieldError, type ErrorCode } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import { cancelWith } from './cancel-booking.ts';
import { openBooking, type OpenedBooking } from './open-booking.ts';
import { moveOrSuggest, readMove, type NewTime } from './reschedule-booking.ts';
import type { Asking } from './ask-by-mail.ts';

/** What became of one of many. */
export interface BookingResult {
  readonly bookingId: string;
  /** Why it was not done; null when it was. */
  readonly error: ErrorCode | null;
}

export interface CancelBookings {
  readonly bookingIds: readonly string[];
  /** What each customer reads. */
  readonly reason?: string | null;
}

export interface BookingToMove extends Omit<NewTime, 'date' | 'time'> {
  readonly bookingId: string;
}

export interface MoveBookings {
  readonly bookings: readonly BookingToMove[];
  /** What each customer reads with the new time. */
  readonly message?: string | null;
}

type Doing = Asking & Pick<AppContext, 'payments'>;

/** Cancels each of them as its artisan, each by itself: what is refused keeps none of the others from it. Each customer is written to once. */
export const cancelBookings = (ctx: Doing, { bookingIds, reason }: CancelBookings): Promise<BookingResult[]> =>
  eachBooking(ctx, bookingIds, async (opened) => {
    await ctx.run(cancelWith(ctx.payments), { opened, reason });
  });

/** Moves each of them to its time, in the order in which they are given, each by itself. */
export async function moveBookings(ctx: Doing, { bookings, message }: MoveBookings): Promise<BookingResult[]> {
  const ids = bookings.map(({ bookingId }) => bookingId);
  return eachBooking(ctx, ids, async (opened, i) => {
    const { startsAt, artisanId } = bookings[i] as BookingToMove;
    const move = await readMove(ctx, opened, { startsAt, artisanId });
    await moveOrSuggest(ctx, { ...move, message: message?.trim() || null });
  });
}

async function eachBooking(
  ctx: Doing,
  ids: readonly string[],
  work: (opened: OpenedBooking, index: number) => Promise<void>,
): Promise<BookingResult[]> {
  if (new Set(ids).size < ids.length) throw fieldError('input', 'unique');
  const results: BookingResult[] = [];
  for (const [i, bookingId] of ids.entries()) {
    const error = await refusalOf(async () => work(await openAsStaff(ctx, bookingId), i));
    results.push({ bookingId, error });
  }
  return results;
}

async function openAsStaff(ctx: Doing, bookingId: string): Promise<OpenedBooking> {
  const opened = await openBooking(ctx, { bookingId }, 'booking:cancel');
  if (opened.means !== 'STAFF') throw new DomainError('NOT_FOUND');
  return opened;
}

async function refusalOf(work: () => Promise<void>): Promise<ErrorCode | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
