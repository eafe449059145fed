import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the subscriber when a plan has ended. */
export const planEndedMail = defineMail({
  name: 'plan-ended',
  variables: {
    firstName: variable.text,
    plan: variable.text,
    planUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    plan: 'Pro',
    planUrl: 'https://www.example.org/abonnement',
  },
});
