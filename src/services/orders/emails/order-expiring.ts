import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer a week before an order that they have not paid is cancelled. */
export const orderExpiring = defineMail({
  name: 'order-expiring',
  variables: {
    firstName: variable.text,
    /** As people write it: `SL-2026-0042`. */
    orderReference: variable.text,
    orderTitle: variable.text,
    /** What is to be paid, tax included. */
    amount: variable.amount,
    /** The last day on which it can be paid. */
    payableUntil: variable.localDate,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    amount: { amount: 62_400, currency: 'EUR' },
    payableUntil: '2026-12-20',
    orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
  },
});
