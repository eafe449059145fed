import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer when their payment has been received. */
export const orderPaidCustomer = defineMail({
  name: 'order-paid-customer',
  variables: {
    firstName: variable.text,
    /** As people write it: `SL-2026-0042`. */
    orderReference: variable.text,
    orderTitle: variable.text,
    /** What was paid, tax included. */
    amount: variable.amount,
    paidAt: variable.instant,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    amount: { amount: 145_000, currency: 'EUR' },
    paidAt: '2026-11-20T09:41:00.000Z',
    orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
  },
});
