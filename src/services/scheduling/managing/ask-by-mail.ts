import type { AppContext, Tx } from '../../platform/context.ts';
import { bookingConfirmationRequested } from '../events.ts';
import type { AskedChange } from './change-link.ts';
import { requireCancellable, requireMovable } from './change-rules.ts';
import { lockOpened, type OpenedBooking, type Opening } from './open-booking.ts';

export type Asking = Opening & Pick<AppContext, 'run' | 'now'>;

/** What became of a wish: done, or a link was mailed that confirms it. */
export interface BookingChange {
  readonly bookingId: string;
  readonly isDone: boolean;
}

interface Wish extends Pick<AskedChange, 'change'> {
  readonly startsAt: Date | null;
}

/** How long the link of such a mail is good, at the latest until the appointment begins. */
const linkMs = 24 * 3_600_000;

/** Mails a link that does what was asked for. What could not be done now is refused at once. */
export async function askByMail(ctx: Asking, opened: OpenedBooking, wish: Wish): Promise<BookingChange> {
  await ctx.limits.take('booking-mail/booking', opened.bookingId);
  await ctx.run(request, { opened, wish });
  return { bookingId: opened.bookingId, isDone: false };
}

async function request(
  tx: Tx<'em' | 'now' | 'emit'>,
  { opened, wish }: { readonly opened: OpenedBooking; readonly wish: Wish },
): Promise<void> {
  const booking = await lockOpened(tx, opened);
  if (wish.change === 'CANCEL') requireCancellable(booking, tx.now);
  else requireMovable(booking, tx.now);
  const { id, artisan, sequence, manageVersion, startsAt } = booking;
  tx.emit(bookingConfirmationRequested, {
    ...{ bookingId: id, artisanId: artisan.id, change: wish.change, sequence, manageVersion },
    startsAt: wish.startsAt?.toISOString() ?? null,
    expiresAt: new Date(Math.min(tx.now.getTime() + linkMs, startsAt.getTime())).toISOString(),
  });
}
