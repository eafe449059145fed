import { defineMail, variable } from '../../notifications/index.ts';

/** Sent once to the subscriber before a period begins that is charged to a saved card: 30 days before a year, 7 days before a month. */
export const planCardRenewal = defineMail({
  name: 'plan-card-renewal',
  variables: {
    firstName: variable.text,
    plan: variable.text,
    amount: variable.amount,
    startsOn: variable.localDate,
    lastDay: variable.localDate,
    cardBrand: variable.text,
    last4: variable.text,
    planUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    plan: 'Pro',
    amount: { amount: 1_900, currency: 'EUR' },
    startsOn: '2026-12-20',
    lastDay: '2027-01-19',
    cardBrand: 'Visa',
    last4: '4242',
    planUrl: 'https://www.example.org/abonnement',
  },
});
