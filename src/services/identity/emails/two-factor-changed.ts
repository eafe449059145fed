import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when a second factor was added or removed, so that the owner knows if it was not them. */
export const twoFactorChanged = defineMail({
  name: 'two-factor-changed',
  variables: {
    firstName: variable.text,
    /** In the reader's language. */
    method: variable.text,
    isEnabled: variable.flag,
    securityUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    method: 'application d’authentification',
    isEnabled: true,
    securityUrl: 'https://www.example.org/compte/securite',
  },
});
