import { variable } from '../../notifications/index.ts';

/** What every mail about a booking shows. Its delivery holds more: what its link and its calendar entry are made from. */
export const variablesOfBooking = {
  /** Whom the mail is for. */
  name: variable.text,
  offeringName: variable.text,
  /** As people write it: `AC-7K2M9Q`. */
  code: variable.text,
  /** Where, as the offering says it; empty for none. */
  place: variable.text,
  startsAt: variable.instant,
  /** The artisan’s. */
  timeZone: variable.text,
  /** Of whoever reads: their time is shown beside, where clocks differ. */
  readerZone: variable.text,
};

/** What mails to customers show beside: the link that manages the booking, made when the mail is sent. */
export const variablesForCustomer = {
  ...variablesOfBooking,
  artisanName: variable.text,
  manageUrl: variable.webAddress,
};

/** What mails to artisans show beside. */
export const variablesForArtisan = {
  ...variablesOfBooking,
  customerName: variable.text,
  agendaUrl: variable.webAddress,
};

const sampleBooking = {
  offeringName: 'Accord de piano',
  code: 'AC-7K2M9Q',
  place: '12, rue des Carmes, 75005 Paris',
  startsAt: '2027-01-12T09:00:00.000Z',
  timeZone: 'Europe/Paris',
  readerZone: 'Europe/Paris',
};

export const sampleForCustomer = {
  ...sampleBooking,
  name: 'Camille Lefèvre',
  artisanName: 'Atelier Morel',
  manageUrl: 'https://www.example.org/rdv/AC-7K2M9Q?t=9Jw3bXnT4kZc7vQm2LrYp8Hd',
};

export const sampleForArtisan = {
  ...sampleBooking,
  name: 'Atelier Morel',
  customerName: 'Camille Lefèvre',
  agendaUrl: 'https://www.example.org/agenda/01999999-9999-7999-8999-999999999996',
};
