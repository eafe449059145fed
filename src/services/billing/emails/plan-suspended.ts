import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the subscriber when a plan is suspended: a period has been unpaid for 14 days. */
export const planSuspendedMail = defineMail({
  name: 'plan-suspended',
  variables: {
    firstName: variable.text,
    plan: variable.text,
    amount: variable.amount,
    endsOn: variable.localDate,
    planUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    plan: 'Pro',
    amount: { amount: 1_900, currency: 'EUR' },
    endsOn: '2027-02-03',
    planUrl: 'https://www.example.org/abonnement',
  },
});
