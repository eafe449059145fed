import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when several accounts were requested for one address: only its owner knows which request was theirs. */
export const activationChoice = defineMail({
  name: 'activation-choice',
  variables: {
    /** How many were requested. */
    count: variable.count,
    /** The newest first: when each was requested, and its link with the single-use token. */
    links: variable.list({ at: variable.instant, activationUrl: variable.webAddress }),
    /** How long the links are valid. */
    expiresInMinutes: variable.count,
  },
  late: ['links'],
  sample: {
    count: 2,
    expiresInMinutes: 30,
    links: [
      {
        at: '2026-11-20T10:05:00.000Z',
        activationUrl: 'https://www.example.org/activate?token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
      },
      {
        at: '2026-11-20T10:00:00.000Z',
        activationUrl: 'https://www.example.org/activate?token=Hd9Jw3bXnT4kZc7vQm2LrYp8',
      },
    ],
  },
});
