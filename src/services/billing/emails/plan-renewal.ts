import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the subscriber before a period begins that is to be paid: 30 days before a year, and 7, 3, 1 and no days before any. */
export const planRenewal = defineMail({
  name: 'plan-renewal',
  variables: {
    firstName: variable.text,
    plan: variable.text,
    amount: variable.amount,
    startsOn: variable.localDate,
    lastDay: variable.localDate,
    planUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    plan: 'Pro',
    amount: { amount: 1_900, currency: 'EUR' },
    startsOn: '2026-12-20',
    lastDay: '2027-01-19',
    planUrl: 'https://www.example.org/abonnement',
  },
});
