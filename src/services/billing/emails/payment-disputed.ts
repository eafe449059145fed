import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the admins when a payer's bank disputes a payment, with the day to answer by. */
export const paymentDisputed = defineMail({
  name: 'payment-disputed',
  variables: {
    firstName: variable.text,
    amount: variable.amount,
    /** What had been paid for, in one line. */
    description: variable.text,
    /** As the provider's code. */
    reason: variable.text,
    /** A date in words; a dash when no answer is awaited. */
    respondBy: variable.text,
    disputeUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    amount: { amount: 35_000, currency: 'EUR' },
    description: 'Relecture\u00a0: «\u00a0Le Fil des jours\u00a0»',
    reason: 'paiement frauduleux',
    respondBy: '7 décembre 2026',
    disputeUrl: 'https://www.example.org/admin/litiges/0197c000-0000-7000-8000-000000000001',
  },
});
