import { defineMail, variable } from '../../notifications/index.ts';

/** Sent at the first sign-in with a provider: its link proves the address, and opens an account or adds to one. */
export const identityProof = defineMail({
  name: 'identity-proof',
  variables: {
    firstName: variable.text,
    /** Google or Microsoft. */
    provider: variable.text,
    /** Carries the single-use token. */
    confirmUrl: variable.webAddress,
    /** How long the link is valid. */
    expiresInMinutes: variable.count,
  },
  late: ['confirmUrl'],
  sample: {
    firstName: 'Camille',
    provider: 'Google',
    confirmUrl: 'https://www.example.org/confirm-identity?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
    expiresInMinutes: 30,
  },
});
