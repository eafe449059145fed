import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an admin has restored a suspended account. */
export const accountRestored = defineMail({
  name: 'account-restored',
  variables: {
    firstName: variable.text,
    loginUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    loginUrl: 'https://www.example.org/login',
  },
});
