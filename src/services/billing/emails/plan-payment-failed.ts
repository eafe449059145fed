import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the subscriber 1, 3 and 7 days after a period has begun unpaid. */
export const planPaymentFailed = defineMail({
  name: 'plan-payment-failed',
  variables: {
    firstName: variable.text,
    plan: variable.text,
    amount: variable.amount,
    startsOn: variable.localDate,
    suspendedOn: variable.localDate,
    planUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    plan: 'Pro',
    amount: { amount: 1_900, currency: 'EUR' },
    startsOn: '2026-12-20',
    suspendedOn: '2027-01-03',
    planUrl: 'https://www.example.org/abonnement',
  },
});
