import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the subscriber at least 30 days before a period is sold at another price. */
export const planPriceChange = defineMail({
  name: 'plan-price-change',
  variables: {
    firstName: variable.text,
    plan: variable.text,
    amount: variable.amount,
    from: variable.localDate,
    planUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    plan: 'Pro',
    amount: { amount: 1_900, currency: 'EUR' },
    from: '2027-01-20',
    planUrl: 'https://www.example.org/abonnement',
  },
});
