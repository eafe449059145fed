import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the new address of an account: proves that it belongs to the person. */
export const emailChange = defineMail({
  name: 'email-change',
  variables: {
    firstName: variable.text,
    /** Carries the single-use token. */
    confirmUrl: variable.webAddress,
    expiresInMinutes: variable.count,
  },
  late: ['confirmUrl'],
  inDoubt: 'renew',
  sample: {
    firstName: 'Camille',
    confirmUrl: 'https://www.example.org/confirm-email?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInMinutes: 30,
  },
});
