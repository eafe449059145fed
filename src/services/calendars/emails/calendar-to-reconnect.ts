import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the artisan whose calendars their provider refuses to us, once. */
export const calendarToReconnectMail = defineMail({
  name: 'calendar-to-reconnect',
  about: 'SYSTEM',
  variables: {
    name: variable.text,
    /** As the artisan knows it: an address, or a server. */
    account: variable.text,
    calendarsUrl: variable.webAddress,
  },
  sample: {
    name: 'Atelier Morel',
    account: 'atelier.morel@example.org',
    calendarsUrl: 'https://www.example.org/agenda/calendriers',
  },
});
