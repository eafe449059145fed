import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import { manageHashOf } from '../bookings/manage-token.ts';
import type { BookingChange } from './ask-by-mail.ts';
import { cancelWith } from './cancel-booking.ts';
import { readChange, type AskedChange } from './change-link.ts';
import type { Opening, OpenedBooking } from './open-booking.ts';
import { moveOrSuggest, readMove } from './reschedule-booking.ts';

export interface ConfirmBookingChange {
  /** Of the link in the mail. */
  readonly token: string;
  /** Of a cancellation. */
  readonly reason?: string | null;
}

type Confirming = Opening & Pick<AppContext, 'run' | 'now' | 'derived' | 'payments'>;

/**
 * Does what was asked for with the address of a booking, by the link that was mailed there: once, within a day, and only while the booking
 * is as it was. Errors: TOKEN_INVALID, and those of `cancelBooking` and `rescheduleBooking`.
 */
export async function confirmBookingChange(
  ctx: Confirming,
  { token, reason }: ConfirmBookingChange,
): Promise<BookingChange> {
  const asked = readChange(ctx.derived, token);
  if (asked === null || new Date(asked.expiresAt) <= ctx.now) throw new DomainError('TOKEN_INVALID');
  const opened = await openAsked(ctx, asked);
  if (asked.startsAt === null) await ctx.run(cancelWith(ctx.payments), { opened, reason });
  else await moveOrSuggest(ctx, await readMove(ctx, opened, { startsAt: new Date(asked.startsAt) }));
  return { bookingId: asked.bookingId, isDone: true };
}

async function openAsked(
  { db, derived }: Confirming,
  { bookingId, manageVersion, sequence }: AskedChange,
): Promise<OpenedBooking> {
  const manageHash = manageHashOf(derived, { id: bookingId, manageVersion });
  const found = await db
    .selectFrom('booking')
    .select('id')
    .where('id', '=', bookingId)
    .where('manage_hash', '=', manageHash)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  if (found === undefined) throw new DomainError('TOKEN_INVALID');
  return { bookingId, means: 'TOKEN', manageHash };
}
