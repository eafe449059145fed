import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever asks when the team needs an answer of theirs, and once more after some days. */
export const ticketWaitingMail = defineMail({
  name: 'ticket-waiting',
  variables: {
    firstName: variable.text,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    ticketUrl: variable.webAddress,
    isAgain: variable.flag,
  },
  sample: {
    firstName: 'Camille',
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Facture introuvable',
    ticketUrl: 'https://www.example.org/assistance/0199a1b2-7f3a-7c2e-9a41-3f09c27d5e11',
    isAgain: true,
  },
});
