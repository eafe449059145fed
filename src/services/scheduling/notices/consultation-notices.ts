import { formatAppointment } from '../../kernel/format.ts';
import { notifyMany, recipientsIn, type NotificationWords } from '../../notifications/index.ts';
import { consultationAnsweredMail } from '../emails/consultation-answered.ts';
import { consultationRequestedMail } from '../emails/consultation-requested.ts';
import { mailCustomer, type LoadedBooking, type NoticeTx } from './booking-mails.ts';

const words: NotificationWords<{ readonly customer: string; readonly when: string }> = {
  fr: ({ customer, when }) => ({ title: 'Une consultation est demandée', message: `${customer}, ${when}.` }),
  en: ({ customer, when }) => ({ title: 'A consultation is asked for', message: `${customer}, ${when}.` }),
};

/** The customer learns until when they are answered; every admin, that somebody waits for one of them. */
export async function notifyConsultationRequested(tx: NoticeTx, found: LoadedBooking, answerBy: string): Promise<void> {
  const { booking, artisan } = found;
  await mailCustomer(tx, found, { template: consultationRequestedMail, data: { answerBy } });
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      userId,
      ...words[locale]({
        customer: booking.customerName,
        when: formatAppointment(booking.startsAt, { locale, timeZone: artisan.timeZone }),
      }),
      type: 'CONSULTATION' as const,
      actionUrl: `/consultations/${booking.id}`,
      data: { bookingId: booking.id },
      dedupeKey: `consultation-requested:${booking.id}:${userId}`,
    })),
  );
}

/** It cannot be then: other times, where some were proposed, and a page to choose one. */
export const mailConsultationAnswered = (
  tx: NoticeTx,
  found: LoadedBooking,
  proposals: readonly string[],
): Promise<void> =>
  mailCustomer(tx, found, {
    template: consultationAnsweredMail,
    data: {
      reason: found.booking.cancellationReason ?? '',
      proposals: proposals.map((startsAt) => ({ startsAt })),
    },
    isNecessary: true,
  });
