import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an admin has suspended an account. */
export const accountSuspended = defineMail({
  name: 'account-suspended',
  variables: {
    firstName: variable.text,
    /** Where to write to us. */
    contactUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    contactUrl: 'https://www.example.org/contact',
  },
});
