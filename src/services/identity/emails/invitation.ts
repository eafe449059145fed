import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an admin opens an account for somebody: proves the address, and lets them choose a password. */
export const invitation = defineMail({
  name: 'invitation',
  variables: {
    firstName: variable.text,
    /** Their role, in their language. */
    role: variable.text,
    /** Carries the single-use token. */
    invitationUrl: variable.webAddress,
    /** How long the link is valid. */
    expiresInDays: variable.count,
  },
  late: ['invitationUrl'],
  inDoubt: 'renew',
  sample: {
    firstName: 'Camille',
    role: 'correctrice ou correcteur',
    invitationUrl: 'https://www.example.org/invitation?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInDays: 7,
  },
});
