import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the payer when the money of a refund has left. */
export const refundMade = defineMail({
  name: 'refund-made',
  variables: {
    firstName: variable.text,
    amount: variable.amount,
    /** What had been paid for, in one line. */
    description: variable.text,
    paymentUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    amount: { amount: 12_000, currency: 'EUR' },
    paymentUrl: 'https://www.example.org/paiements/0197c000-0000-7000-8000-000000000001',
    description: 'Relecture\u00a0: «\u00a0Le Fil des jours\u00a0»',
  },
});
