import { BookingHistory } from '../../../src/entities/scheduling/booking.entity.ts';
import { OfferingQuestion } from '../../../src/entities/scheduling/offering.entity.ts';
import { FeedLink } from '../../../src/entities/scheduling/feed-link.entity.ts';
import { Closure, OpeningException } from '../../../src/entities/scheduling/opening.entity.ts';
import { fingerprint } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeArtisan, makeBooking, makeOffering, makeOpening } from '../../support/make/scheduling.ts';
import { makeCalendars, makeReviews } from './practice-outside.ts';

interface Practice {
  readonly artisan: string;
  readonly offering: string;
  readonly archivedOffering: string;
  readonly fileQuestion: string;
  readonly closure: string;
  readonly feedLink: string;
  readonly booking: string;
  readonly requestedBooking: string;
  readonly review: string;
  readonly calendarConnection: string;
  readonly connectedCalendar: string;
  readonly calendarConflict: string;
}

/** The agenda of a proofreader: offerings, opening, a closure, and a booking of the customer that says something in each of its fields. */
export function makePractice(
  em: EntityManager,
  {
    artisanUserId,
    customerId,
    now,
  }: { readonly artisanUserId: string; readonly customerId: string; readonly now: Date },
): Practice {
  const reminders = [{ daysBefore: 2, atMinute: 600 }, { minutesBefore: 60 }];
  const artisan = makeArtisan(em, {
    userId: artisanUserId,
    phone: '+33612345678',
    place: '12 rue du Four',
    bio: 'Luthier.',
  });
  const said = { description: 'Une heure.', place: '12 rue du Four', maxPerDay: 8, reminders };
  const offering = makeOffering(em, artisan, said);
  const archived = makeOffering(em, artisan, { status: 'ARCHIVED', horizonDays: null, horizonWorkingDays: 7 });
  em.create(OfferingQuestion, {
    ...{ offering, position: 0, kind: 'CHOICE', label: 'Quel bois ?', isRequired: false, choices: ['Épicéa', 'Hêtre'] },
  });
  const fileQuestion = em.create(OfferingQuestion, {
    ...{ offering, position: 1, kind: 'FILE', label: 'Une photo ?', isRequired: false, choices: [] },
  });
  makeOpening(em, artisan);
  em.create(OpeningException, { artisan, localDate: '2027-01-01', windows: [{ startMinute: 600, endMinute: 720 }] });
  const feedLink = em.create(FeedLink, { artisan, kind: 'BUSY', tokenHash: fingerprint(artisan.id) });
  const closure = em.create(Closure, { artisan, fromOn: '2026-12-24', untilOn: '2026-12-26', reason: 'Fêtes' });
  em.create(Closure, { artisan, fromAt: now, untilAt: new Date(now.getTime() + 3_600_000) });
  const booking = makeBooking(
    em,
    { artisan, offering },
    {
      ...{ userId: customerId, customerPhone: '+33612345678', place: '12 rue du Four', customerNote: 'Merci.' },
      ...{ staffNote: 'Fidèle.', confirmedAt: now, depositBasisPoints: 3_000, depositCents: 1_800 },
      answers: [{ questionId: offering.id, label: 'Pourquoi ?', answer: 'Pour rien' }],
    },
  );
  em.create(BookingHistory, {
    ...{ booking, verb: 'reschedule', by: 'CUSTOMER', actorId: customerId },
    ...{ fromStartsAt: now, fromArtisanId: artisan.id, toStartsAt: booking.startsAt, toArtisanId: artisan.id },
  });
  const asked = { status: 'REQUESTED', source: 'CONSULTATION', startsAt: new Date('2027-01-13T09:00:00Z') } as const;
  const request = makeBooking(em, { artisan, offering }, { ...asked, holdUntil: new Date('2027-01-10T09:00:00Z') });
  const agenda = { artisan, offering, booking, customerId, now };
  return {
    ...makeReviews(em, agenda),
    ...makeCalendars(em, agenda),
    artisan: artisan.id,
    offering: offering.id,
    archivedOffering: archived.id,
    fileQuestion: fileQuestion.id,
    closure: closure.id,
    feedLink: feedLink.id,
    booking: booking.id,
    requestedBooking: request.id,
  };
}
