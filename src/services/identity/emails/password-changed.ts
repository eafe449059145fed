import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when the password has changed, so that the owner knows if it was not them. */
export const passwordChanged = defineMail({
  name: 'password-changed',
  variables: {
    firstName: variable.text,
    resetUrl: variable.webAddress,
  },
  sample: { firstName: 'Camille', resetUrl: 'https://www.example.org/forgotten-password' },
});
