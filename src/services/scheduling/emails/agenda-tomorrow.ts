import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to an artisan the evening before a day with appointments, where they want it. */
export const agendaTomorrowMail = defineMail({
  name: 'agenda-tomorrow',
  wish: 'REMINDERS',
  variables: {
    name: variable.text,
    date: variable.localDate,
    count: variable.count,
    /** The artisan’s. */
    timeZone: variable.text,
    /** In their order, the first fifty. */
    bookings: variable.list({
      startsAt: variable.instant,
      offeringName: variable.text,
      customerName: variable.text,
      /** Empty for none. */
      place: variable.text,
    }),
    agendaUrl: variable.webAddress,
  },
  sample: {
    ...{ name: 'Atelier Morel', date: '2027-01-12', count: 2, timeZone: 'Europe/Paris' },
    bookings: [
      {
        ...{ startsAt: '2027-01-12T09:00:00.000Z', offeringName: 'Accord de piano', customerName: 'Camille Lefèvre' },
        place: '12, rue des Carmes, 75005 Paris',
      },
      {
        ...{ startsAt: '2027-01-12T13:30:00.000Z', offeringName: 'Réglage', customerName: 'Antoine Petit', place: '' },
      },
    ],
    agendaUrl: 'https://www.example.org/agenda?date=2027-01-12',
  },
});
