import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to a person without an account whose payment did not go through; users get an in-app notification. */
export const paymentFailed = defineMail({
  name: 'payment-failed',
  variables: {
    firstName: variable.text,
    amount: variable.amount,
    /** What was to be paid for, in one line. */
    description: variable.text,
    homeUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille Roux',
    amount: { amount: 12_000, currency: 'EUR' },
    description: 'Relecture\u00a0: «\u00a0Le Fil des jours\u00a0»',
    homeUrl: 'https://www.example.org/',
  },
});
