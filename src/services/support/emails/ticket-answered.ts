import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever asks when they have not read an answer of the team. */
export const ticketAnsweredMail = defineMail({
  name: 'ticket-answered',
  about: 'MESSAGE',
  variables: {
    firstName: variable.text,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    /** The beginning of the answer; empty when it only has attachments. */
    excerpt: variable.text,
    ticketUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Facture introuvable',
    excerpt: 'Votre facture de mai est maintenant dans «\u00a0Mes documents\u00a0».',
    ticketUrl: 'https://www.example.org/assistance/0199a1b2-7f3a-7c2e-9a41-3f09c27d5e11',
  },
});
