import { admins, recipient, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

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
      tables: ['booking', 'artisan', 'closure'],
      retention: ['BOOKINGS', 'SLOT_HOLDS'],
      recipients: [admins, recipient({ fr: 'artisan du rendez-vous', en: 'artisan of the booking' })],
      processors: [],
    },
  },
};
