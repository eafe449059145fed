/** What an agenda has beside its bookings: a calendar outside that disagrees, reviews, a text that was sent. */
import { BusyBlock } from '../../../src/entities/calendars/busy-block.entity.ts';
import { CalendarConflict } from '../../../src/entities/calendars/calendar-conflict.entity.ts';
import { CalendarConnection } from '../../../src/entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../src/entities/calendars/connected-calendar.entity.ts';
import { SmsDelivery } from '../../../src/entities/notifications/sms-delivery.entity.ts';
import type { Artisan } from '../../../src/entities/scheduling/artisan.entity.ts';
import type { Booking } from '../../../src/entities/scheduling/booking.entity.ts';
import type { Offering } from '../../../src/entities/scheduling/offering.entity.ts';
import { Review } from '../../../src/entities/scheduling/review.entity.ts';
import { fingerprint } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeBooking } from '../../support/make/scheduling.ts';

interface Agenda {
  readonly artisan: Artisan;
  readonly offering: Offering;
  readonly booking: Booking;
  readonly customerId: string;
  readonly now: Date;
}

export function makeCalendars(em: EntityManager, { artisan, booking, now }: Agenda) {
  const connection = em.create(CalendarConnection, {
    ...{ artisan, provider: 'CALDAV', account: 'atelier (cal.example.org)', nextSyncAt: now },
  });
  const calendar = em.create(ConnectedCalendar, {
    ...{ connection, externalHash: 'c'.repeat(64), externalId: 'https://cal.example.org/a/', name: 'Atelier' },
    ...{ timeZone: 'Europe/Paris', isWritable: true, blocks: true, skippedCount: 1, skippedReasons: { NO_START: 1 } },
  });
  em.create(BusyBlock, {
    ...{ calendar, artisanId: artisan.id, eventHash: 'e'.repeat(64), occurrence: 'single', title: 'Dentiste' },
    ...{ startsAt: booking.startsAt, endsAt: booking.endsAt },
  });
  const conflict = em.create(CalendarConflict, {
    ...{ artisanId: artisan.id, booking, calendar, kind: 'OVERLAP', causeHash: 'd'.repeat(64) },
    ...{ eventStartsAt: booking.startsAt, eventEndsAt: booking.endsAt },
  });
  return { calendarConnection: connection.id, connectedCalendar: calendar.id, calendarConflict: conflict.id };
}

/** One that waits, and one that everybody sees; a text went with the appointment. */
export function makeReviews(em: EntityManager, { artisan, offering, booking, customerId, now }: Agenda) {
  const visited = ['2026-01-13T09:00:00Z', '2026-01-14T09:00:00Z'].map((startsAt) =>
    makeBooking(em, { artisan, offering }, { status: 'COMPLETED', startsAt: new Date(startsAt), userId: customerId }),
  ) as [Booking, Booking];
  const review = em.create(Review, { booking: visited[0], artisan, rating: 5, text: 'Parfait.', status: 'SUBMITTED' });
  em.create(Review, { booking: visited[1], artisan, rating: 4, text: 'Bien.', status: 'APPROVED', decidedAt: now });
  em.create(SmsDelivery, {
    ...{ kind: 'booking-reminder', numberHash: 'n'.repeat(43), numberEnd: '5678', status: 'UNDELIVERED', attempts: 1 },
    ...{ subjectType: 'BOOKING', subjectId: booking.id, segments: 1, priceTenThousandths: 750, priceCurrency: 'EUR' },
    ...{ errorCode: 30_003, sentAt: now, dedupeKey: fingerprint(artisan.id) },
  });
  return { review: review.id };
}
