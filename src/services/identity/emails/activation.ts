import { defineMail, variable } from '../../notifications/index.ts';

/** Sent on registration: proves that the address belongs to the person. */
export const activation = defineMail({
  name: 'activation',
  variables: {
    firstName: variable.text,
    /** Carries the single-use token. */
    activationUrl: variable.webAddress,
    /** How long the link is valid. */
    expiresInMinutes: variable.count,
  },
  late: ['activationUrl'],
  sample: {
    firstName: 'Camille',
    activationUrl: 'https://www.example.org/activation?jeton=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInMinutes: 30,
  },
});
