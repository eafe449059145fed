import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when somebody asks to choose a new password for this address. */
export const passwordReset = defineMail({
  name: 'password-reset',
  variables: {
    firstName: variable.text,
    /** Carries the single-use token. */
    resetUrl: variable.webAddress,
    /** How long the link is valid. */
    expiresInMinutes: variable.count,
  },
  late: ['resetUrl'],
  inDoubt: 'renew',
  sample: {
    firstName: 'Camille',
    resetUrl: 'https://www.example.org/reset-password?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInMinutes: 30,
  },
});
