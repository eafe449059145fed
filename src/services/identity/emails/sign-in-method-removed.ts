import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an identity or a passkey has been removed from an account, so that the owner knows if it was not them. */
export const signInMethodRemoved = defineMail({
  name: 'sign-in-method-removed',
  variables: {
    firstName: variable.text,
    /** What was removed, in the person’s language. */
    method: variable.text,
    /** Where sign-in methods are listed. */
    accountUrl: variable.webAddress,
  },
  sample: { firstName: 'Camille', method: 'Google', accountUrl: 'https://www.example.org/account/sign-in' },
});
