import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an order without an account was paid: opens the account that it is in. */
export const guestActivation = defineMail({
  name: 'guest-activation',
  variables: {
    firstName: variable.text,
    /** As people write it: `SL-2026-0042`. */
    orderReference: variable.text,
    orderTitle: variable.text,
    /** What was paid, tax included. */
    amount: variable.amount,
    expiresInDays: variable.count,
    /** Carries the single-use token. */
    activationUrl: variable.webAddress,
  },
  late: ['activationUrl'],
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    amount: { amount: 48_000, currency: 'EUR' },
    expiresInDays: 7,
    activationUrl: 'https://www.example.org/activate?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
  },
});
