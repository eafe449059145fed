import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever opened a ticket. */
export const ticketOpenedMail = defineMail({
  name: 'ticket-opened',
  variables: {
    firstName: variable.text,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    ticketUrl: variable.webAddress,
    /** Empty where the business never opens. */
    answerBy: variable.text,
  },
  sample: {
    firstName: 'Camille',
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Facture introuvable',
    ticketUrl: 'https://www.example.org/assistance/0199a1b2-7f3a-7c2e-9a41-3f09c27d5e11',
    answerBy: '14 décembre 2026 à 18:00',
  },
});
