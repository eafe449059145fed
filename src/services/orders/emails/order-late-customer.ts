import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer, once, when their order is late. */
export const orderLateCustomer = defineMail({
  name: 'order-late-customer',
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
