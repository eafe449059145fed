import { visitorSample, visitorVariables } from '../../messaging/index.ts';
import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to a visitor when the team needs an answer of theirs about a ticket, and once more after some days. */
export const visitorTicketWaitingMail = defineMail({
  name: 'visitor-ticket-waiting',
  variables: {
    ...visitorVariables,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    isAgain: variable.flag,
  },
  late: ['visitorUrl'],
  sample: {
    ...visitorSample,
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Devis introuvable',
    isAgain: true,
  },
});
