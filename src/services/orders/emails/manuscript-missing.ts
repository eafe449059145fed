import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer one day and three days after the payment of an order that has no manuscript yet. */
export const manuscriptMissing = defineMail({
  name: 'manuscript-missing',
  about: 'ORDER',
  variables: {
    firstName: variable.text,
    orderReference: variable.text,
    orderTitle: variable.text,
    paidAt: variable.instant,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-7F3A09C2',
    orderTitle: 'Le Fil des jours',
    paidAt: '2026-11-30T09:41:00.000Z',
    orderUrl: 'https://www.example.org/commandes/SL-7F3A09C2',
  },
});
