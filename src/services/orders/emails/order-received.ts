import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer when an order was placed by them or for them, and waits for its payment. */
export const orderReceived = defineMail({
  name: 'order-received',
  about: 'ORDER',
  variables: {
    firstName: variable.text,
    /** As people write it: `SL-2026-0042`. */
    orderReference: variable.text,
    orderTitle: variable.text,
    service: variable.text,
    /** What is to be paid, tax included. */
    amount: variable.amount,
    /** Where it can be paid. */
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    service: 'Correction à la page',
    amount: { amount: 62_400, currency: 'EUR' },
    orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
  },
});
