import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the proofreader three working days and one before an order is due. */
export const orderDueSoon = defineMail({
  name: 'order-due-soon',
  about: 'ORDER',
  variables: {
    firstName: variable.text,
    orderReference: variable.text,
    orderTitle: variable.text,
    dueAt: variable.instant,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-7F3A09C2',
    orderTitle: 'Le Fil des jours',
    dueAt: '2026-12-14T17:00:00.000Z',
    orderUrl: 'https://www.example.org/commandes/SL-7F3A09C2',
  },
});
