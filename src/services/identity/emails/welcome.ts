import { defineMail, variable } from '../../notifications/index.ts';

/** Sent once the account is active. */
export const welcome = defineMail({
  name: 'welcome',
  variables: {
    firstName: variable.text,
    accountUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    accountUrl: 'https://www.example.org/espace',
  },
});
