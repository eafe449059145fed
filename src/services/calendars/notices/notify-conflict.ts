import { CalendarConflict, type ConflictKind } from '../../../entities/calendars/calendar-conflict.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { formatAppointment } from '../../kernel/format.ts';
import type { NotificationWords } from '../../notifications/index.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { notifyConflictTask } from '../calendar-jobs.ts';
import { calendarConflictMail } from '../emails/calendar-conflict.ts';
import { notifyArtisan, type NoticeTx } from './notify-artisan.ts';

type Words = NotificationWords<{ readonly customer: string; readonly when: string }>;

const words: Readonly<Record<ConflictKind, Words>> = {
  OWN_EVENT_MOVED: {
    fr: ({ customer, when }) => ({
      title: 'Un rendez-vous a été déplacé dans votre agenda',
      message: `${customer}, ${when}\u00a0: le rendez-vous lui-même n’a pas changé.`,
    }),
    en: ({ customer, when }) => ({
      title: 'A booking was moved in your calendar',
      message: `${customer}, ${when}: the booking itself has not changed.`,
    }),
  },
  OWN_EVENT_DELETED: {
    fr: ({ customer, when }) => ({
      title: 'Un rendez-vous a été supprimé de votre agenda',
      message: `${customer}, ${when}\u00a0: le rendez-vous lui-même n’a pas changé.`,
    }),
    en: ({ customer, when }) => ({
      title: 'A booking was deleted from your calendar',
      message: `${customer}, ${when}: the booking itself has not changed.`,
    }),
  },
  OVERLAP: {
    fr: ({ customer, when }) => ({
      title: 'Un événement de votre agenda recouvre un rendez-vous',
      message: `${customer}, ${when}.`,
    }),
    en: ({ customer, when }) => ({
      title: 'An event of your calendar lies on a booking',
      message: `${customer}, ${when}.`,
    }),
  },
};

const path = '/agenda/conflits';

/** Notifies the artisan of a conflict; nothing once it is closed. Those of one reading are one notice, of the first that is open. */
export async function notifyConflict(
  tx: NoticeTx,
  { conflictId }: PayloadOf<typeof notifyConflictTask>,
): Promise<void> {
  const conflict = await tx.em.findOne(CalendarConflict, { id: conflictId });
  if (conflict?.status !== 'OPEN') return;
  const together = await foundTogether(tx, conflict);
  if (together[0]?.id !== conflictId) return;
  const { kind, eventStartsAt } = conflict;
  const artisan = await tx.em.findOneOrFail(Artisan, { id: conflict.artisanId });
  const booking = await tx.em.findOneOrFail(Booking, { id: conflict.booking.id });
  const calendar = await tx.em.findOneOrFail(ConnectedCalendar, { id: conflict.calendar.id });
  const { timeZone } = artisan;
  await notifyArtisan(tx, artisan, {
    template: calendarConflictMail,
    data: {
      ...{ name: artisan.displayName, customerName: booking.customerName, offeringName: booking.offeringName },
      ...{ code: booking.publicCode, calendarName: calendar.name, startsAt: booking.startsAt.toISOString(), timeZone },
      ...{
        isMoved: kind === 'OWN_EVENT_MOVED',
        isDeleted: kind === 'OWN_EVENT_DELETED',
        isOverlap: kind === 'OVERLAP',
      },
      eventStartsAt: (eventStartsAt ?? booking.startsAt).toISOString(),
      others: together.length - 1,
      conflictsUrl: `${tx.config.frontUrl}${path}`,
    },
    words: words[kind],
    facts: (locale) => ({
      customer: booking.customerName,
      when: formatAppointment(booking.startsAt, { locale, timeZone }),
    }),
    ...{ actionUrl: path, about: { conflictId, bookingId: booking.id }, key: `${conflictId}:${conflict.version}` },
  });
}

/** The open conflicts of its calendar that were found in the same reading: a first one may find dozens. */
const foundTogether = ({ em }: NoticeTx, { calendar, createdAt }: CalendarConflict): Promise<CalendarConflict[]> =>
  em.find(CalendarConflict, { calendar: calendar.id, createdAt, status: 'OPEN' }, { orderBy: { id: 'asc' } });
