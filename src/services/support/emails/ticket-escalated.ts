import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to whoever has a ticket and to the admins when a target is missed, or when nobody takes it. */
export const ticketEscalatedMail = defineMail({
  name: 'ticket-escalated',
  variables: {
    firstName: variable.text,
    ticketReference: variable.text,
    ticketTitle: variable.text,
    ticketUrl: variable.webAddress,
    isUnassigned: variable.flag,
  },
  sample: {
    firstName: 'Camille',
    ticketReference: 'T-2026-00042',
    ticketTitle: 'Facture introuvable',
    ticketUrl: 'https://www.example.org/assistance/0199a1b2-7f3a-7c2e-9a41-3f09c27d5e11',
    isUnassigned: true,
  },
});
