import type { SkipReason } from '../../../entities/scheduling/booking-reminder.entity.ts';
import { sendText } from '../../notifications/index.ts';
import type { AppContext } from '../../platform/context.ts';
import { bookingSubject } from '../booking-subject.ts';
import { textUrl } from '../bookings/manage-token.ts';
import type { LoadedBooking } from '../notices/booking-mails.ts';
import { readPhone } from '../phone.ts';
import { isQuiet } from '../reminders/reminder.policy.ts';
import { writeBookingText, type BookingTextKind } from './booking-words.ts';
import { planRefusal } from './text-allowance.ts';

export type Texting = Pick<AppContext, 'run' | 'db' | 'now' | 'config' | 'derived' | 'sms' | 'log'>;

/** A text about a booking, once for each thing that happened. */
export interface BookingText {
  readonly kind: BookingTextKind;
  /** What happened, where it may happen again: `:2`. */
  readonly key: string;
}

/**
 * Sends the customer of a booking a text, in the language they chose; or says why not. Throws only what is worth another attempt. No
 * booking ever waits for it.
 */
export async function sendBookingText(
  ctx: Texting,
  found: LoadedBooking,
  { kind, key }: BookingText,
): Promise<'SENT' | 'FAILED' | SkipReason> {
  const { booking, artisan } = found;
  const reason = await whyNone(ctx, found);
  if (reason !== null || booking.customerPhone === null) return reason ?? 'NOT_WANTED';
  const { offeringName, publicCode: code, startsAt, customerTimeZone: readerZone } = booking;
  const facts = { offeringName, code, link: textUrl(ctx, booking), startsAt, readerZone, timeZone: artisan.timeZone };
  const status = await sendText(ctx, {
    ...{ kind, to: booking.customerPhone, dedupeKey: `${kind}:${booking.id}${key}` },
    text: writeBookingText(kind, booking.locale, { ...facts, now: ctx.now }),
    recipientId: booking.userId,
    about: bookingSubject(booking.id),
    payerId: artisan.userId,
  });
  if (status === 'OPTED_OUT') return 'OPTED_OUT';
  return status === 'FAILED' ? 'FAILED' : 'SENT';
}

/** Why a customer gets no text; null when they do. */
async function whyNone(ctx: Texting, { booking, artisan }: LoadedBooking): Promise<SkipReason | null> {
  if (!booking.notifyBySms || booking.customerPhone === null) return 'NOT_WANTED';
  if (readPhone(booking.customerPhone, artisan.country)?.isMobile !== true) return 'NOT_MOBILE';
  if (isQuiet(ctx.now, artisan)) return 'QUIET_HOURS';
  return planRefusal(ctx, artisan.userId);
}
