import type { ObstacleKind } from '../platform/personal-data.ts';
import { admins, recipient, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

export const bookingToCome: ObstacleKind = {
  code: 'BOOKING_TO_COME',
  ownToDo: {
    fr: 'Un rendez-vous à venir est payé d’avance\u00a0: attendez-le, ou annulez-le.',
    en: 'A booking to come is paid in advance: wait for it, or cancel it.',
  },
  adminToDo: {
    fr: 'Un rendez-vous à venir est payé d’avance\u00a0: qu’il ait lieu, ou soit annulé.',
    en: 'A booking to come is paid in advance: it must take place, or be cancelled.',
  },
};

export const agendaInUse: ObstacleKind = {
  code: 'BOOKINGS_IN_THE_WAY',
  ownToDo: {
    fr: 'Des rendez-vous sont pris avec vous\u00a0: attendez-les, annulez-les, ou confiez-les à quelqu’un d’autre.',
    en: 'There are bookings with you: wait for them, cancel them, or give them to somebody else.',
  },
  adminToDo: {
    fr: 'Des rendez-vous sont pris avec cette personne\u00a0: annulez-les, ou confiez-les à quelqu’un d’autre.',
    en: 'There are bookings with this person: cancel them, or give them to somebody else.',
  },
};

export const schedulingDataTexts: PersonalDataTexts = {
  records: {
    BOOKINGS: { fr: 'rendez-vous', en: 'bookings' },
    ARTISANS: { fr: 'agendas', en: 'agendas of artisans' },
  },
  tables: {
    booking: {
      fr: 'nom, adresse électronique, téléphone, lieu, réponses et notes des rendez-vous',
      en: 'name, e-mail address, phone, place, answers and notes of bookings',
    },
    artisan: {
      fr: 'nom, coordonnées et présentation des artisans',
      en: 'name, contact details and presentation of artisans',
    },
    booking_history: { fr: 'messages sur les changements des rendez-vous', en: 'messages about changes of bookings' },
    review: { fr: 'avis sur les rendez-vous', en: 'reviews of bookings' },
    closure: { fr: 'motifs des fermetures', en: 'reasons of closures' },
  },
  activities: {
    BOOKINGS: {
      title: { fr: 'Rendez-vous', en: 'Appointments' },
      purpose: {
        fr: 'Prendre des rendez-vous, les rappeler, les déplacer et en garder l’agenda.',
        en: 'Take bookings, remind people of them, move them and keep the agenda.',
      },
      basis: 'CONTRACT',
      people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
      tables: ['booking', 'booking_history', 'review', 'artisan', 'closure'],
      retention: ['BOOKINGS', 'BOOKING_EXPORTS', 'FEED_LINKS', 'SLOT_HOLDS'],
      recipients: [admins, recipient({ fr: 'artisan du rendez-vous', en: 'artisan of the booking' })],
      processors: ['SENDGRID', 'TWILIO'],
    },
  },
};
