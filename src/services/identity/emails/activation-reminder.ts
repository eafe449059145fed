import { defineMail, variable } from '../../notifications/index.ts';

/** Sent once, a day later, to whoever asked for an account, or bought without one, and has not activated it. */
export const activationReminder = defineMail({
  name: 'activation-reminder',
  variables: {
    firstName: variable.text,
    /** Carries the single-use token. */
    activationUrl: variable.webAddress,
    /** How long the link is valid. */
    expiresInHours: variable.count,
  },
  late: ['activationUrl'],
  sample: {
    firstName: 'Camille',
    activationUrl: 'https://www.example.org/activation?jeton=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInHours: 24,
  },
});
