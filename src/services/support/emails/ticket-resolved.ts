import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever asks when their ticket is taken to be resolved. */
export const ticketResolvedMail = defineMail({
  name: 'ticket-resolved',
  variables: {
    firstName: variable.text,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    ticketUrl: variable.webAddress,
    /** Nobody answered for ten working days. */
    isByTime: variable.flag,
  },
  sample: {
    firstName: 'Camille',
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Facture introuvable',
    ticketUrl: 'https://www.example.org/assistance/0199a1b2-7f3a-7c2e-9a41-3f09c27d5e11',
    isByTime: true,
  },
});
