import type { AppContext } from '../../platform/context.ts';
import { writeCalendar } from '../ics/write-calendar.ts';
import type { Opening } from '../managing/open-booking.ts';
import { publicBooking } from '../managing/public-booking.ts';
import { uidOf } from '../notices/invitations.ts';

/**
 * One booking as a calendar file, by its code and the token of its link: under the identifier of the mailed invitation. Error:
 * BOOKING_NOT_FOUND.
 */
export async function bookingEntry(
  ctx: Opening & Pick<AppContext, 'now' | 'config'>,
  access: { readonly code: string; readonly token: string },
): Promise<string> {
  const booking = await publicBooking(ctx, access);
  const { sequence } = await ctx.db
    .selectFrom('booking')
    .select('sequence')
    .where('id', '=', booking.id)
    .executeTakeFirstOrThrow();
  return writeCalendar({
    entries: [
      {
        uid: uidOf(booking.id, ctx.config.publicUrl),
        sequence,
        stampedAt: ctx.now,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        summary: `${booking.offeringName}, ${booking.artisanName}`,
        description: booking.code,
        location: booking.place ?? '',
        isCancelled: ended.has(booking.status),
      },
    ],
  });
}

const ended: ReadonlySet<string> = new Set(['CANCELLED', 'DECLINED', 'EXPIRED']);
