import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer when the due date of their order moves to a later one. */
export const orderExtendedMail = defineMail({
  name: 'order-extended',
  about: 'ORDER',
  variables: {
    firstName: variable.text,
    orderReference: variable.text,
    orderTitle: variable.text,
    previousDueAt: variable.instant,
    dueAt: variable.instant,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-7F3A09C2',
    orderTitle: 'Le Fil des jours',
    previousDueAt: '2026-12-10T17:00:00.000Z',
    dueAt: '2026-12-14T17:00:00.000Z',
    orderUrl: 'https://www.example.org/commandes/SL-7F3A09C2',
  },
});
