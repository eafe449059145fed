import { queueMail, type MailPreparation } from '../../notifications/index.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { bookingConfirmCancelMail } from '../emails/booking-confirm-cancel.ts';
import { bookingLinkMail } from '../emails/booking-link.ts';
import { bookingConfirmationRequested, bookingLinkRequested } from '../events.ts';
import { changeUrl } from '../managing/change-link.ts';
import { factsForCustomer } from './booking-facts.ts';
import { findBooking, mailCustomer, type NoticeTx } from './booking-mails.ts';

/** Mails the link of a booking to its address. */
export const mailBookingLinkTask = defineTask('scheduling.mail-booking-link', bookingLinkRequested.payload, {
  priority: 50,
});

/** Mails the link that confirms a cancellation or a move. */
export const mailConfirmCancelTask = defineTask(
  'scheduling.mail-confirm-cancel',
  bookingConfirmationRequested.payload,
  {
    priority: 50,
  },
);

export async function mailBookingLink(
  tx: NoticeTx,
  { bookingId, requestedAt }: PayloadOf<typeof mailBookingLinkTask>,
): Promise<void> {
  const found = await findBooking(tx, bookingId);
  if (found)
    await mailCustomer(tx, found, { template: bookingLinkMail, key: `:${requestedAt}`, data: {}, isNecessary: true });
}

/** Nothing once the booking has changed: the link would be void. */
export async function mailConfirmCancel(
  tx: NoticeTx,
  { bookingId, change, startsAt, sequence, manageVersion, expiresAt }: PayloadOf<typeof mailConfirmCancelTask>,
): Promise<void> {
  const found = await findBooking(tx, bookingId);
  if (found === null) return;
  const { booking, artisan } = found;
  if (booking.customerEmail === null || booking.sequence !== sequence || booking.manageVersion !== manageVersion)
    return;
  await queueMail(tx, {
    template: bookingConfirmCancelMail,
    recipient: { userId: booking.userId, email: booking.customerEmail, name: booking.customerName },
    locale: booking.locale,
    dedupeKey: `${bookingConfirmCancelMail.name}:${bookingId}:${change}:${startsAt ?? ''}:${tx.now.toISOString()}`,
    data: {
      ...factsForCustomer(booking, artisan),
      ...{ isMove: change === 'MOVE', movesTo: startsAt ?? booking.startsAt.toISOString(), expiresAt, manageVersion },
    },
  });
}

interface MailedChange {
  readonly bookingId: string;
  readonly code: string;
  readonly isMove: boolean;
  readonly movesTo: string;
  readonly sequence: number;
  readonly manageVersion: number;
  readonly expiresAt: string;
}

/** Just before the mail leaves: the link is stored nowhere. */
export const prepareConfirmUrl: MailPreparation<{ readonly confirmUrl: string }> = async (ctx, { data }) => {
  const { bookingId, code, isMove, movesTo, sequence, manageVersion, expiresAt } = data as unknown as MailedChange;
  const asked = { bookingId, sequence, manageVersion, expiresAt };
  const change = isMove ? 'MOVE' : 'CANCEL';
  return { confirmUrl: changeUrl(ctx, code, { ...asked, change, startsAt: isMove ? movesTo : null }) };
};
