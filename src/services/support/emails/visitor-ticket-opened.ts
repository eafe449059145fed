import { visitorSample, visitorVariables } from '../../messaging/index.ts';
import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to a visitor when the team has made a ticket of what they wrote. */
export const visitorTicketOpenedMail = defineMail({
  name: 'visitor-ticket-opened',
  variables: {
    ...visitorVariables,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    /** Empty where the business never opens. */
    answerBy: variable.text,
  },
  late: ['visitorUrl'],
  sample: {
    ...visitorSample,
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Devis introuvable',
    answerBy: '14 décembre 2026 à 18:00',
  },
});
