import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the address that was an account's until now, so that its owner can undo the change. */
export const emailChanged = defineMail({
  name: 'email-changed',
  variables: {
    firstName: variable.text,
    /** Carries the single-use token; valid for three days. */
    undoUrl: variable.webAddress,
  },
  late: ['undoUrl'],
  sample: { firstName: 'Camille', undoUrl: 'https://www.example.org/undo-email?token=9Jw3bXnT4kZc7vQm2LrYp8Hd' },
});
