import { visitorSample, visitorVariables } from '../../messaging/index.ts';
import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to a visitor when their ticket is taken to be resolved. */
export const visitorTicketResolvedMail = defineMail({
  name: 'visitor-ticket-resolved',
  variables: {
    ...visitorVariables,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    /** Nobody answered for ten working days. */
    isByTime: variable.flag,
  },
  late: ['visitorUrl'],
  sample: {
    ...visitorSample,
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Devis introuvable',
    isByTime: true,
  },
});
