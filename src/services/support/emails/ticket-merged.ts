import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever asks when a ticket of theirs goes on in another one. */
export const ticketMergedMail = defineMail({
  name: 'ticket-merged',
  variables: {
    firstName: variable.text,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    ticketUrl: variable.webAddress,
    mergedReference: variable.text,
  },
  sample: {
    firstName: 'Camille',
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Facture introuvable',
    ticketUrl: 'https://www.example.org/assistance/0199a1b2-7f3a-7c2e-9a41-3f09c27d5e11',
    mergedReference: 'T-2026-00039',
  },
});
