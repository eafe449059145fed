import { BusyBlock } from '../../../src/entities/calendars/busy-block.entity.ts';
import { CalendarConnection } from '../../../src/entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../src/entities/calendars/connected-calendar.entity.ts';
import { SmsDelivery } from '../../../src/entities/notifications/sms-delivery.entity.ts';
import type { Artisan } from '../../../src/entities/scheduling/artisan.entity.ts';
import { BookingHistory } from '../../../src/entities/scheduling/booking.entity.ts';
import { Review } from '../../../src/entities/scheduling/review.entity.ts';
import { Closure } from '../../../src/entities/scheduling/opening.entity.ts';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeArtisan, makeBooking, makeOffering } from '../../support/make/scheduling.ts';

interface Planting {
  readonly user: User;
  readonly at: (place: string) => string;
  readonly day: Date;
}

/** An appointment that the person had, and an agenda of their own that nobody has booked. */
export function plantAppointments(em: EntityManager, { user, at, day }: Planting): void {
  const said = { place: at('booking'), customerNote: at('booking'), cancellationReason: at('booking') };
  const artisan = makeArtisan(em);
  const booking = makeBooking(
    em,
    { artisan, offering: makeOffering(em, artisan) },
    {
      ...{ userId: user.id, status: 'COMPLETED', startsAt: day, customerName: at('booking'), ...said },
      ...{ customerEmail: `${at('booking')}@example.org`, customerPhone: at('booking').slice(0, 20) },
      ...{ staffNote: at('booking'), answers: [{ questionId: artisan.slug, label: 'Bois', answer: at('booking') }] },
    },
  );
  const own = makeArtisan(em, {
    ...{ userId: user.id, displayName: at('artisan'), email: `${at('artisan')}@example.org`, bio: at('artisan') },
    ...{ phone: at('artisan').slice(0, 20), place: at('artisan') },
  });
  em.create(Closure, { artisan: own, fromOn: '2026-12-24', untilOn: '2026-12-26', reason: at('artisan') });
  em.create(BookingHistory, { booking, verb: 'reschedule', by: 'CUSTOMER', actorId: user.id, message: at('booking') });
  em.create(Review, { booking, artisan, rating: 5, text: at('booking') });
  em.create(SmsDelivery, {
    ...{ kind: 'booking-reminder', recipient: user, numberHash: 'n'.repeat(43), numberEnd: '5678', segments: 1 },
    dedupeKey: `planted:${booking.id}`,
  });
  plantCalendar(em, { user, at, day }, own);
}

/** The calendar that they connected to their agenda. */
function plantCalendar(em: EntityManager, { at, day }: Planting, artisan: Artisan): void {
  const connection = em.create(CalendarConnection, {
    artisan,
    provider: 'CALDAV',
    account: at('calendar'),
    nextSyncAt: day,
  });
  const calendar = em.create(ConnectedCalendar, {
    ...{ connection, externalHash: 'c'.repeat(64), externalId: at('calendar'), name: at('calendar') },
    ...{ timeZone: 'Europe/Paris', skippedReasons: {} },
  });
  em.create(BusyBlock, {
    ...{ calendar, artisanId: artisan.id, eventHash: 'e'.repeat(64), occurrence: 'single', title: at('calendar') },
    ...{ startsAt: day, endsAt: new Date(day.getTime() + 3_600_000) },
  });
}
